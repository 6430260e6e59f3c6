/** Finds, for the keys that a commit wrote, the readers whose read sets they fall into. */
import { keyText } from '../values/keys.ts';
import { contains } from './read-set.ts';
import type { KeyRange, ReadSet, WriteSet } from './read-set.ts';

interface RangeReader<Reader> {
  range: KeyRange;
  reader: Reader;
}

interface IndexReaders<Reader> {
  points: Map<string, Set<Reader>>;
  ranges: Set<RangeReader<Reader>>;
}

export class ReadIndex<Reader> {
  readonly #byIndex = new Map<number, IndexReaders<Reader>>();
  readonly #removals = new Map<Reader, (() => void)[]>();

  add(reader: Reader, readSet: ReadSet): void {
    this.remove(reader);
    const removals: (() => void)[] = [];
    for (const [index, keys] of readSet.points) {
      const { points } = this.#readersOf(index);
      for (const key of keys) removals.push(addPoint(points, key, reader));
    }
    for (const [index, list] of readSet.ranges) {
      const { ranges } = this.#readersOf(index);
      for (const range of list) {
        const entry = { range, reader };
        ranges.add(entry);
        removals.push(() => ranges.delete(entry));
      }
    }
    this.#removals.set(reader, removals);
  }

  remove(reader: Reader): void {
    for (const removal of this.#removals.get(reader) ?? []) removal();
    this.#removals.delete(reader);
  }

  touchedBy(writes: WriteSet): Set<Reader> {
    const touched = new Set<Reader>();
    for (const [index, keys] of writes) {
      const readers = this.#byIndex.get(index);
      if (!readers) continue;
      for (const key of keys) {
        for (const reader of readers.points.get(keyText(key)) ?? []) touched.add(reader);
        for (const { range, reader } of readers.ranges)
          if (!touched.has(reader) && contains(range, key)) touched.add(reader);
      }
    }
    return touched;
  }

  #readersOf(index: number): IndexReaders<Reader> {
    let readers = this.#byIndex.get(index);
    if (!readers) this.#byIndex.set(index, (readers = { points: new Map(), ranges: new Set() }));
    return readers;
  }
}

function addPoint<Reader>(points: Map<string, Set<Reader>>, key: string, reader: Reader): () => void {
  let readers = points.get(key);
  if (!readers) points.set(key, (readers = new Set()));
  const found = readers;
  found.add(reader);
  return () => {
    found.delete(reader);
    if (found.size === 0) points.delete(key);
  };
}
