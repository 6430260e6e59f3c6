/**
 * Trust in each person: a random walk along ties that begins anew, with probability `RESTART` at each step, at a verified person.
 * The chance to meet somebody, divided by the number of their ties, is nearly the same for all who are well tied to verified
 * people, and falls where few ties lead: a group that vouches for itself shares what comes in through its ties to others,
 * however many it is (Yu and others, "SybilGuard", SIGCOMM 2006; Cao and others, "Aiding the detection of fake accounts in
 * large scale social online services" (SybilRank), NSDI 2012).
 *
 * It is found by pushing residuals (Andersen, Chung and Lang, "Local graph partitioning using PageRank vectors", FOCS 2006), and
 * followed over changes by correcting the residuals of the two people and their neighbours (Zhang, Lofgren and Goel, "Approximate
 * personalized PageRank on dynamic graphs", KDD 2016).
 */
import type { Ties } from './ties.ts';

/** Smaller changes of trust are not told: residuals leave as much out. */
const LEAST_CHANGE = 1e-3;

/** Chance that a step begins anew. */
export const RESTART = 0.15;

/** The part of the usual at which trust is full: most people who are well tied have it, so that counts order them. */
const FULL = 0.5;

/** Residuals below this part of an average tie are not pushed. Trust is then exact to about the tenth of a percent of a full voice. */
const PRECISION = 1e-4;

export class TrustWalk {
  /** The chance to meet each person, and what is still to be pushed. */
  readonly #chance: Float64Array;
  readonly #residual: Float64Array;
  /** People whose residual has changed, each once: a ring with a place for everybody. */
  readonly #queue: Int32Array;
  readonly #queued: Uint8Array;
  #first = 0;
  #waiting = 0;
  /**
   * How often a tie is met where the walk is: the mean over people, each counted by the chance to meet them. A crowd that is hardly
   * met does not change it, as it would a mean over all ties.
   */
  #usual = 0;
  readonly #ties: Ties;

  /** Verified people are the places where the walk begins; without any, nobody is trusted. */
  constructor(ties: Ties, verified: readonly number[]) {
    this.#ties = ties;
    this.#chance = new Float64Array(ties.people);
    this.#residual = new Float64Array(ties.people);
    this.#queue = new Int32Array(ties.people);
    this.#queued = new Uint8Array(ties.people);
    const places = [...new Set(verified)].sort((one, other) => one - other);
    for (const place of places) this.#add(place, RESTART / places.length);
    this.#push();
  }

  /** Trust in a person, 0 to 1: full for those whose ties are met at least `FULL` as often as where the walk mostly is. */
  trustIn(person: number): number {
    const [ties, chance] = [this.#ties.of[person]!.length, this.#chance[person]!];
    // A chance that went may be below 0 by a rounding.
    return ties === 0 || chance <= 0 ? 0 : Math.min(1, chance / ties / (FULL * this.#usual));
  }

  /** Follows a change of one tie, which `change` makes. Returns the people in whom trust changed. */
  follow(one: number, other: number, change: () => void): number[] {
    const before = new Map([one, other].map((person) => [person, this.trustIn(person)]));
    for (const person of [one, other]) this.#take(person, -1);
    change();
    for (const person of [one, other]) this.#take(person, 1);
    this.#push(before);
    return [...before].flatMap(([person, trust]) =>
      Math.abs(this.trustIn(person) - trust) > LEAST_CHANGE ? person : [],
    );
  }

  /** Takes the part of a person in all that depends on their ties in, or out. */
  #take(person: number, sign: 1 | -1): void {
    this.#spread(person, sign);
    this.#usual += sign * this.#partOf(person);
  }

  /** The part of a person in `#usual`. */
  #partOf(person: number): number {
    return this.#chance[person]! ** 2 / Math.max(1, this.#ties.of[person]!.length);
  }

  /** Takes the steps from a person into the residuals of those to whom they are tied, or out of them. */
  #spread(person: number, sign: 1 | -1): void {
    const ties = this.#ties.of[person]!;
    if (ties.length === 0) return;
    const step = (sign * (1 - RESTART) * this.#chance[person]!) / ties.length;
    for (const next of ties) this.#add(next, step);
  }

  #add(person: number, amount: number): void {
    this.#residual[person]! += amount;
    if (this.#queued[person]) return;
    this.#queued[person] = 1;
    this.#queue[(this.#first + this.#waiting) % this.#queue.length] = person;
    this.#waiting += 1;
  }

  /** Residuals may be negative: a tie that goes takes trust away. Notes in `before` the trust in those whose chance it changes. */
  #push(before?: Map<number, number>): void {
    const { of, count } = this.#ties;
    const least = PRECISION / Math.max(1, 2 * count);
    while (this.#waiting > 0) {
      const person = this.#queue[this.#first]!;
      this.#first = (this.#first + 1) % this.#queue.length;
      this.#waiting -= 1;
      this.#queued[person] = 0;
      const residual = this.#residual[person]!;
      const ties = of[person]!;
      if (Math.abs(residual) < least * Math.max(1, ties.length)) continue;
      if (before && !before.has(person)) before.set(person, this.trustIn(person));
      this.#residual[person] = 0;
      this.#usual -= this.#partOf(person);
      this.#chance[person]! += residual;
      this.#usual += this.#partOf(person);
      const step = ((1 - RESTART) * residual) / Math.max(1, ties.length);
      for (const next of ties) this.#add(next, step);
    }
  }
}
