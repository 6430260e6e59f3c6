/** Reads the matches of a search in order of relevance, like RangeCursor reads an index range. */
import type { DocumentCursor } from '../transaction/cursor.ts';
import type { QueryPlan } from '../transaction/query.ts';
import type { FoundDocument, Transaction } from '../transaction/transaction.ts';
import { HIGHEST, LOWEST, compareKeys } from '../values/keys.ts';
import { MAX_RESULTS } from './search-index.ts';
import { runSearch } from './search-run.ts';
import type { Match } from './search-run.ts';

export class SearchCursor implements DocumentCursor {
  readonly #transaction: Transaction;
  readonly #plan: QueryPlan & { search: object };
  #matches: Match[] | null = null;
  #isFull = false;
  #at = 0;

  constructor(transaction: Transaction, plan: QueryPlan & { search: object }) {
    this.#transaction = transaction;
    this.#plan = plan;
    transaction.metrics.count('databaseQueries', 1);
  }

  next(): FoundDocument | null {
    this.#matches ??= this.#run();
    const match = this.#matches[this.#at++];
    if (!match) {
      if (this.#isFull) {
        throw new Error(
          `Search query scanned too many documents (fetched ${MAX_RESULTS}). Consider using a smaller limit, paginating the query, or using a filter field to limit the number of documents pulled from the search index.`,
        );
      }
      return null;
    }
    const found = match.read();
    if (found) this.#transaction.metrics.read(found.size);
    return found;
  }

  #run(): Match[] {
    const transaction = this.#transaction;
    const plan = this.#plan;
    const all = runSearch(transaction.reader, transaction.overlay, plan.search);
    this.#isFull = all.length === MAX_RESULTS;
    return all.filter(({ key }) => compareKeys(plan.low, key) <= 0 && compareKeys(key, plan.high) < 0);
  }

  /** Any write to an indexed document may change the ranking. */
  record(): void {
    this.#transaction.readSet?.addRange(this.#plan.index.id, { low: LOWEST, high: HIGHEST });
  }
}
