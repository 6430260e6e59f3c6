/**
 * One transaction over a snapshot: reads that record the keys they touched, and, in a mutation, writes kept in an
 * overlay until commit. All documents stay in JSON form.
 */
import type { Catalog, IndexInfo, TableInfo } from '../store/catalog.ts';
import type { Clock } from '../store/clock.ts';
import type { Reader } from '../store/reader.ts';
import { newId } from '../values/ids.ts';
import { MAX_INT64, mayHoldCommitTs, resolveCommitTs, sortFields } from '../values/json.ts';
import type { JSONObject } from '../values/json.ts';
import { afterKey, compareKeys, encodeKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { documentSize } from '../values/size.ts';
import { findMismatch } from '../values/validators.ts';
import { Metrics } from './metrics.ts';
import { type Overlay } from './overlay.ts';
import type { PendingEntry } from './overlay.ts';
import type { ReadSet } from './read-set.ts';

export interface FoundDocument {
  readonly key: Key;
  readonly size: number;
  readonly body: string;
}

/** A run of documents in key order, and where to continue; `rest` is null at the end of the range. */
export interface Chunk {
  found: FoundDocument[];
  rest: { low: Key; high: Key } | null;
}

export interface TransactionOptions {
  catalog: Catalog;
  reader: Reader;
  snapshotTs: bigint;
  overlay: Overlay | null;
  readSet: ReadSet | null;
  clock: Clock;
  metrics?: Metrics;
  now?: number;
}

export class Transaction {
  readonly catalog: Catalog;
  readonly snapshotTs: bigint;
  readonly overlay: Overlay | null;
  readonly readSet: ReadSet | null;
  readonly metrics: Metrics;
  readonly reader: Reader;
  readonly clock: Clock;
  /** The value of Date.now() in it, in Unix milliseconds. */
  readonly now: number;
  /** Set when it ended by force: a function that goes on running must not write any more. */
  ended = false;

  constructor(options: TransactionOptions) {
    this.catalog = options.catalog;
    this.reader = options.reader;
    this.snapshotTs = options.snapshotTs;
    this.overlay = options.overlay;
    this.readSet = options.readSet;
    this.clock = options.clock;
    this.metrics = options.metrics ?? new Metrics();
    this.now = options.now ?? this.clock.now();
  }

  /** The same transaction as a `useStaleSnapshot` query sees it: without this mutation's own writes. */
  committedView(): Transaction {
    return new Transaction({ ...this, overlay: null });
  }

  get(table: TableInfo, id: string): FoundDocument | null {
    const pending = this.overlay?.documents.get(id);
    if (pending) {
      return pending.document && { key: encodeKey([id]), size: pending.size, body: pending.body };
    }
    const key = encodeKey([id]);
    this.readSet?.addPoint(table.byId.id, key);
    return this.reader.getByKey(table, key) ?? null;
  }

  chunk(index: IndexInfo, low: Key, high: Key, descending: boolean, limit: number): Chunk {
    const rows = this.reader.range(index, low, high, descending, limit);
    const last = rows.length === limit ? rows[rows.length - 1]!.key : null;
    const rest = last && (descending ? { low, high: last } : { low: afterKey(last), high });
    if (!this.overlay) return { found: rows, rest };
    const from = descending && last ? last : low;
    const to = !descending && last ? afterKey(last) : high;
    const pending = this.overlay.range(index.id, from, to);
    return {
      found: pending.length === 0 ? rows : merge(rows, descending ? pending.reverse() : pending, descending),
      rest,
    };
  }

  insert(table: TableInfo, fields: JSONObject): string {
    const id = newId(table.number);
    this.write(table, id, { ...fields, _id: id, _creationTime: this.clock.creationTime(this.now) }, null);
    return id;
  }

  /** Writes a whole document, `_id` and `_creationTime` included, or deletes it. */
  write(table: TableInfo, id: string, document: JSONObject | null, current: JSONObject | null): void {
    if (!this.overlay || this.ended) throw new Error('Writes are only possible while a mutation runs.');
    const earlier = this.overlay.documents.get(id);
    const stored = earlier ? earlier.stored : current;
    const next = document && sortFields(document);
    const size = next ? documentSize(next) : 0;
    const body = next ? JSON.stringify(next) : '';
    if (next) this.#validate(table, next, mayHoldCommitTs(body));
    this.overlay.write({ table, id, document: next, body, size, stored });
  }

  #validate(table: TableInfo, document: JSONObject, isTimed: boolean): void {
    if (!table.validator) return;
    const { _id, _creationTime, ...fields } = document;
    const checked = isTimed ? (resolveCommitTs(fields, MAX_INT64) as JSONObject) : fields;
    const mismatch = findMismatch(table.validator, checked, (other) => this.tableOfId(table.component, other));
    if (mismatch) {
      throw new Error(
        `Failed to insert or update a document in table "${table.name}" because it does not match the schema: ${mismatch.message}`,
      );
    }
  }

  tableOfId(component: string, id: string): string | null {
    return this.catalog.ofId(component, id)?.name ?? null;
  }
}

/** Overlay entries win over stored rows with the same key. */
function merge(rows: FoundDocument[], pending: PendingEntry[], descending: boolean): FoundDocument[] {
  const out: FoundDocument[] = [];
  let at = 0;
  for (const row of rows) {
    let order = 1;
    while (at < pending.length && (order = compareKeys(pending[at]!.key, row.key) * (descending ? -1 : 1)) <= 0) {
      pushPending(out, pending[at++]!);
      if (order === 0) break;
    }
    if (order !== 0) out.push(row);
  }
  while (at < pending.length) pushPending(out, pending[at++]!);
  return out;
}

function pushPending(out: FoundDocument[], entry: PendingEntry): void {
  const pending = entry.pending;
  if (pending?.document) out.push({ key: entry.key, size: pending.size, body: pending.body });
}
