/** Which principal a call acts as: from its verified token and the account behind it, and from nothing else. */
import { type PrincipalKind, type Role, members } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { embedIssuer } from '../operations/issuer.js';
import { livingSession } from '../operations/sessions.js';
import { refusal } from './errors.js';

export type Principal =
  /** `suspended`: a valid token whose account may not act; sees what anybody sees. */
  | { kind: 'anonymous'; suspended: boolean }
  /** Signed in, without an account yet. */
  | { kind: 'newcomer'; provider: 'clerk'; subject: string }
  | { kind: Role; account: Doc<'accounts'> }
  /** By a partner's embed session. Without the account, so that no function can take a viewer for its owner. */
  | { kind: 'viewer' | 'partner'; session: Id<'embedSessions'>; partnerId: Id<'partners'>; shown: readonly string[] };

const NOBODY: Principal = { kind: 'anonymous', suspended: false };

/** A principal with an account. */
export type Member = Extract<Principal, { account: Doc<'accounts'> }>;

export function isMember(principal: Principal): principal is Member {
  return (members as readonly string[]).includes(principal.kind);
}

/** The account of the person who calls, where the contract admits members alone. */
export function memberAccount(principal: Principal): Doc<'accounts'> {
  if (isMember(principal)) return principal.account;
  throw refusal('forbidden', 'This account may not do that.');
}

/** Names the principal in idempotency and rate-limit keys. */
export function principalKey(principal: Principal): string {
  if (isMember(principal)) return `${principal.account.provider}:${principal.account.subject}`;
  if ('session' in principal) return `embed:${principal.session}`;
  return principal.kind === 'newcomer' ? `${principal.provider}:${principal.subject}` : 'anonymous';
}

/** Reads at most one document, four for an embed session; none for a call without a token. `now` where there is a clock. */
export async function principalOf(ctx: QueryCtx | MutationCtx, now?: number): Promise<Principal> {
  const identity = await ctx.auth.getUserIdentity();
  if (!identity) return NOBODY;
  // First, and by the exact issuer: were Clerk's variable set to our own address by mistake, viewers must not become people.
  if (identity.issuer === embedIssuer()) return viewerOf(ctx, identity.subject, now);
  const issuer = process.env.CLERK_JWT_ISSUER_DOMAIN;
  // A token of any further issuer that might be added to auth.config.ts is nobody here.
  if (!issuer || !sameIssuer(identity.issuer, issuer)) return NOBODY;
  const account = await findAccount(ctx, identity.subject);
  if (!account) return { kind: 'newcomer', provider: 'clerk', subject: identity.subject };
  if (account.status !== 'active') return { kind: 'anonymous', suspended: true };
  return { kind: account.role, account };
}

/** A session that has ended leaves its token worth nothing. */
async function viewerOf(ctx: QueryCtx | MutationCtx, subject: string, now?: number): Promise<Principal> {
  const named = await livingSession(ctx, subject, now);
  if (!named) return NOBODY;
  const { session, partnerId, account, shown } = named;
  return { kind: account ? 'viewer' : 'partner', session, partnerId, shown };
}

export function findAccount(ctx: QueryCtx | MutationCtx, subject: string): Promise<Doc<'accounts'> | null> {
  return ctx.db
    .query('accounts')
    .withIndex('by_identity', (range) => range.eq('provider', 'clerk').eq('subject', subject))
    .unique();
}

/** Throws unless the principal is one of those the contract admits. */
export function authorize(principal: Principal, callers: readonly PrincipalKind[]): void {
  if (callers.includes(principal.kind)) return;
  if (principal.kind === 'anonymous' && !principal.suspended) throw refusal('unauthenticated', 'Sign in first.');
  throw refusal('forbidden', 'This account may not do that.');
}

function sameIssuer(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}
