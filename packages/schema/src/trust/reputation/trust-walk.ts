/**
 * Trust that reaches each person along votes from verified people, and its repair after a change.
 *
 * `trust(v) = verified(v) + DAMPING * sum over votes u -> v of trust(u) * freshness * value / divisor(u)`, which is EigenTrust
 * (Kamvar, Schlosser and Garcia-Molina 2003) with a least divisor. The kept state is an estimate and, for each person, the residual
 * of this equation. A change of a person's votes moves residuals of the receivers alone; `settle` then pushes residuals
 * along votes (Andersen, Chung and Lang 2006; for changing graphs Zhang, Lofgren and Goel 2016).
 */
import { DAMPING } from './constants.ts';
import { NO_SLOT, type VoteGraph } from './vote-graph.ts';

/**
 * Greatest residual that is left, in units of a verified person's own trust. The trust of a person differs from the exact one by at most
 * this times the trust that they would have if everybody were verified.
 */
export const RESIDUAL = 1e-5;

/** The residual that a whole computation leaves, so that later repairs begin with all of `RESIDUAL` to spend. */
const WHOLE_RESIDUAL = 1e-9;

export class TrustWalk {
  readonly trust: Float64Array;
  readonly #graph: VoteGraph;
  readonly #residual: Float64Array;
  /** People whose residual may be too great, as a ring, and a flag for each of them. */
  readonly #queue: Int32Array;
  readonly #isQueued: Uint8Array;
  #head = 0;
  #length = 0;

  constructor(graph: VoteGraph, verified: Uint8Array) {
    this.#graph = graph;
    this.trust = new Float64Array(graph.people);
    this.#residual = Float64Array.from(verified);
    this.#queue = new Int32Array(graph.people);
    this.#isQueued = new Uint8Array(graph.people);
    this.#iterate();
  }

  /** Moves the residuals of all in rounds, by person: the order of sums, so the result, depends on the graph alone. */
  #iterate(): void {
    let moving = this.#residual.slice();
    let next = new Float64Array(moving.length);
    for (let greatest = 1; greatest > WHOLE_RESIDUAL;) {
      next.fill(0);
      greatest = 0;
      for (let person = 0; person < moving.length; person += 1) {
        const moved = moving[person]!;
        if (moved === 0) continue;
        this.trust[person]! += moved;
        this.#spread(person, moved, next);
      }
      for (const each of next) if (each > greatest) greatest = each;
      [moving, next] = [next, moving];
    }
    this.#residual.set(moving);
  }

  /** Adds to `target` the trust that the receivers of a person's votes get from `amount` of that person's trust. */
  #spread(person: number, amount: number, target: Float64Array): void {
    const { firstCast, nextCast, to, freshness, value, divisor } = this.#graph;
    const share = (DAMPING * amount) / divisor[person]!;
    for (let slot = firstCast[person]!; slot !== NO_SLOT; slot = nextCast[slot]!)
      target[to[slot]!]! += share * freshness[slot]! * value[slot]!;
  }

  /** Changes votes that `person` cast, by `change`, and repairs the trust of all. */
  recast(person: number, change: () => void): void {
    this.#spread(person, -this.trust[person]!, this.#residual);
    this.#queueReceivers(person);
    change();
    this.#spread(person, this.trust[person]!, this.#residual);
    this.#queueReceivers(person);
    this.#settle();
  }

  /** Adds to the trust that a person has of themself: 1 as they become verified, -1 as they cease to be. */
  verify(person: number, by: 1 | -1): void {
    this.#residual[person]! += by;
    this.#enqueue(person);
    this.#settle();
  }

  #settle(): void {
    const { people } = this.#graph;
    while (this.#length > 0) {
      const person = this.#queue[this.#head]!;
      this.#head = (this.#head + 1) % people;
      this.#length -= 1;
      this.#isQueued[person] = 0;
      const moved = this.#residual[person]!;
      this.#residual[person] = 0;
      this.trust[person]! += moved;
      this.#spread(person, moved, this.#residual);
      this.#queueReceivers(person);
    }
  }

  #queueReceivers(person: number): void {
    const { firstCast, nextCast, to } = this.#graph;
    for (let slot = firstCast[person]!; slot !== NO_SLOT; slot = nextCast[slot]!) this.#enqueue(to[slot]!);
  }

  #enqueue(person: number): void {
    if (this.#isQueued[person] === 1 || Math.abs(this.#residual[person]!) <= RESIDUAL) return;
    this.#isQueued[person] = 1;
    this.#queue[(this.#head + this.#length) % this.#graph.people] = person;
    this.#length += 1;
  }
}
