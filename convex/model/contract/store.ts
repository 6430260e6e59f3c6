/**
 * A store of personal data: a domain's declaration of one table that holds data of people, and of how to erase one person's
 * part. `../<domain>/stores.ts` exports those of a domain, and `../stores.ts` joins them. A table without a store is on the
 * list of tests/convex/erasure.test.ts, with the reason.
 */
import type { Doc, Id, TableNames } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';

/** The person whose data are erased, by all names that tables know people under. */
export interface Erased {
  account: Doc<'accounts'>;
  /** Undefined for a person who never had a profile. */
  profileId: Id<'profiles'> | undefined;
  /** The handle that the person has and those that they had, as far as these are not erased yet. */
  handles: readonly string[];
}

/** A table of ours, or one that a component keeps for us. */
export type StoreName = TableNames | 'rateLimiter.rateLimits';

export interface Store {
  readonly table: StoreName;
  /** Erases at most `count` documents of the person, with their files. Returns their number: less than `count` at the end. */
  erase(ctx: MutationCtx, person: Erased, count: number): Promise<number>;
  /** Whether a row names the stored file. Of each table that names files: a file that no table names is deleted. */
  names?(ctx: MutationCtx, file: Id<'_storage'>): Promise<boolean>;
}
