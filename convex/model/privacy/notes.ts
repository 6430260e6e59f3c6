/**
 * The words that viewers give as the reason of an access. They stand apart from the audit log, which holds their salted
 * commitment: the words can be erased, and the log stays whole.
 */
import { type AuditedRow, noteText, randomHex } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';

type Ctx = QueryCtx | MutationCtx;

/** Keeps the words; returns their commitment. */
export async function keepNote(
  ctx: MutationCtx,
  { profileId, viewer, note }: Pick<Doc<'accessNotes'>, 'profileId' | 'viewer' | 'note'>,
): Promise<string> {
  const salt = randomHex(16);
  const commitment = await hashOfText(noteText(note, salt));
  await ctx.db.insert('accessNotes', { profileId, viewer, commitment, salt, note });
  return commitment;
}

/** The words behind a commitment; null if they were erased. */
export function findNote(ctx: Ctx, commitment: string): Promise<Doc<'accessNotes'> | null> {
  return ctx.db
    .query('accessNotes')
    .withIndex('by_commitment', (range) => range.eq('commitment', commitment))
    .unique();
}

/** Whether the words of a row are those that were committed to. */
export async function noteState(ctx: Ctx, row: Doc<'auditLog'>): Promise<AuditedRow['note']> {
  if (!('reason' in row) || row.reason?.note === undefined) return 'none';
  const kept = await findNote(ctx, row.reason.note);
  if (kept) return (await hashOfText(noteText(kept.note, kept.salt))) === row.reason.note ? 'kept' : 'changed';
  const viewed = row.subject.kind === 'profile' ? row.subject.id : null;
  return (await wasErased(ctx, row.actor, viewed)) ? 'erased' : 'missing';
}

/** Whether the one who wrote the words, or the one whom they concern, was erased. */
async function wasErased(ctx: Ctx, viewer: Id<'accounts'> | null, viewed: Id<'profiles'> | null): Promise<boolean> {
  const ofViewer =
    viewer &&
    (await ctx.db
      .query('erasures')
      .withIndex('by_account', (range) => range.eq('accountId', viewer))
      .first());
  const ofViewed =
    viewed &&
    (await ctx.db
      .query('erasures')
      .withIndex('by_profile', (range) => range.eq('profileId', viewed))
      .first());
  return ofViewer !== null || ofViewed !== null;
}
