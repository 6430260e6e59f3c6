/** Appends to the audit log: who changed what or was denied it, by surrogates. */
import type { ErrorCode } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';

/** Whose matter it was: a profile's, a partner's (with the person it acts for, if it does), or a person's own. */
export type AuditSubject =
  | { profileId: Id<'profiles'> }
  | { partnerId: Id<'partners'>; accountId?: Id<'accounts'> }
  | { accountId: Id<'accounts'> };

/** Refusals that are denied access. The others, such as a version conflict, are everyday. */
const DENIED: readonly ErrorCode[] = ['forbidden', 'not_found'];

export async function appendAudit(
  ctx: MutationCtx,
  entry: AuditSubject & { actor: Id<'accounts'> | null; action: string; changed: string[]; refused?: ErrorCode },
): Promise<void> {
  await ctx.db.insert('auditLog', { ...entry, commitTs: ctx.db.vars.commitTs });
}

/** Notes that a person was denied what they called for. As many rows as the rate limit lets them call. */
export async function appendRefusal(
  ctx: MutationCtx,
  actor: Id<'accounts'> | null,
  action: string,
  refused: ErrorCode,
): Promise<void> {
  if (actor && DENIED.includes(refused))
    await appendAudit(ctx, { actor, accountId: actor, action, changed: [], refused });
}
