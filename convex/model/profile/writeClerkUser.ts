/**
 * Follows what Clerk tells of its users: the facts, the picture, the deletion. A deletion is final, whatever comes after it.
 * Part of the write path.
 */
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { writeViews } from '../privacy/views.js';
import { findAccount } from './accounts.js';
import type { ClerkUser } from './clerkFacts.js';
import { eraseClerkUser, keepFacts } from './clerkUsers.js';
import { profileSource } from './source.js';
import { profileViews } from './views.js';
import { ensureAccount } from './write.js';
import { deleteAccount } from './writeAccount.js';
import { followProvided } from './writePhoto.js';

/** The account that changed; null if none did. */
export type Followed = Id<'accounts'> | null;

/**
 * Keeps the facts and has the picture of the person's profile follow them. The words of a profile are its owner's: they do
 * not follow.
 */
export async function followClerkUser(ctx: MutationCtx, user: ClerkUser): Promise<Followed> {
  const account = await findAccount(ctx, user.subject);
  if (account?.status === 'deleted') return null;
  const news = await keepFacts(ctx, user);
  if (!news || !account || account.handle === undefined) return null;
  const stored = (await profileSource(ctx, account.handle))!;
  const owner = { profileId: stored.profileId, accountId: account._id, handle: account.handle };
  const photo = await followProvided(ctx, owner, stored.photo, {
    before: news.before.picture,
    now: user.facts.picture,
  });
  if (photo === stored.photo) return null;
  await writeViews(ctx, profileViews, { ...stored, photo });
  return account._id;
}

/**
 * Deletes the person's account and begins the erasure. A person who never came to Gigsy leaves a tombstone too, so that an
 * older delivery that comes later, or a token that is still valid, makes no account.
 */
export async function followClerkDeletion(ctx: MutationCtx, subject: string): Promise<Followed> {
  const account = await findAccount(ctx, subject);
  if (account?.status === 'deleted') return null;
  if (account) {
    await deleteAccount(ctx, account, 'provider');
    return account._id;
  }
  await eraseClerkUser(ctx, subject);
  return (await ensureAccount(ctx, subject, 'student', 'deleted'))._id;
}
