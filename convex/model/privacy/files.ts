/**
 * Stored files that no row names: an action stored one and was lost before it could report it. The stores of personal data
 * say which files are named.
 */
import { privacyRetention } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { Store } from '../contract/store.js';

const AGE_MS = privacyRetention.lostFiles.periodMs;
/** Files that one transaction looks at. */
const PAGE = 100;

export interface Swept {
  removed: number;
  /** Creation time of the last file that was looked at; null at the end. */
  reached: number | null;
}

/** Deletes the unnamed ones among the next files, which were stored after `after` (Unix milliseconds) and over an hour ago. */
export async function sweepFiles(ctx: MutationCtx, stores: readonly Store[], after: number): Promise<Swept> {
  const files = await ctx.db.system
    .query('_storage')
    .withIndex('by_creation_time', (range) => range.gt('_creationTime', after).lt('_creationTime', Date.now() - AGE_MS))
    .take(PAGE);
  let removed = 0;
  for (const { _id } of files) {
    if (await isNamed(ctx, stores, _id)) continue;
    await ctx.storage.delete(_id);
    removed += 1;
  }
  return { removed, reached: files[PAGE - 1]?._creationTime ?? null };
}

async function isNamed(ctx: MutationCtx, stores: readonly Store[], file: Id<'_storage'>): Promise<boolean> {
  for (const { names } of stores) if (await names?.(ctx, file)) return true;
  return false;
}
