/**
 * The principals that calls act as, and the calls that the contract allows them. `door/identify` finds the principal of
 * a call.
 */
import { type PrincipalKind, type Role, members } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { refusal } from './errors.js';

export type Principal =
  /** `suspended`: a valid token of an account that may not act. It sees what anybody sees. */
  | { kind: 'anonymous'; suspended: boolean }
  /** Signed in, without an account yet. */
  | { kind: 'newcomer'; provider: 'clerk'; subject: string }
  | { kind: Role; account: Doc<'accounts'> }
  /** A person who has deactivated their account. Not a member: sees what anybody sees, and may come back. */
  | { kind: 'deactivated'; account: Doc<'accounts'> }
  /** Named by a partner's embed session. It lacks the account, so that no function can take a viewer for its owner. */
  | { kind: 'viewer' | 'partner'; session: Id<'embedSessions'>; partnerId: Id<'partners'>; shown: readonly string[] };

/** A caller without a token. */
export const NOBODY: Principal = { kind: 'anonymous', suspended: false };

/** A principal with an active account. */
export type Member = Extract<Principal, { kind: Role }>;

export function isMember(principal: Principal): principal is Member {
  return (members as readonly string[]).includes(principal.kind);
}

/** The principal as a member, where the contract admits members alone. */
export function memberOf(principal: Principal): Member {
  if (isMember(principal)) return principal;
  throw refusal('forbidden', 'This account may not do that.');
}

/** The account of the person who calls, where the contract admits members alone. */
export function memberAccount(principal: Principal): Doc<'accounts'> {
  return memberOf(principal).account;
}

/** The account of the person who calls, active or deactivated; undefined for everybody else. */
export function accountOf(principal: Principal): Doc<'accounts'> | undefined {
  return 'account' in principal ? principal.account : undefined;
}

/** The account that an audit row names: that of the person who acts, if the caller is a person. */
export function actorOf(principal: Principal): Id<'accounts'> | null {
  return accountOf(principal)?._id ?? null;
}

/** Names a person in idempotency and rate-limit keys, before and after they have an account. */
export function personKey({ provider, subject }: Pick<Doc<'accounts'>, 'provider' | 'subject'>): string {
  return `${provider}:${subject}`;
}

/** Names the principal in idempotency and rate-limit keys. */
export function principalKey(principal: Principal): string {
  const account = accountOf(principal);
  if (account) return personKey(account);
  if ('session' in principal) return `embed:${principal.session}`;
  return principal.kind === 'newcomer' ? personKey(principal) : 'anonymous';
}

/** Throws unless the contract admits the principal. */
export function authorize(principal: Principal, callers: readonly PrincipalKind[]): void {
  if (callers.includes(principal.kind)) return;
  if (principal.kind === 'anonymous' && !principal.suspended) throw refusal('unauthenticated', 'Sign in first.');
  throw refusal('forbidden', 'This account may not do that.');
}
