/** Reads documents and index ranges over an SQLite connection, with its prepared statements kept. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { encodeKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { errorText } from '../errors.ts';
import type { IndexInfo, TableInfo } from './catalog.ts';
import { BY_ID } from './catalog.ts';

/** A document found through an index: its index key, its size by Convex's count, its JSON text. */
export interface Row {
  key: Key;
  size: number;
  body: string;
}

/** An SQLite connection and the statements prepared on it. */
export class Connection {
  readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  statement(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
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
    return this.tolerant(() => this.statement(`SELECT key, size, body FROM d_${table.number} WHERE key = ?`).get(key) as Row | undefined, undefined);
  }

  /** Up to `limit` rows with low <= key < high, in key order or against it. */
  range(index: IndexInfo, low: Key, high: Key, descending: boolean, limit: number): Row[] {
    const order = descending ? 'DESC' : 'ASC';
    const documents = `d_${index.table.number}`;
    const sql =
      index.name === BY_ID
        ? `SELECT key, size, body FROM ${documents} WHERE key >= ? AND key < ? ORDER BY key ${order} LIMIT ?`
        : `SELECT x.key AS key, d.size AS size, d.body AS body FROM x_${index.id} x CROSS JOIN ${documents} d ON d.n = x.n WHERE x.key >= ? AND x.key < ? ORDER BY x.key ${order} LIMIT ?`;
    return this.tolerant(() => this.statement(sql).all(low, high, limit) as unknown as Row[], []);
  }

  /** A snapshot taken before a table was first written does not have it yet: it reads as empty. */
  private tolerant<T>(read: () => T, absent: T): T {
    try {
      return read();
    } catch (error) {
      if (errorText(error).startsWith('no such table')) return absent;
      throw error;
    }
  }
}
