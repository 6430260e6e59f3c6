/** The deletion of an account by moderators: one asks for it, and another one confirms. */
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';
import { deleteAccount } from '../../profile/writeAccount.js';
import type { LivingCase } from './cases.js';

export async function askDeletion(
  ctx: MutationCtx,
  { _id, deletion, accountId }: LivingCase,
  by: Id<'accounts'>,
  reason: string,
): Promise<void> {
  if (accountId === by) throw refusal('forbidden', 'Nobody decides on their own profile.');
  if (deletion) throw refusal('account_state', 'The deletion of this account waits for another moderator already.');
  await ctx.db.patch('moderationCases', _id, { deletion: { by, at: Date.now(), reason } });
}

/** Hides the account for good at once. Its erasure takes this case's content with it, and waits while a legal hold lasts. */
export async function confirmDeletion(
  ctx: MutationCtx,
  { _id, deletion, accountId }: LivingCase,
  by: Id<'accounts'>,
): Promise<void> {
  if (!deletion) throw refusal('account_state', 'Nobody has asked for the deletion of this account.');
  if (deletion.by === by || accountId === by)
    throw refusal('forbidden', 'Another moderator than the one who asked has to confirm.');
  const account = await ctx.db.get('accounts', accountId);
  await ctx.db.patch('moderationCases', _id, { deletion: undefined });
  if (account && account.status !== 'deleted') await deleteAccount(ctx, account, 'moderation');
}
