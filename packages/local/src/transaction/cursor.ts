/** The source of a query's documents: an index range or the matches of a search. */
import type { FoundDocument } from './transaction.ts';

/** Documents one by one, in the order of a query's index. */
export interface DocumentCursor {
  next(): FoundDocument | null;
  /** Adds the reading to the transaction's read set. */
  record(): void;
}
