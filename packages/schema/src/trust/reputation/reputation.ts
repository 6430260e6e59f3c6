/**
 * The reputation index of people from votes about them. It counts the votes that it is given and no others, so an audience's
 * index is made from the votes and verified people that this audience may see. docs/reputation.md explains the formula.
 */
import { type ReceivedVote, evidenceOf, sumOf } from './evidence.ts';
import { type Explanation, explain } from './explanation.ts';
import { NO_SLOT, VoteGraph } from './vote-graph.ts';
import { opinionOf } from './opinion.ts';
import { TrustWalk } from './trust-walk.ts';
import { thresholdOf } from './threshold.ts';
import {
  type ReputationInput,
  type Vote,
  type VoteKind,
  checkPeople,
  checkPerson,
  checkThreshold,
  checkTime,
  checkVote,
  voteKinds,
} from './votes.ts';

export type ReputationOptions = {
  /** The trust from which a vote counts in full, above 0; absent: measured from the people given. */
  threshold?: number;
};

export class Reputation {
  /** The trust from which a vote counts in full. It stays until the next whole computation. */
  readonly threshold: number;
  readonly #graph: VoteGraph;
  readonly #walk: TrustWalk;
  readonly #verified: Uint8Array;

  /** Computes the index of all. Throws `ReputationInputError`. */
  constructor({ people, verified, votes, asOf }: ReputationInput, { threshold }: ReputationOptions = {}) {
    checkPeople(people);
    checkTime(asOf);
    if (threshold !== undefined) checkThreshold(threshold);
    this.#verified = new Uint8Array(people);
    for (const person of verified) {
      checkPerson(person, people);
      this.#verified[person] = 1;
    }
    this.#graph = new VoteGraph(people, asOf, votes);
    this.#walk = new TrustWalk(this.#graph, this.#verified);
    this.threshold = threshold ?? thresholdOf(this.#walk.trust, this.#perVote());
  }

  get people(): number {
    return this.#graph.people;
  }

  /** Adds a vote, in the place of the one of its kind by the same pair. A vote of a person about themself changes nothing. */
  put(vote: Vote): void {
    checkVote(vote, this.people);
    if (vote.from !== vote.to) this.#walk.recast(vote.from, () => this.#graph.put(vote));
  }

  /** Removes a vote; without such a vote nothing changes. */
  remove({ from, to, kind }: { from: number; to: number; kind: VoteKind }): void {
    checkPerson(from, this.people);
    checkPerson(to, this.people);
    this.#walk.recast(from, () => this.#graph.remove(from, to, kind));
  }

  /** Says whether a person's identity is verified from now on. */
  verify(person: number, isVerified: boolean): void {
    checkPerson(person, this.people);
    if ((this.#verified[person] === 1) === isVerified) return;
    this.#verified[person] = isVerified ? 1 : 0;
    this.#walk.verify(person, isVerified ? 1 : -1);
  }

  /** Trust that reaches a person, at least 0: a verified person has 1 of their own. */
  trust(person: number): number {
    checkPerson(person, this.people);
    return Math.max(0, this.#walk.trust[person]!);
  }

  /** How much a fresh vote of the person counts, 0 to 1. */
  weight(person: number): number {
    return Math.min(1, this.trust(person) / this.#graph.divisor[person]! / this.threshold);
  }

  /** The index, 0 to 100. */
  score(person: number): number {
    return 100 * opinionOf(sumOf(evidenceOf(this.#received(person)))).belief;
  }

  /** The indexes of all, by number. */
  scores(): Float64Array {
    return Float64Array.from({ length: this.people }, (_, person) => this.score(person));
  }

  /** The index of a person with its parts, its uncertainty and the steps that would raise it. */
  explain(person: number): Explanation {
    return explain(this.#received(person));
  }

  /** The votes about a person, oldest first; equally old ones by voter and kind. */
  #received(person: number): ReceivedVote[] {
    checkPerson(person, this.people);
    const { firstReceived, nextReceived, from, kind, at, freshness, value } = this.#graph;
    const slots: number[] = [];
    for (let slot = firstReceived[person]!; slot !== NO_SLOT; slot = nextReceived[slot]!) slots.push(slot);
    slots.sort((a, b) => at[a]! - at[b]! || from[a]! - from[b]! || kind[a]! - kind[b]!);
    return slots.map((slot) => ({
      kind: voteKinds[kind[slot]!]!,
      at: at[slot]!,
      weight: this.weight(from[slot]!),
      freshness: freshness[slot]!,
      value: value[slot]!,
    }));
  }

  /** Trust that one fresh vote of each person carries; 0 for people who cast none. */
  #perVote(): Float64Array {
    const { firstCast, divisor } = this.#graph;
    return this.#walk.trust.map((trust, person) => (firstCast[person] === NO_SLOT ? 0 : trust / divisor[person]!));
  }
}
