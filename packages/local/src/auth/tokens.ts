/** Verifies users' tokens as auth.config.ts says: provider by issuer and audience, then signature, algorithm and expiry. */
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose';
import { errorText } from '../errors.ts';
import type { JSONValue } from '../values/json.ts';
import { normalizeIssuer } from './config.ts';
import type { AuthProvider } from './config.ts';
import { identityOf } from './identity.ts';
import type { Identity } from './identity.ts';

/** A refused token; the code and sentence are Convex's. */
export class TokenError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const OIDC_ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];

/** OpenID Connect's standard claims under the names of Convex's UserIdentity. */
const CLAIM_NAMES: Record<string, string> = {
  name: 'name', given_name: 'givenName', family_name: 'familyName', nickname: 'nickname', preferred_username: 'preferredUsername',
  profile: 'profileUrl', picture: 'pictureUrl', email: 'email', email_verified: 'emailVerified', gender: 'gender', birthdate: 'birthday',
  zoneinfo: 'timezone', locale: 'language', phone_number: 'phoneNumber', phone_number_verified: 'phoneNumberVerified', address: 'address',
  updated_at: 'updatedAt',
};
const NOT_ATTRIBUTES = new Set(['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti', 'azp', 'nonce', 'at_hash']);

export interface VerifiedToken {
  identity: Identity;
  expiresAt: number | null;
}

export class TokenVerifier {
  private readonly providers: AuthProvider[];
  private readonly keys = new Map<AuthProvider, Promise<JWTVerifyGetKey>>();

  constructor(providers: AuthProvider[]) {
    this.providers = providers;
  }

  async verify(token: string): Promise<VerifiedToken> {
    const claims = decode(token);
    const provider = this.providerOf(claims);
    const algorithms = provider.kind === 'customJwt' ? [provider.algorithm] : OIDC_ALGORITHMS;
    try {
      const key = await this.keyOf(provider);
      const { payload } = await jwtVerify(token, key, { algorithms, requiredClaims: ['sub', 'iss', 'exp'] });
      return { identity: identityIn(payload), expiresAt: payload.exp === undefined ? null : payload.exp * 1000 };
    } catch (error) {
      throw refusal(provider, error);
    }
  }

  private providerOf(claims: JWTPayload): AuthProvider {
    const issuer = normalizeIssuer(String(claims.iss));
    const audiences = claims.aud === undefined ? [] : [claims.aud].flat();
    const found = this.providers.find((provider) => provider.issuer === issuer && (provider.applicationID === null || audiences.includes(provider.applicationID)));
    if (found) return found;
    throw new TokenError('NoAuthProvider', "No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers.");
  }

  private keyOf(provider: AuthProvider): Promise<JWTVerifyGetKey> {
    let key = this.keys.get(provider);
    if (!key) {
      key = provider.kind === 'oidc' ? discover(provider.issuer) : keySet(provider.jwks);
      this.keys.set(provider, key);
      // A provider that could not be reached is asked again with the next token.
      key.catch(() => this.keys.delete(provider));
    }
    return key;
  }
}

function decode(token: string): JWTPayload {
  try {
    decodeProtectedHeader(token);
    return decodeJwt(token);
  } catch {
    throw new TokenError('InvalidAuthHeader', 'Could not parse as id token');
  }
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new TokenError('AuthProviderDiscoveryFailed', `Auth provider discovery of ${issuer} failed: ${response.status}`);
  const metadata = (await response.json()) as { issuer?: string; jwks_uri?: string };
  if (!metadata.jwks_uri || normalizeIssuer(String(metadata.issuer)) !== issuer) {
    throw new TokenError('AuthProviderDiscoveryFailed', `Auth provider discovery of ${issuer} failed: unexpected issuer`);
  }
  return createRemoteJWKSet(new URL(metadata.jwks_uri));
}

async function keySet(location: string): Promise<JWTVerifyGetKey> {
  if (!location.startsWith('data:')) return createRemoteJWKSet(new URL(location));
  const response = await fetch(location);
  return createLocalJWKSet((await response.json()) as JSONWebKeySet);
}

function refusal(provider: AuthProvider, error: unknown): TokenError {
  if (error instanceof TokenError) return error;
  if (error instanceof errors.JOSEError) {
    const what = provider.kind === 'oidc' ? 'OIDC token claim' : 'token claim';
    return new TokenError('Unauthenticated', `Could not verify ${what}. Check that the token signature is valid and the token hasn't expired.`);
  }
  return new TokenError('AuthProviderDiscoveryFailed', `Auth provider discovery of ${provider.issuer} failed: ${errorText(error)}`);
}

function identityIn(payload: JWTPayload): Identity {
  const attributes: Record<string, JSONValue> = {};
  for (const [claim, value] of Object.entries(payload)) {
    if (value === undefined || value === null || NOT_ATTRIBUTES.has(claim)) continue;
    const attribute = CLAIM_NAMES[claim] ?? claim;
    attributes[attribute] = attribute === 'updatedAt' ? String(value) : (value as JSONValue);
  }
  return identityOf(attributes, payload.iss!, payload.sub!);
}
