/** Appends to the audit log: who changed what, by surrogates. */
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';

export async function appendAudit(
  ctx: MutationCtx, entry: { actor: Id<'accounts'> | null; action: string; profileId: Id<'profiles'>; changed: string[] },
): Promise<void> {
  await ctx.db.insert('auditLog', { ...entry, commitTs: ctx.db.vars.commitTs });
}
