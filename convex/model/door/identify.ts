/** Which principal a call acts as: from its verified token and the account behind it, and from nothing else. */
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { NOBODY, type Principal } from '../contract/principal.js';
import { embedIssuer } from '../operations/issuer.js';
import { livingSession } from '../operations/sessions.js';
import { findAccount } from '../profile/accounts.js';

/** Reads at most one document, four for an embed session; none for a call without a token. `now` where there is a clock. */
export async function principalOf(ctx: QueryCtx | MutationCtx, now?: number): Promise<Principal> {
  const identity = await ctx.auth.getUserIdentity();
  if (!identity) return NOBODY;
  // First, and by the exact issuer: were Clerk's variable set to our own address by mistake, viewers must not become people.
  if (identity.issuer === embedIssuer()) return viewerOf(ctx, identity.subject, now);
  const issuer = process.env.CLERK_JWT_ISSUER_DOMAIN;
  // The caller is nobody if auth.config.ts ever believes a further issuer.
  if (!issuer || !sameIssuer(identity.issuer, issuer)) return NOBODY;
  const account = await findAccount(ctx, identity.subject);
  if (!account) return { kind: 'newcomer', provider: 'clerk', subject: identity.subject };
  if (account.status !== 'active') return { kind: 'anonymous', suspended: true };
  return { kind: account.role, account };
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
