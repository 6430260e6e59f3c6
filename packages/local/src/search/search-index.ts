/**
 * A full-text index in SQLite: one contentless FTS5 table `s_<index>` whose rows are the documents' rows. The words go in
 * as tokensOf() finds them; each filter value goes in as one word of a second column, which counts nothing in the ranking.
 */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { SearchIndexInfo, SpecialIndexInfo } from '../store/catalog.ts';
import type { Reader } from '../store/reader.ts';
import { fieldAt } from '../values/json.ts';
import type { JSONObject, JSONValue } from '../values/json.ts';
import { encodeKey } from '../values/keys.ts';
import { tokensOf } from './tokens.ts';

/** docs.convex.dev/search/text-search#limits: the best results that a query can look at. */
export const MAX_RESULTS = 1_024;

export interface Ranked {
  row: number;
  /** BM25 as SQLite counts it: lower is better. */
  score: number;
}

export function isSearchIndex(index: SpecialIndexInfo): index is SearchIndexInfo {
  return index.definition.kind === 'search';
}

export function createSearchTable(database: DatabaseSync, index: SpecialIndexInfo): void {
  // Words come in split and folded: `ascii` splits at spaces alone. Prefixes of two and three letters get lists of their own.
  database.exec(
    `CREATE VIRTUAL TABLE s_${index.id} USING fts5(words, filters, content='', contentless_delete=1, tokenize='ascii', prefix='2 3')`,
  );
}

export function dropSearchTable(database: DatabaseSync, index: SpecialIndexInfo): void {
  database.exec(`DROP TABLE s_${index.id}`);
}

/**
 * Merges segments of the index, at most so many pages of them, and leaves the words of deleted documents out. `begin` puts all
 * segments into one merge. False once nothing is left to do (sqlite.org/fts5.html#the_merge_command).
 */
export function mergeSegments(
  { database }: Reader,
  index: SpecialIndexInfo,
  { pages, begin }: { pages: number; begin: boolean },
): boolean {
  const changes = () => (database.prepare('SELECT total_changes() AS n').get() as { n: number }).n;
  const before = changes();
  database.prepare(`INSERT INTO s_${index.id}(s_${index.id}, rank) VALUES ('merge', ?)`).run(begin ? -pages : pages);
  return changes() - before >= 2;
}

/** The entry of a document in the index. */
export interface SearchEntry {
  words: string;
  filters: string;
}

/** Null when the document is not in the index: its field holds no text. */
export function searchEntry(index: SpecialIndexInfo, document: JSONObject | null): SearchEntry | null {
  const text = document && fieldAt(document, index.definition.field);
  if (!document || typeof text !== 'string') return null;
  const filters = index.definition.filterFields.map((field, at) => filterWord(at, fieldAt(document, field)));
  return { words: tokensOf(text).join(' '), filters: filters.join(' ') };
}

/** A word that stands for one value of one filter field. */
export function filterWord(field: number, value: JSONValue | undefined): string {
  return `f${field}x${createHash('sha256')
    .update(encodeKey([value]))
    .digest('hex')
    .slice(0, 24)}`;
}

export function addSearchEntry(
  writer: Reader,
  index: SpecialIndexInfo,
  row: number | bigint,
  { words, filters }: SearchEntry,
): void {
  writer.statement(`INSERT INTO s_${index.id}(rowid, words, filters) VALUES (?, ?, ?)`).run(row, words, filters);
}

export function removeSearchEntry(writer: Reader, index: SpecialIndexInfo, row: number | bigint): void {
  writer.statement(`DELETE FROM s_${index.id} WHERE rowid = ?`).run(row);
}

/** The best matches in order; of two equally good ones the newer comes first. */
export function rank(reader: Reader, index: SpecialIndexInfo, match: string, limit: number): Ranked[] {
  const table = `s_${index.id}`;
  return reader
    .statement(
      `SELECT rowid AS row, bm25(${table}, 1.0, 0.0) AS score FROM ${table} WHERE ${table} MATCH ? ORDER BY score, row DESC LIMIT ?`,
    )
    .all(match, limit) as unknown as Ranked[];
}
