/** Reads documents and index ranges over an SQLite connection, with its prepared statements kept. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JSONObject } from '../values/json.ts';
import { encodeKey, indexKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { errorText } from '../errors.ts';
import { storageFailure } from './failure.ts';
import type { IndexInfo, TableInfo } from './catalog.ts';
import { BY_ID } from './catalog.ts';

/** A document found through an index: its index key, its size by Convex's count, its JSON text. */
export interface Row {
  readonly key: Key;
  readonly size: number;
  readonly body: string;
}

/** Few rows are asked for their key: it is made of the document then, as it was when it was stored. */
class IndexRow implements Row {
  readonly size: number;
  readonly body: string;
  readonly #index: IndexInfo;
  #known: Key | undefined;

  constructor(index: IndexInfo, [size, body]: [number, string]) {
    this.#index = index;
    this.size = size;
    this.body = body;
  }

  get key(): Key {
    return (this.#known ??= this.#computed());
  }

  #computed(): Key {
    const document = JSON.parse(this.body) as JSONObject;
    return this.#index.name === BY_ID ? encodeKey([document._id]) : indexKey(document, this.#index.fields);
  }
}

/** An SQLite connection and the statements prepared on it. */
export class Connection {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** The statements of the fastest way, found by a number: no text has to be built to look one up. */
  readonly #numbered = new Map<number, StatementSync>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }

  /** The document of a key: its size and JSON text. */
  document(table: TableInfo): StatementSync {
    return (
      this.#numbered.get(-table.number) ??
      this.#prepare(-table.number, `SELECT size, body FROM d_${table.number} WHERE key = ?`)
    );
  }

  /** The documents of an index from one key to before another, at most so many: their sizes and JSON texts. */
  range(index: IndexInfo, descending: boolean): StatementSync {
    const number = index.id * 2 + Number(descending);
    return this.#numbered.get(number) ?? this.#prepare(number, rangeSql(index, descending));
  }

  /** Gives each row as an array: half the time of objects. */
  #prepare(number: number, sql: string): StatementSync {
    const statement = this.database.prepare(sql);
    // Newer than its types.
    (statement as StatementSync & { setReturnArrays(enabled: boolean): void }).setReturnArrays(true);
    this.#numbered.set(number, statement);
    return statement;
  }
}

function rangeSql(index: IndexInfo, descending: boolean): string {
  const order = descending ? 'DESC' : 'ASC';
  const documents = `d_${index.table.number}`;
  return index.name === BY_ID
    ? `SELECT size, body FROM ${documents} WHERE key >= ? AND key < ? ORDER BY key ${order} LIMIT ?`
    : `SELECT d.size, d.body FROM x_${index.id} x CROSS JOIN ${documents} d ON d.n = x.n WHERE x.key >= ? AND x.key < ? ORDER BY x.key ${order} LIMIT ?`;
}

export class Reader {
  /** May be exchanged for another one that shows the same state. */
  connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  get database(): DatabaseSync {
    return this.connection.database;
  }

  statement(sql: string): StatementSync {
    return this.connection.statement(sql);
  }

  get(table: TableInfo, id: string): Row | undefined {
    return this.getByKey(table, encodeKey([id]));
  }

  getByKey(table: TableInfo, key: Key): Row | undefined {
    try {
      const row = this.connection.document(table).get(key) as [number, string] | undefined;
      return row && { key, size: row[0], body: row[1] };
    } catch (error) {
      return absent(error, undefined);
    }
  }

  /** Up to `limit` rows with low <= key < high, in key order or against it. */
  range(index: IndexInfo, low: Key, high: Key, descending: boolean, limit: number): Row[] {
    try {
      const rows = this.connection.range(index, descending).all(low, high, limit) as unknown as [number, string][];
      return rows.map((row) => new IndexRow(index, row));
    } catch (error) {
      return absent(error, []);
    }
  }
}

/** A snapshot taken before a table was first written does not have it yet: it reads as empty. */
function absent<T>(error: unknown, nothing: T): T {
  if (errorText(error).startsWith('no such table')) return nothing;
  throw storageFailure(error);
}
