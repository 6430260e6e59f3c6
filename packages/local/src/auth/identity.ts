/** The caller of a function: the attributes that `ctx.auth.getUserIdentity()` returns, and its rights. */
import type { JSONValue } from '../values/json.ts';

export interface Identity {
  tokenIdentifier: string;
  subject: string;
  issuer: string;
  [attribute: string]: JSONValue | undefined;
}

export type UserIdentityAttributes = Omit<Identity, 'tokenIdentifier'> & { subject: string; issuer?: string };

/** A verified caller. An admin may call internal functions, and may act as a person. */
export interface Caller {
  identity: Identity | Error | null;
  isAdmin: boolean;
  token: string | null;
  /** When the token ends, in Unix milliseconds. */
  expiresAt: number | null;
}

export const ANONYMOUS: Caller = { identity: null, isAdmin: false, token: null, expiresAt: null };

/** The issuer of identities that the owner of a deployment makes up, for instance in tests. */
const LOCAL_ISSUER = 'https://local.invalid';

export function identityFrom(attributes: UserIdentityAttributes): Identity {
  return identityOf(attributes, attributes.issuer ?? LOCAL_ISSUER, attributes.subject);
}

/** An identity with further attributes. Attributes cannot override the issuer and the subject. */
export function identityOf(
  attributes: Record<string, JSONValue | undefined>,
  issuer: string,
  subject: string,
): Identity {
  return { ...attributes, tokenIdentifier: `${issuer}|${subject}`, subject, issuer };
}
