/**
 * The uncommitted writes of one mutation, kept apart from SQLite until it commits: documents by id, and per index a sorted
 * list of entries that shadow the stored ones. Nested calls roll back through the undo log.
 */
import type { IndexInfo, TableInfo } from '../store/catalog.ts';
import { compareKeys, encodeKey, indexKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import type { JSONObject } from '../values/json.ts';

/** The state of a document that this transaction has written. */
export interface PendingDocument {
  table: TableInfo;
  id: string;
  /** null once deleted. */
  document: JSONObject | null;
  /** The document as JSON text; empty once deleted. */
  body: string;
  size: number;
  /** The document in SQLite; null if it is new. */
  stored: JSONObject | null;
}

/** null hides the stored entry. */
export interface PendingEntry {
  key: Key;
  pending: PendingDocument | null;
}

export class Overlay {
  readonly documents = new Map<string, PendingDocument>();
  readonly #entries = new Map<number, PendingEntry[]>();
  readonly #undo: (() => void)[] = [];

  mark(): number {
    return this.#undo.length;
  }

  rollbackTo(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()!();
  }

  write(next: PendingDocument): void {
    const previous = this.documents.get(next.id);
    const before = previous ? previous.document : next.stored;
    this.documents.set(next.id, next);
    this.#undo.push(() => {
      if (previous) this.documents.set(next.id, previous);
      else this.documents.delete(next.id);
    });
    for (const index of allIndexes(next.table)) this.#moveEntry(index, next, before);
  }

  #moveEntry(index: IndexInfo, next: PendingDocument, before: JSONObject | null): void {
    const oldKey = before && keyOf(index, before);
    const newKey = next.document && keyOf(index, next.document);
    if (oldKey && !(newKey && compareKeys(oldKey, newKey) === 0)) {
      const storedKey = next.stored && keyOf(index, next.stored);
      const shadows = storedKey !== null && compareKeys(storedKey, oldKey) === 0;
      this.#setEntry(index.id, oldKey, shadows ? { key: oldKey, pending: null } : undefined);
    }
    if (newKey) this.#setEntry(index.id, newKey, { key: newKey, pending: next });
  }

  #setEntry(index: number, key: Key, entry: PendingEntry | undefined): void {
    let list = this.#entries.get(index);
    if (!list) this.#entries.set(index, (list = []));
    const at = lowerBound(list, key);
    const existing = list[at] && compareKeys(list[at].key, key) === 0 ? list[at] : undefined;
    replaceAt(list, at, existing, entry);
    const sorted = list;
    this.#undo.push(() => replaceAt(sorted, at, entry, existing));
  }

  /** Entries with low <= key < high, in key order. */
  range(index: number, low: Key, high: Key): PendingEntry[] {
    const list = this.#entries.get(index);
    return list ? list.slice(lowerBound(list, low), lowerBound(list, high)) : [];
  }
}

function replaceAt(
  list: PendingEntry[],
  at: number,
  from: PendingEntry | undefined,
  to: PendingEntry | undefined,
): void {
  if (from && to) list[at] = to;
  else if (from) list.splice(at, 1);
  else if (to) list.splice(at, 0, to);
}

function lowerBound(list: PendingEntry[], key: Key): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(list[middle]!.key, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function* allIndexes(table: TableInfo): Generator<IndexInfo> {
  yield table.byId;
  yield* table.indexes.values();
}

export function keyOf(index: IndexInfo, document: JSONObject): Key {
  return index === index.table.byId ? encodeKey([document._id]) : indexKey(document, index.fields);
}
