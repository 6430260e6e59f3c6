/** Identifies the principal of a call by its verified token and the account behind it, and by nothing else. */
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { NOBODY, type Principal } from '../contract/principal.js';
import { embedIssuer } from '../operations/issuer.js';
import { livingSession } from '../operations/sessions.js';
import { findAccount } from '../profile/accounts.js';

/** Reads one document, up to four for an embed session, none without a token. Actions and mutations pass `now`. */
export async function principalOf(ctx: QueryCtx | MutationCtx, now?: number): Promise<Principal> {
  const identity = await ctx.auth.getUserIdentity();
  if (!identity) return NOBODY;
  // First, and by the exact issuer: viewers must not become people if Clerk's variable is our own address by mistake.
  if (identity.issuer === embedIssuer()) return viewerOf(ctx, identity.subject, now);
  const issuer = process.env.CLERK_JWT_ISSUER_DOMAIN;
  // A token of any other issuer identifies nobody, even if auth.config.ts comes to accept one.
  if (!issuer || !sameIssuer(identity.issuer, issuer)) return NOBODY;
  const account = await findAccount(ctx, identity.subject);
  if (!account) return { kind: 'newcomer', provider: 'clerk', subject: identity.subject };
  switch (account.status) {
    case 'active':
      return { kind: account.role, account };
    case 'deactivated':
      return { kind: 'deactivated', account };
    default:
      return { kind: 'anonymous', suspended: true };
  }
}

/** A token is worth nothing once its session has ended. */
async function viewerOf(ctx: QueryCtx | MutationCtx, subject: string, now?: number): Promise<Principal> {
  const named = await livingSession(ctx, subject, now);
  if (!named) return NOBODY;
  const { session, partnerId, account, shown } = named;
  return { kind: account ? 'viewer' : 'partner', session, partnerId, shown };
}

function sameIssuer(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}
