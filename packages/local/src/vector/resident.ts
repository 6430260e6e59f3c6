/**
 * The rows of one vector index in memory, for exact search: vectors of length one in one block of floats, filter values as
 * small numbers. Deleting moves the last row into the gap.
 */
import { DotProducts } from './dot-products.ts';
import type { VectorEntry } from './vector-index.ts';

export interface Hit {
  id: string;
  score: number;
}

const FIRST_CAPACITY = 1_024;

export class ResidentVectors {
  readonly #dimensions: number;
  #products: DotProducts;
  readonly #ids: string[] = [];
  readonly #slots = new Map<string, number>();
  /** Per filter field: the number of each value, and the number that each row has. */
  readonly #codes: Map<string, number>[];
  readonly #filters: number[][];

  constructor(dimensions: number, filterFields: number) {
    this.#dimensions = dimensions;
    this.#products = new DotProducts(FIRST_CAPACITY, dimensions);
    this.#codes = Array.from({ length: filterFields }, () => new Map());
    this.#filters = Array.from({ length: filterFields }, () => []);
  }

  get size(): number {
    return this.#ids.length;
  }

  put(entry: VectorEntry): void {
    const slot = this.#slots.get(entry.id) ?? this.#append(entry.id);
    this.#products.rows.set(entry.vector, slot * this.#products.stride);
    for (const [field, value] of entry.filters.entries()) {
      const codes = this.#codes[field]!;
      if (!codes.has(value)) codes.set(value, codes.size);
      this.#filters[field]![slot] = codes.get(value)!;
    }
  }

  #append(id: string): number {
    const slot = this.#ids.length;
    if (slot === this.#products.capacity) {
      const grown = new DotProducts(slot * 2, this.#dimensions);
      grown.rows.set(this.#products.rows);
      this.#products = grown;
    }
    this.#ids.push(id);
    this.#slots.set(id, slot);
    return slot;
  }

  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    const last = this.#ids.length - 1;
    const { rows, stride } = this.#products;
    rows.copyWithin(slot * stride, last * stride, (last + 1) * stride);
    for (const column of this.#filters) {
      column[slot] = column[last]!;
      column.pop();
    }
    const moved = this.#ids.pop()!;
    this.#slots.delete(id);
    if (moved === id) return;
    this.#ids[slot] = moved;
    this.#slots.set(moved, slot);
  }

  /** The `limit` rows nearest to the unit vector, best first. `wanted`: per filter field the values that let a row in; one suffices. */
  nearest(query: Float32Array, limit: number, wanted: Map<number, string[]> | null): Hit[] {
    const best = new BestRows(limit);
    const admitted = wanted && this.#admitted(wanted);
    const ids = this.#ids;
    const scores = this.#products.score(query, ids.length);
    for (let row = 0; row < ids.length; row++) {
      if (scores[row]! > best.floor && (!admitted || admitted[row])) best.offer(row, scores[row]!);
    }
    return best.sorted().map(({ row, score }) => ({ id: ids[row]!, score }));
  }

  #admitted(wanted: Map<number, string[]>): Uint8Array {
    const rows = new Uint8Array(this.#ids.length);
    for (const [field, values] of wanted) {
      const codes = this.#codes[field]!;
      const isWanted = new Uint8Array(codes.size);
      for (const value of values) if (codes.has(value)) isWanted[codes.get(value)!] = 1;
      const column = this.#filters[field]!;
      for (let row = 0; row < rows.length; row++) rows[row]! |= isWanted[column[row]!]!;
    }
    return rows;
  }
}

/** A bounded heap whose top is the worst row it keeps. */
class BestRows {
  readonly #limit: number;
  readonly #rows: number[] = [];
  readonly #scores: number[] = [];
  /** A score at or below this one is not among the best any more. */
  floor = -Infinity;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(row: number, score: number): void {
    const rows = this.#rows;
    const scores = this.#scores;
    if (rows.length < this.#limit) {
      rows.push(row);
      scores.push(score);
      this.#up(rows.length - 1);
    } else if (score > scores[0]!) {
      rows[0] = row;
      scores[0] = score;
      this.#down(0);
    }
    if (rows.length === this.#limit) this.floor = scores[0]!;
  }

  #up(start: number): void {
    for (let child = start; child > 0;) {
      const parent = (child - 1) >> 1;
      if (this.#scores[parent]! <= this.#scores[child]!) return;
      this.#swap(parent, child);
      child = parent;
    }
  }

  #down(start: number): void {
    const scores = this.#scores;
    for (let parent = start; ;) {
      let least = 2 * parent + 1;
      if (least >= scores.length) return;
      if (least + 1 < scores.length && scores[least + 1]! < scores[least]!) least += 1;
      if (scores[parent]! <= scores[least]!) return;
      this.#swap(parent, least);
      parent = least;
    }
  }

  #swap(a: number, b: number): void {
    const rows = this.#rows;
    const scores = this.#scores;
    [rows[a], rows[b]] = [rows[b]!, rows[a]!];
    [scores[a], scores[b]] = [scores[b]!, scores[a]!];
  }

  sorted(): { row: number; score: number }[] {
    return this.#rows
      .map((row, at) => ({ row, score: this.#scores[at]! }))
      .sort((x, y) => y.score - x.score || x.row - y.row);
  }
}
