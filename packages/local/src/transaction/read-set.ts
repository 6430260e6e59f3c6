/** The index ranges a query has read, and the index keys a mutation has written: a live query re-runs when they meet. */
import { compareKeys, keyText } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';

/** low <= key < high */
export interface KeyRange {
  low: Key;
  high: Key;
}

export class ReadSet {
  /** Index id -> single keys, as latin1 text. */
  readonly points = new Map<number, Set<string>>();
  readonly ranges = new Map<number, KeyRange[]>();
  /** Whether the result may depend on the caller. */
  readsIdentity = false;
  /** Whether the result may depend on the time, on chance or on the snapshot's timestamp. */
  readsCircumstances = false;

  addIdentity(): void {
    this.readsIdentity = true;
  }

  addCircumstances(): void {
    this.readsCircumstances = true;
  }

  addPoint(index: number, key: Key): void {
    let keys = this.points.get(index);
    if (!keys) this.points.set(index, (keys = new Set()));
    keys.add(keyText(key));
  }

  addRange(index: number, range: KeyRange): void {
    if (compareKeys(range.low, range.high) >= 0) return;
    const ranges = this.ranges.get(index);
    if (ranges) ranges.push(range);
    else this.ranges.set(index, [range]);
  }

  touchedBy(writes: WriteSet): boolean {
    for (const [index, keys] of writes) {
      const points = this.points.get(index);
      if (points && keys.some((key) => points.has(keyText(key)))) return true;
      const ranges = this.ranges.get(index);
      if (ranges && keys.some((key) => ranges.some((range) => contains(range, key)))) return true;
    }
    return false;
  }
}

/** Index id -> every key that a document had or has there. */
export type WriteSet = Map<number, Key[]>;

export function contains(range: KeyRange, key: Key): boolean {
  return compareKeys(range.low, key) <= 0 && compareKeys(key, range.high) < 0;
}
