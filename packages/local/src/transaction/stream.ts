/** A query being read: documents one by one in order, filters and limits applied, the range really read recorded. */
import { SearchCursor } from '../search/search-cursor.ts';
import type { JSONObject } from '../values/json.ts';
import { afterKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { matches } from './filters.ts';
import type { DocumentCursor } from './cursor.ts';
import type { QueryPlan } from './query.ts';
import type { FoundDocument, Transaction } from './transaction.ts';

const FIRST_CHUNK = 16;
const LARGEST_CHUNK = 512;

export function openCursor(transaction: Transaction, plan: QueryPlan, expected?: number): DocumentCursor {
  return plan.search ? new SearchCursor(transaction, plan) : new RangeCursor(transaction, plan, expected);
}

type RangePlan = QueryPlan & { search: null };

/** Reads an index range row by row and knows how far it got. */
class RangeCursor implements DocumentCursor {
  readonly #transaction: Transaction;
  readonly #plan: RangePlan;
  #buffer: FoundDocument[] = [];
  #at = 0;
  #rest: { low: Key; high: Key } | null;
  #size: number;
  #last: FoundDocument | null = null;
  #exhausted = false;
  #recorded = false;

  constructor(transaction: Transaction, plan: RangePlan, expected?: number) {
    this.#transaction = transaction;
    this.#plan = plan;
    this.#rest = { low: plan.low, high: plan.high };
    this.#size = Math.min(expected ?? FIRST_CHUNK, LARGEST_CHUNK);
    transaction.metrics.count('databaseQueries', 1);
  }

  next(): FoundDocument | null {
    while (this.#at >= this.#buffer.length) {
      if (!this.#rest) {
        this.#exhausted = true;
        return null;
      }
      const chunk = this.#transaction.chunk(
        this.#plan.index,
        this.#rest.low,
        this.#rest.high,
        this.#plan.descending,
        Math.max(1, this.#size),
      );
      this.#buffer = chunk.found;
      this.#at = 0;
      this.#rest = chunk.rest;
      this.#size = Math.min(this.#size * 2, LARGEST_CHUNK);
    }
    const row = this.#buffer[this.#at++]!;
    this.#last = row;
    this.#transaction.metrics.read(row.size);
    return row;
  }

  /** Up to the last key only, so that later writes behind it wake nobody. */
  record(): void {
    if (this.#recorded || !this.#transaction.readSet) return;
    this.#recorded = true;
    let { low, high } = this.#plan;
    if (!this.#exhausted) {
      if (this.#last === null) return;
      if (this.#plan.descending) low = this.#last.key;
      else high = afterKey(this.#last.key);
    }
    this.#transaction.readSet.addRange(this.#plan.index.id, { low, high });
  }
}

export class QueryStream {
  readonly #cursor: DocumentCursor;
  readonly #plan: QueryPlan;
  /** How many documents have passed each operator. */
  readonly #taken: number[];

  constructor(transaction: Transaction, plan: QueryPlan) {
    this.#plan = plan;
    const first = plan.operators[0];
    this.#cursor = openCursor(transaction, plan, first && 'limit' in first ? first.limit : undefined);
    this.#taken = plan.operators.map(() => 0);
  }

  /** JSON text of the next document, or null at the end. */
  next(): string | null {
    for (;;) {
      if (this.#limitReached()) return null;
      const row = this.#cursor.next();
      if (!row) return null;
      if (this.#passes(row.body)) return row.body;
    }
  }

  #limitReached(): boolean {
    const { operators } = this.#plan;
    for (let at = 0; at < operators.length; at++) {
      const operator = operators[at]!;
      if ('limit' in operator && this.#taken[at]! >= operator.limit) return true;
    }
    return false;
  }

  #passes(body: string): boolean {
    const { operators } = this.#plan;
    let document: JSONObject | undefined;
    for (let at = 0; at < operators.length; at++) {
      const operator = operators[at]!;
      if ('limit' in operator) this.#taken[at]! += 1;
      else if (!matches((document ??= JSON.parse(body) as JSONObject), operator.filter)) return false;
    }
    return true;
  }

  close(): void {
    this.#cursor.record();
  }
}
