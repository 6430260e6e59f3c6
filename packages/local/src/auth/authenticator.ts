/** Turns an Authorization header, or a socket's Authenticate message, into a caller. */
import { isAdminKey } from './admin-key.ts';
import { ANONYMOUS, identityFrom } from './identity.ts';
import type { Caller, UserIdentityAttributes } from './identity.ts';
import { TokenError, TokenVerifier } from './tokens.ts';
import type { AuthProvider } from './config.ts';

/** Far above the size of identity providers' tokens. */
const LONGEST_TOKEN = 1 << 16;

export class Authenticator {
  readonly #verifier: TokenVerifier;
  readonly #adminKey: string;

  constructor(providers: AuthProvider[], adminKey: string) {
    this.#verifier = new TokenVerifier(providers);
    this.#adminKey = adminKey;
  }

  async fromHeader(header: string | undefined): Promise<Caller> {
    if (!header) return ANONYMOUS;
    const [, scheme = '', value = ''] = /^(\S+)\s+(.*)$/.exec(header) ?? [];
    if (scheme.toLowerCase() === 'bearer') return this.user(value.trim());
    if (scheme.toLowerCase() === 'convex') return this.admin(value.trim());
    throw new TokenError('InvalidAuthHeader', 'Header must begin with `bearer `');
  }

  async user(token: string): Promise<Caller> {
    if (typeof token !== 'string' || token.length > LONGEST_TOKEN)
      throw new TokenError('InvalidAuthHeader', 'Could not parse as id token');
    const { identity, expiresAt } = await this.#verifier.verify(token);
    return { identity, isAdmin: false, token, expiresAt };
  }

  /** `<key>`, or `<key>:<base64 of the JSON attributes of the person to act as>`. */
  admin(value: string, actingAs?: UserIdentityAttributes): Caller {
    const [key = '', encoded] = String(value).split(':');
    if (!isAdminKey(key, this.#adminKey))
      throw new TokenError('BadDeployKey', 'The provided deploy key was invalid for this deployment.');
    const attributes = actingAs ?? (encoded ? decode(encoded) : null);
    if (attributes === null) return { identity: null, isAdmin: true, token: null, expiresAt: null };
    if (typeof attributes !== 'object' || typeof attributes.subject !== 'string')
      throw new TokenError('BadDeployKey', 'The person to act as must have a `subject`.');
    return { identity: identityFrom(attributes), isAdmin: true, token: null, expiresAt: null };
  }
}

function decode(encoded: string): UserIdentityAttributes {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as UserIdentityAttributes;
  } catch {
    throw new TokenError('BadDeployKey', 'The person to act as must be JSON in base64.');
  }
}
