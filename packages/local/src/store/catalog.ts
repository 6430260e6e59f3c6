/**
 * The tables and indexes that exist: a Convex table is one SQLite table of documents (`d_<number>`, keyed by id) and one
 * SQLite table a database index (`x_<index>`, keyed by the encoded field values). Search and vector indexes have tables of
 * their own, see ../search and ../vector; ids of all kinds of indexes are distinct.
 */
import type { DatabaseSync } from 'node:sqlite';
import { tableNumberOf } from '../values/ids.ts';
import type { ValidatorJSON } from '../values/validator-json.ts';

export interface IndexInfo {
  readonly id: number;
  readonly name: string;
  /** The indexed field paths, `_creationTime` and `_id` included. */
  readonly fields: readonly string[];
  readonly table: TableInfo;
}

/** A full-text or vector index as the schema declares it. */
export interface SpecialIndexInfo {
  readonly id: number;
  readonly name: string;
  readonly table: TableInfo;
  readonly definition: SpecialDefinition;
}

export type SpecialDefinition =
  | { readonly kind: 'search'; readonly field: string; readonly filterFields: readonly string[] }
  | {
      readonly kind: 'vector';
      readonly field: string;
      readonly dimensions: number;
      readonly filterFields: readonly string[];
    };

export type SearchIndexInfo = SpecialIndexInfo & { readonly definition: { readonly kind: 'search' } };
export type VectorIndexInfo = SpecialIndexInfo & { readonly definition: { readonly kind: 'vector' } };

export interface TableInfo {
  readonly number: number;
  readonly component: string;
  readonly name: string;
  readonly byId: IndexInfo;
  readonly byCreationTime: IndexInfo;
  /** Every index but by_id, which the document table itself is. */
  readonly indexes: Map<string, IndexInfo>;
  readonly special: Map<string, SpecialIndexInfo>;
  /** The schema's document validator, when the schema enforces one. */
  validator: ValidatorJSON | null;
}

/** System tables have small numbers; the numbers of a project's own tables start here, as on a Convex deployment. */
const FIRST_USER_TABLE = 10_001;
const FIRST_SPECIAL_INDEX = 1_000_000_000;

const METADATA = `
  CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tables(number INTEGER PRIMARY KEY, component TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(component, name));
  CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, UNIQUE(tbl, name));
  CREATE TABLE IF NOT EXISTS special_indexes(id INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, UNIQUE(tbl, name));
  CREATE TABLE IF NOT EXISTS answers(session BLOB, request INTEGER, at INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY(session, request)) WITHOUT ROWID;
`;

export const BY_ID = 'by_id';
export const BY_CREATION_TIME = 'by_creation_time';

export class Catalog {
  readonly #database: DatabaseSync;
  readonly #atomically: (change: () => void) => void;
  readonly #byName = new Map<string, TableInfo>();
  readonly #byNumber = new Map<number, TableInfo>();
  /** Made in the transaction that is open. */
  #uncommitted: TableInfo[] = [];

  /** `atomically` runs a change as a whole or not at all. */
  constructor(database: DatabaseSync, atomically: (change: () => void) => void) {
    this.#database = database;
    this.#atomically = atomically;
    database.exec(METADATA);
    for (const row of database.prepare('SELECT number, component, name FROM tables').all() as {
      number: number;
      component: string;
      name: string;
    }[]) {
      this.#load(row.number, row.component, row.name);
    }
  }

