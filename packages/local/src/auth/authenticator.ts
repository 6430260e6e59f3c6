/** Turns an Authorization header, or a socket's Authenticate message, into a caller. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANONYMOUS, identityFrom } from './identity.ts';
import type { Caller, UserIdentityAttributes } from './identity.ts';
import { TokenError, TokenVerifier } from './tokens.ts';
import type { AuthProvider } from './config.ts';

/** Kept in the data folder, readable by its owner alone. */
export function loadAdminKey(dataDir: string): string {
  const file = join(dataDir, 'admin-key');
  if (!existsSync(file)) writeFileSync(file, `local|${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

export class Authenticator {
  private readonly verifier: TokenVerifier;
  private readonly adminKey: string;

  constructor(providers: AuthProvider[], adminKey: string) {
    this.verifier = new TokenVerifier(providers);
    this.adminKey = adminKey;
  }

  async fromHeader(header: string | undefined): Promise<Caller> {
    if (!header) return ANONYMOUS;
    const [, scheme = '', value = ''] = /^(\S+)\s+(.*)$/.exec(header) ?? [];
    if (scheme.toLowerCase() === 'bearer') return this.user(value.trim());
    if (scheme.toLowerCase() === 'convex') return this.admin(value.trim());
    throw new TokenError('InvalidAuthHeader', 'Header must begin with `bearer `');
  }

  async user(token: string): Promise<Caller> {
    const { identity, expiresAt } = await this.verifier.verify(token);
    return { identity, isAdmin: false, token, expiresAt };
  }

  /** `<key>`, or `<key>:<base64 of the JSON attributes of the person to act as>`. */
  admin(value: string, actingAs?: UserIdentityAttributes): Caller {
    const [key = '', encoded] = value.split(':');
    if (!sameText(key, this.adminKey)) throw new TokenError('BadDeployKey', 'The provided deploy key was invalid for this deployment.');
    const attributes = actingAs ?? (encoded ? (JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as UserIdentityAttributes) : null);
    return { identity: attributes && identityFrom(attributes), isAdmin: true, token: null, expiresAt: null };
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
