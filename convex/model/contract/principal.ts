/** Which principal a call acts as: from its verified token and the account behind it, and from nothing else. */
import type { PrincipalKind, Role } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from './errors.js';

export type Principal =
  /** `suspended`: a valid token whose account may not act; sees what anybody sees. */
  | { kind: 'anonymous'; suspended: boolean }
  /** Signed in, without an account yet. */
  | { kind: 'newcomer'; provider: 'clerk'; subject: string }
  | { kind: Role; account: Doc<'accounts'> };

/** A principal with an account. */
export type Member = Extract<Principal, { account: Doc<'accounts'> }>;

export function isMember(principal: Principal): principal is Member {
  return 'account' in principal;
}

/** Names the principal in idempotency and rate-limit keys. */
export function principalKey(principal: Principal): string {
  if (isMember(principal)) return `${principal.account.provider}:${principal.account.subject}`;
  return principal.kind === 'newcomer' ? `${principal.provider}:${principal.subject}` : 'anonymous';
}

/** Reads at most one document; none for a call without a token. */
export async function principalOf(ctx: QueryCtx | MutationCtx): Promise<Principal> {
  const identity = await ctx.auth.getUserIdentity();
  const issuer = process.env.CLERK_JWT_ISSUER_DOMAIN;
  // auth.config.ts admits Clerk's issuer alone; a token of any other that might be added there is nobody here.
  if (!identity || !issuer || !sameIssuer(identity.issuer, issuer)) return { kind: 'anonymous', suspended: false };
  const account = await findAccount(ctx, identity.subject);
  if (!account) return { kind: 'newcomer', provider: 'clerk', subject: identity.subject };
  if (account.status !== 'active') return { kind: 'anonymous', suspended: true };
  return { kind: account.role, account };
}

export function findAccount(ctx: QueryCtx | MutationCtx, subject: string): Promise<Doc<'accounts'> | null> {
  return ctx.db.query('accounts').withIndex('by_identity', (range) => range.eq('provider', 'clerk').eq('subject', subject)).unique();
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
