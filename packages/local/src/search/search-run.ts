/**
 * Runs a search inside a transaction. In a mutation that has written to the table, the writes are put into the index
 * within a savepoint that is rolled back after the search: the ranking then equals the one after the commit.
 */
import type { Overlay, PendingDocument } from '../transaction/overlay.ts';
import type { FoundDocument } from '../transaction/transaction.ts';
import type { Reader } from '../store/reader.ts';
import type { TableInfo } from '../store/catalog.ts';
import { encodeKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { MAX_RESULTS, addSearchEntry, rank, removeSearchEntry, searchEntry } from './search-index.ts';
import type { Ranked } from './search-index.ts';
import type { SearchPlan } from './search-query.ts';

/** Rows of documents that have none yet; above every row in use, and newer than all of them. */
const FIRST_PENDING_ROW = 2 ** 50;

/** A match and how to read its document. */
export interface Match {
  /** Sorts matches by relevance, so that pages can go on after it. */
  key: Key;
  read(): FoundDocument | null;
}

export function runSearch(reader: Reader, overlay: Overlay | null, plan: SearchPlan): Match[] {
  const { index, match } = plan;
  if (match === null) return [];
  const pending = overlay ? [...overlay.documents.values()].filter((document) => document.table === index.table) : [];
  if (pending.length === 0)
    return rank(reader, index, match, MAX_RESULTS).map((found) => stored(reader, index.table, found));
  const rows = new Map(pending.map((document, at) => [FIRST_PENDING_ROW + at, document]));
  return withPending(reader, plan, rows, () => rank(reader, index, match, MAX_RESULTS)).map((found) => {
    const document = rows.get(found.row);
    return document ? unstored(document, found) : stored(reader, index.table, found);
  });
}

function withPending(
  reader: Reader,
  { index }: SearchPlan,
  pending: Map<number, PendingDocument>,
  look: () => Ranked[],
): Ranked[] {
  reader.database.exec('SAVEPOINT search');
  try {
    for (const [row, { table, id, stored: before, document }] of pending) {
      const known =
        searchEntry(index, before) &&
        reader.statement(`SELECT n FROM d_${table.number} WHERE key = ?`).get(encodeKey([id]));
      if (known) removeSearchEntry(reader, index, (known as { n: number }).n);
      const entry = searchEntry(index, document);
      if (entry) addSearchEntry(reader, index, row, entry);
    }
    return look();
  } finally {
    reader.database.exec('ROLLBACK TO search; RELEASE search');
  }
}

function keyOf({ score, row }: Ranked): Key {
  return encodeKey([score, -row]);
}

function stored(reader: Reader, table: TableInfo, found: Ranked): Match {
  const key = keyOf(found);
  return {
    key,
    read: () => {
      const row = reader.statement(`SELECT size, body FROM d_${table.number} WHERE n = ?`).get(found.row) as
        { size: number; body: string } | undefined;
      return row ? { key, ...row } : null;
    },
  };
}

function unstored({ size, body }: PendingDocument, found: Ranked): Match {
  const key = keyOf(found);
  return { key, read: () => ({ key, size, body }) };
}