  #load(number: number, component: string, name: string): TableInfo {
    const rows = this.#database.prepare('SELECT id, name, fields FROM indexes WHERE tbl = ?').all(number) as {
      id: number;
      name: string;
      fields: string;
    }[];
    const table = {
      number,
      component,
      name,
      indexes: new Map<string, IndexInfo>(),
      special: new Map<string, SpecialIndexInfo>(),
      validator: null,
    } as unknown as TableInfo;
    for (const row of rows) {
      const index: IndexInfo = { id: row.id, name: row.name, fields: JSON.parse(row.fields) as string[], table };
      if (row.name === BY_ID) Object.assign(table, { byId: index });
      else table.indexes.set(row.name, index);
      if (row.name === BY_CREATION_TIME) Object.assign(table, { byCreationTime: index });
    }
    this.#loadSpecial(table);
    this.#byName.set(`${component}\n${name}`, table);
    this.#byNumber.set(number, table);
    return table;
  }

  #loadSpecial(table: TableInfo): void {
    const rows = this.#database
      .prepare('SELECT id, name, definition FROM special_indexes WHERE tbl = ?')
      .all(table.number) as { id: number; name: string; definition: string }[];
    for (const { id, name, definition } of rows)
      table.special.set(name, { id, name, table, definition: JSON.parse(definition) as SpecialDefinition });
  }

  find(component: string, name: string): TableInfo | undefined {
    return this.#byName.get(`${component}\n${name}`);
  }

  /** The table an id points at, if it belongs to the component. */
  ofId(component: string, id: string): TableInfo | undefined {
    const number = tableNumberOf(id);
    const table = number === null ? undefined : this.#byNumber.get(number);
    return table?.component === component ? table : undefined;
  }

  all(): Iterable<TableInfo> {
    return this.#byNumber.values();
  }

  ensureTable(component: string, name: string): TableInfo {
    const existing = this.find(component, name);
    if (existing) return existing;
    const system = name.startsWith('_');
    const range = system ? 'number < ?' : 'number >= ?';
    const top = this.#database
      .prepare(`SELECT max(number) AS top FROM tables WHERE ${range}`)
      .get(FIRST_USER_TABLE) as {
      top: number | null;
    };
    return this.createTable((top.top ?? (system ? 0 : FIRST_USER_TABLE - 1)) + 1, component, name);
  }

  /** With the number it had where it was exported: ids carry it. */
  createTable(number: number, component: string, name: string): TableInfo {
    let table: TableInfo | undefined;
    this.#atomically(() => {
      this.#database
        .prepare('INSERT INTO tables(number, component, name) VALUES (?, ?, ?)')
        .run(number, component, name);
      this.#database.exec(
        `CREATE TABLE d_${number}(n INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, size INTEGER NOT NULL, body TEXT NOT NULL)`,
      );
      this.#insertIndex(number, BY_ID, ['_id']);
      this.#createIndex(number, BY_CREATION_TIME, ['_creationTime', '_id']);
      this.#uncommitted.push((table = this.#load(number, component, name)));
    });
    return table!;
  }

  /** The transaction is on disk, and so are the tables that were made in it. */
  keep(): void {
    this.#uncommitted = [];
  }

  /** The transaction was undone, and with it the tables. */
  forget(): void {
    for (const { number, component, name } of this.#uncommitted) {
      this.#byName.delete(`${component}\n${name}`);
      this.#byNumber.delete(number);
    }
    this.#uncommitted = [];
  }

  #insertIndex(table: number, name: string, fields: readonly string[]): number {
    const result = this.#database
      .prepare('INSERT INTO indexes(tbl, name, fields) VALUES (?, ?, ?)')
      .run(table, name, JSON.stringify(fields));
    return Number(result.lastInsertRowid);
  }

  #createIndex(table: number, name: string, fields: readonly string[]): number {
    const id = this.#insertIndex(table, name, fields);
    this.#database.exec(`CREATE TABLE x_${id}(key BLOB PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID`);
    return id;
  }

  addIndex(table: TableInfo, name: string, fields: readonly string[]): IndexInfo {
    const index: IndexInfo = { id: this.#createIndex(table.number, name, fields), name, fields, table };
    table.indexes.set(name, index);
    return index;
  }

  dropIndex(index: IndexInfo): void {
    this.#database.prepare('DELETE FROM indexes WHERE id = ?').run(index.id);
    this.#database.exec(`DROP TABLE x_${index.id}`);
    index.table.indexes.delete(index.name);
  }

  /** Notes the index; its own tables are the caller's. */
  addSpecial(table: TableInfo, name: string, definition: SpecialDefinition): SpecialIndexInfo {
    const top = this.#database.prepare('SELECT max(id) AS top FROM special_indexes').get() as { top: number | null };
    const id = (top.top ?? FIRST_SPECIAL_INDEX - 1) + 1;
    this.#database
      .prepare('INSERT INTO special_indexes(id, tbl, name, definition) VALUES (?, ?, ?, ?)')
      .run(id, table.number, name, JSON.stringify(definition));
    const index: SpecialIndexInfo = { id, name, table, definition };
    table.special.set(name, index);
    return index;
  }

  dropSpecial(index: SpecialIndexInfo): void {
    this.#database.prepare('DELETE FROM special_indexes WHERE id = ?').run(index.id);
    index.table.special.delete(index.name);
  }
}
