/**
 * Ties between people: two people are tied once, however much one did for the other and in whichever direction, so that nobody
 * gains by repetition. Grows and shrinks by single ties.
 */
export class Ties {
  /** The people to whom each person is tied, in ascending order. */
  readonly of: number[][];
  /** Number of ties. */
  count = 0;
  /** Acts that hold a tie, by the pair. */
  readonly #held = new Map<number, number>();

  readonly people: number;

  constructor(people: number) {
    this.people = people;
    this.of = Array.from({ length: people }, () => []);
  }

  /** True if the tie is new. Nobody is tied to themselves. */
  hold(one: number, other: number): boolean {
    if (one === other) return false;
    const pair = this.#pair(one, other);
    const acts = this.#held.get(pair) ?? 0;
    this.#held.set(pair, acts + 1);
    if (acts > 0) return false;
    this.count += 1;
    insert(this.of[one]!, other);
    insert(this.of[other]!, one);
    return true;
  }

  /** True if that was the last act that held the tie. */
  release(one: number, other: number): boolean {
    if (one === other) return false;
    const pair = this.#pair(one, other);
    const acts = this.#held.get(pair) ?? 0;
    if (acts > 1) this.#held.set(pair, acts - 1);
    if (acts !== 1) return false;
    this.#held.delete(pair);
    this.count -= 1;
    remove(this.of[one]!, other);
    remove(this.of[other]!, one);
    return true;
  }

  #pair(one: number, other: number): number {
    return Math.min(one, other) * this.people + Math.max(one, other);
  }
}

function insert(list: number[], person: number): void {
  list.splice(placeIn(list, person), 0, person);
}

function remove(list: number[], person: number): void {
  const at = placeIn(list, person);
  if (list[at] === person) list.splice(at, 1);
}

/** The place of the first entry that is not below `person`. */
function placeIn(list: readonly number[], person: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < person) low = middle + 1;
    else high = middle;
  }
  return low;
}
