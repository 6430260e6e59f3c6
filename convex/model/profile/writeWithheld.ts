/** The places of a profile that moderators withhold. They govern every view, as the status of the account does. Part of the write path. */
import { canonicalJson } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { writeViews } from '../privacy/views.js';
import { profileSource } from './source.js';
import { profileViews } from './views.js';
import { rewriteOtherViews } from './write.js';

/**
 * Withholds exactly `keys` of an account's profile from everybody but the owner: rows of the privacy matrix, and items as
 * `section/id`. The same transaction makes the views of every domain again. The owner's settings stay as they are.
 */
export async function withhold(ctx: MutationCtx, accountId: Id<'accounts'>, keys: readonly string[]): Promise<void> {
  const account = await ctx.db.get('accounts', accountId);
  if (!account) return;
  const withheld = [...new Set(keys)].sort();
  if (canonicalJson(withheld) === canonicalJson(account.withheld ?? [])) return;
  await ctx.db.patch('accounts', accountId, { withheld: withheld.length > 0 ? withheld : undefined });
  const stored = account.handle === undefined ? null : await profileSource(ctx, account.handle);
  if (!stored) return;
  await writeViews(ctx, profileViews, stored);
  await rewriteOtherViews(ctx, stored.profile.handle);
}
