/**
 * The votes as a directed graph that changes one vote at a time. Each vote has a slot in typed arrays, and each person two
 * linked lists of slots: votes cast and votes received.
 */
import { LEAST_DIVISOR } from './constants.ts';
import { type VoteTable, voteTable } from './vote-table.ts';
import { type Vote, type VoteKind, checkVotes, freshnessOf, valueOf, voteKinds } from './votes.ts';

/** End of a list of slots. */
export const NO_SLOT = -1;

export class VoteGraph {
  readonly people: number;
  readonly asOf: number;
  /** First slot of the votes that a person cast, and the next one after each slot. */
  readonly firstCast: Int32Array;
  nextCast: Int32Array;
  /** The same of the votes that a person received. */
  readonly firstReceived: Int32Array;
  nextReceived: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** Place in `voteKinds`. */
  kind: Uint8Array;
  /** Milliseconds since 1970, at most `asOf`. */
  at: Float64Array;
  /** 0 to 1, at `asOf`. */
  freshness: Float64Array;
  /** 0 to 1. */
  value: Float64Array;
  /** For each person the number among which their trust is divided: the freshness of all votes that they cast, at least `LEAST_DIVISOR`. */
  readonly divisor: Float64Array;
  /** Slots up to this one have been used. */
  #used: number;
  /** First slot of those that were given back, linked by `nextCast`. */
  #free = NO_SLOT;

  constructor(people: number, asOf: number, votes: Iterable<Vote>) {
    const table = voteTable(people, asOf, votes);
    this.people = people;
    this.asOf = asOf;
    this.firstCast = new Int32Array(people).fill(NO_SLOT);
    this.firstReceived = new Int32Array(people).fill(NO_SLOT);
    this.divisor = new Float64Array(people).fill(LEAST_DIVISOR);
    this.#used = table.from.length;
    ({ from: this.from, to: this.to, kind: this.kind, at: this.at, value: this.value } = table);
    this.freshness = this.at.map((at) => freshnessOf(at, asOf));
    this.nextCast = new Int32Array(table.from.length).fill(NO_SLOT);
    this.nextReceived = new Int32Array(table.from.length).fill(NO_SLOT);
    this.#link(table);
    this.#grow();
  }

  /** Backwards, so that lists have the order of the table. */
  #link({ from, to }: VoteTable): void {
    for (let slot = from.length - 1; slot >= 0; slot -= 1) {
      this.nextCast[slot] = this.firstCast[from[slot]!]!;
      this.firstCast[from[slot]!] = slot;
      this.nextReceived[slot] = this.firstReceived[to[slot]!]!;
      this.firstReceived[to[slot]!] = slot;
    }
    for (let person = 0; person < this.people; person += 1) this.#divide(person);
  }

  /** Puts the vote in the place of the one of its kind by the same pair, if there is one. */
  put(vote: Vote): void {
    const slot = this.#find(vote.from, vote.to, vote.kind);
    this.#write(slot === NO_SLOT ? this.#take(vote.from, vote.to, vote.kind) : slot, vote);
    this.#divide(vote.from);
  }

  /** False if there is no such vote. */
  remove(from: number, to: number, kind: VoteKind): boolean {
    const slot = this.#find(from, to, kind);
    if (slot === NO_SLOT) return false;
    unlink(this.firstCast, this.nextCast, from, slot);
    unlink(this.firstReceived, this.nextReceived, to, slot);
    this.nextCast[slot] = this.#free;
    this.#free = slot;
    this.#divide(from);
    return true;
  }

  #find(from: number, to: number, kind: VoteKind): number {
    const wanted = voteKinds.indexOf(kind);
    let slot = this.firstCast[from]!;
    while (slot !== NO_SLOT && !(this.to[slot] === to && this.kind[slot] === wanted)) slot = this.nextCast[slot]!;
    return slot;
  }

  #take(from: number, to: number, kind: VoteKind): number {
    let slot = this.#free;
    if (slot === NO_SLOT) {
      checkVotes(this.#used + 1);
      if (this.#used === this.from.length) this.#grow();
      slot = this.#used;
      this.#used += 1;
    } else this.#free = this.nextCast[slot]!;
    this.from[slot] = from;
    this.to[slot] = to;
    this.kind[slot] = voteKinds.indexOf(kind);
    this.nextCast[slot] = this.firstCast[from]!;
    this.firstCast[from] = slot;
    this.nextReceived[slot] = this.firstReceived[to]!;
    this.firstReceived[to] = slot;
    return slot;
  }

  #write(slot: number, vote: Vote): void {
    this.at[slot] = Math.min(vote.at, this.asOf);
    this.freshness[slot] = freshnessOf(vote.at, this.asOf);
    this.value[slot] = valueOf(vote);
  }

  /** Adds anew instead of by differences: rounding never adds up. */
  #divide(person: number): void {
    let sum = 0;
    for (let slot = this.firstCast[person]!; slot !== NO_SLOT; slot = this.nextCast[slot]!)
      sum += this.freshness[slot]!;
    this.divisor[person] = Math.max(LEAST_DIVISOR, sum);
  }

  #grow(): void {
    const size = Math.max(16, Math.ceil(this.from.length * 1.25));
    this.from = widened(new Int32Array(size), this.from);
    this.to = widened(new Int32Array(size), this.to);
    this.kind = widened(new Uint8Array(size), this.kind);
    this.at = widened(new Float64Array(size), this.at);
    this.freshness = widened(new Float64Array(size), this.freshness);
    this.value = widened(new Float64Array(size), this.value);
    this.nextCast = widened(new Int32Array(size), this.nextCast);
    this.nextReceived = widened(new Int32Array(size), this.nextReceived);
  }
}

function widened<A extends Int32Array | Uint8Array | Float64Array>(wide: A, narrow: A): A {
  wide.set(narrow);
  return wide;
}

function unlink(first: Int32Array, next: Int32Array, person: number, slot: number): void {
  if (first[person] === slot) {
    first[person] = next[slot]!;
    return;
  }
  let before = first[person]!;
  while (next[before] !== slot) before = next[before]!;
  next[before] = next[slot]!;
}
