/**
 * A store of personal data: a domain's declaration of one table that holds data of people, of how to erase one person's part,
 * and of what of it the person's export holds. `../<domain>/stores.ts` exports those of a domain, and `../stores.ts` joins
 * them. A table without a store is on the list of tests/convex/erasure.test.ts, with the reason.
 */
import type { PropertyValidators } from 'convex/values';
import type { Doc, Id, TableNames } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

/** A person, by all names that tables know people under. */
export interface Person {
  account: Doc<'accounts'>;
  /** Undefined for a person who never had a profile. */
  profileId: Id<'profiles'> | undefined;
  /** The handle that the person has and those that they had, as far as these are not erased yet. */
  handles: readonly string[];
}

/** A table of ours, or one that a component keeps for us. */
export type StoreName = TableNames | 'rateLimiter.rateLimits';

export type ExportedRow = Readonly<Record<string, unknown>>;

/** A page of what a store holds on a person. */
export interface Exported {
  rows: ExportedRow[];
  /** Where the next page begins; null at the end. */
  cursor: string | null;
  files?: { id: Id<'_storage'>; name: string }[];
}

export interface Store {
  readonly table: StoreName;
  /**
   * Erases at most `count` documents of the person, with their files. Returns their number: less than `count` at the end. A
   * text is the reason for which an erasure leaves the documents.
   */
  readonly erase: ((ctx: MutationCtx, person: Person, count: number) => Promise<number>) | string;
  /** Documents that the erasure of one costs, where others go or change with it; 1 where it is left out. */
  readonly weight?: number;
  /** A page of the person's documents, without what belongs to others. A text is the reason for which an export lacks them. */
  readonly export: ((ctx: QueryCtx, person: Person, cursor: string | null) => Promise<Exported>) | string;
  /**
   * How an exported row differs from the stored document without its ids (`withoutIds`): fields of the document that it lacks,
   * or `all`, and fields that it has beside or in place of those. The schemas in the archive are made from this.
   */
  readonly shape?: { readonly lacks?: readonly string[] | 'all'; readonly has?: PropertyValidators };
  /** The meaning of the documents, for the person: one sentence. */
  readonly about: string;
  /** Whether a row names the stored file. Of each table that names files: a file that no table names is deleted. */
  names?(ctx: MutationCtx, file: Id<'_storage'>): Promise<boolean>;
}

/** Documents of one page of an export. Each may weigh kilobytes, and a query returns 8 MiB at most. */
export const EXPORT_PAGE = 100;

interface Page<Row> {
  page: Row[];
  isDone: boolean;
  continueCursor: string;
}

export function exportedPage<Row>({ page, isDone, continueCursor }: Page<Row>, exported: (row: Row) => ExportedRow) {
  return { rows: page.map(exported), cursor: isDone ? null : continueCursor } satisfies Exported;
}

/** The only page of a store with few documents. */
export function exportedWhole(rows: readonly (ExportedRow | null)[]): Exported {
  return { rows: rows.filter((row) => row !== null), cursor: null };
}

/** The document as its person reads it: no ids of ours, and the time of its making in words. */
export function withoutIds<Row extends { _id: string; _creationTime: number }>(row: Row): ExportedRow {
  const { _id, _creationTime, profileId, accountId, userId, commitTs, order, ...rest } = row as Row &
    Record<'profileId' | 'accountId' | 'userId' | 'commitTs' | 'order', unknown>;
  return { ...rest, storedAt: new Date(_creationTime).toISOString() };
}
