/** The files of portfolios, and the unguessable ends of their addresses. */
import { MAX_FILES, randomHex } from '@gigsy/schema';
import type { Infer } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { fileFacts } from '../../tables/portfolio/files.js';
import type { ViewAudience } from '../privacy/readModel.js';
import { mediaAt } from './files/addresses.js';

type Ctx = QueryCtx | MutationCtx;
export type FileRow = Doc<'portfolioFiles'>;
export type FileFacts = Infer<typeof fileFacts>;

/** All files of a person. */
export function filesOf(ctx: Ctx, accountId: Id<'accounts'>): Promise<FileRow[]> {
  return ctx.db
    .query('portfolioFiles')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(MAX_FILES);
}

/** The file at an address that ends with this token. */
export function findFileByToken(ctx: Ctx, audience: ViewAudience, token: string): Promise<FileRow | null> {
  const files = ctx.db.query('portfolioFiles');
  switch (audience) {
    case 'public':
      return files.withIndex('by_public_token', (range) => range.eq('tokens.public', token)).unique();
    case 'platform':
      return files.withIndex('by_platform_token', (range) => range.eq('tokens.platform', token)).unique();
    case 'owner':
      return files.withIndex('by_owner_token', (range) => range.eq('tokens.owner', token)).unique();
  }
}

export async function insertFile(
  ctx: MutationCtx,
  { accountId, upload, file }: Pick<FileRow, 'accountId' | 'upload' | 'file'>,
): Promise<void> {
  await ctx.db.insert('portfolioFiles', { accountId, upload, file, tokens: newTokens() });
}

/** Ends addresses for good: their files have others from now on. Of addresses that no file has, nothing is left to end. */
export async function endAddresses(ctx: MutationCtx, addresses: Iterable<string>): Promise<void> {
  for (const address of addresses) {
    const at = mediaAt(address);
    const row = at && (await findFileByToken(ctx, at.audience, at.token));
    if (row) await ctx.db.patch('portfolioFiles', row._id, { tokens: { ...row.tokens, [at.audience]: randomHex(16) } });
  }
}

/** Deletes the row and the file, after which no address of it shows anything. */
export async function removeFile(ctx: MutationCtx, { _id, file }: FileRow): Promise<void> {
  await ctx.storage.delete(file.id);
  await ctx.db.delete('portfolioFiles', _id);
}

function newTokens(): FileRow['tokens'] {
  return { public: randomHex(16), platform: randomHex(16), owner: randomHex(16) };
}
