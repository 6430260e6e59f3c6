/**
 * The newest facts that Clerk has told of each of its users. Deliveries come late, twice and in any order, so each is held
 * against the newest that has come: the kept facts depend on the set of deliveries alone.
 */
import { canonicalJson } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { ClerkFacts, ClerkUser } from './clerkFacts.js';

export function findClerkUser(ctx: QueryCtx | MutationCtx, subject: string): Promise<Doc<'clerkUsers'> | null> {
  return ctx.db
    .query('clerkUsers')
    .withIndex('by_subject', (range) => range.eq('subject', subject))
    .unique();
}

/**
 * Keeps the facts if they are newer than those that are kept, and returns the facts before; null if they are not newer. Of
 * two different facts of the same millisecond the one with the greater text wins, whichever comes first.
 */
export async function keepFacts(
  ctx: MutationCtx,
  { subject, updatedAt, facts }: ClerkUser,
): Promise<{ before: ClerkFacts } | null> {
  const kept = await findClerkUser(ctx, subject);
  if (!kept) {
    await ctx.db.insert('clerkUsers', { subject, updatedAt, facts });
    return { before: {} };
  }
  const newer =
    kept.updatedAt === updatedAt ? canonicalJson(facts) > canonicalJson(kept.facts) : updatedAt > kept.updatedAt;
  if (!newer) return null;
  await ctx.db.patch('clerkUsers', kept._id, { updatedAt, facts });
  return { before: kept.facts };
}

/** Number of documents that went: one or none. */
export async function eraseClerkUser(ctx: MutationCtx, subject: string): Promise<number> {
  const kept = await findClerkUser(ctx, subject);
  if (kept) await ctx.db.delete('clerkUsers', kept._id);
  return kept ? 1 : 0;
}
