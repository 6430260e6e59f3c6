/** Uploads of pictures that are not finished yet. Read here and nowhere else. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

/** The upload at the address that ends with this token. */
export function findUpload(ctx: QueryCtx | MutationCtx, token: string): Promise<Doc<'profileUploads'> | null> {
  return ctx.db
    .query('profileUploads')
    .withIndex('by_token', (range) => range.eq('token', token))
    .unique();
}

/** Most uploads of one account: its rate limit lets no more be begun before the oldest are over. */
const MAX_UPLOADS = 50;

export function uploadsOf(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  count = MAX_UPLOADS,
): Promise<Doc<'profileUploads'>[]> {
  return ctx.db
    .query('profileUploads')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
}

/** At most `count` uploads that were begun between these times, in Unix milliseconds, oldest first. */
export function uploadsBetween(
  ctx: MutationCtx,
  { after, before }: { after: number; before: number },
  count: number,
): Promise<Doc<'profileUploads'>[]> {
  return ctx.db
    .query('profileUploads')
    .withIndex('by_creation_time', (range) => range.gt('_creationTime', after).lt('_creationTime', before))
    .take(count);
}

/** Whether an upload has this file. */
export async function namesUpload(ctx: MutationCtx, file: Id<'_storage'>): Promise<boolean> {
  const upload = await ctx.db
    .query('profileUploads')
    .withIndex('by_file', (range) => range.eq('file.id', file))
    .first();
  return upload !== null;
}
