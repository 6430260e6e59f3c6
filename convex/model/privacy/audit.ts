/** Appends to the audit log: who changed what, by surrogates. */
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';

/** Whose matter it was: a profile's, or a partner's (with the person it acts for, if it does). */
export type AuditSubject = { profileId: Id<'profiles'> } | { partnerId: Id<'partners'>; accountId?: Id<'accounts'> };

export async function appendAudit(
  ctx: MutationCtx, entry: AuditSubject & { actor: Id<'accounts'> | null; action: string; changed: string[] },
): Promise<void> {
  await ctx.db.insert('auditLog', { ...entry, commitTs: ctx.db.vars.commitTs });
}
