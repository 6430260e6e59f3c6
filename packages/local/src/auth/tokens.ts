/** Verifies users' tokens as auth.config.ts says: provider by issuer and audience, then signature, algorithm and expiry. */
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey, JWTVerifyOptions, ProtectedHeaderParameters } from 'jose';
import { errorText } from '../errors.ts';
import { isObject } from '../values/json.ts';
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
  name: 'name',
  given_name: 'givenName',
  family_name: 'familyName',
  nickname: 'nickname',
  preferred_username: 'preferredUsername',
  profile: 'profileUrl',
  picture: 'pictureUrl',
  email: 'email',
  email_verified: 'emailVerified',
  gender: 'gender',
  birthdate: 'birthday',
  zoneinfo: 'timezone',
  locale: 'language',
  phone_number: 'phoneNumber',
  phone_number_verified: 'phoneNumberVerified',
  address: 'address',
  updated_at: 'updatedAt',
};
/** Those of RFC 7519, and one that changes from token to token of one session. */
const REGISTERED = new Set(['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti', 'fva']);
const NOT_ATTRIBUTES = new Set([...REGISTERED, 'azp', 'nonce', 'at_hash', 'c_hash', 'auth_time', 'acr', 'amr']);

/** The difference between clocks that Convex allows. */
const LEEWAY_SECONDS = 5;
const CHECKS: Record<AuthProvider['kind'], JWTVerifyOptions> = {
  oidc: {},
  customJwt: { clockTolerance: LEEWAY_SECONDS },
};

export interface VerifiedToken {
  identity: Identity;
  expiresAt: number | null;
}

export class TokenVerifier {
  readonly #providers: AuthProvider[];
  readonly #keys = new Map<AuthProvider, Promise<JWTVerifyGetKey>>();

  constructor(providers: AuthProvider[]) {
    this.#providers = providers;
  }

  async verify(token: string): Promise<VerifiedToken> {
    const { header, claims } = decode(token);
    const provider = this.#providerOf(claims);
    try {
      // Convex looks the key of a custom JWT up by its id; of one OIDC provider's keys the only fitting one may do.
      if (provider.kind === 'customJwt' && header.kid === undefined) throw new errors.JWKSNoMatchingKey();
      const key = await this.#keyOf(provider);
      const { payload } = await jwtVerify(token, key, {
        requiredClaims: ['sub', 'iss', 'exp'],
        ...CHECKS[provider.kind],
        algorithms: algorithmsOf(provider),
      });
      if (payload.iat !== undefined && payload.iat > Date.now() / 1000 + LEEWAY_SECONDS)
        throw new errors.JWTClaimValidationFailed('"iat" is in the future', payload, 'iat');
      return {
        identity: identityIn(payload, provider.kind),
        expiresAt: payload.exp === undefined ? null : payload.exp * 1000,
      };
    } catch (error) {
      throw refusal(provider, error);
    }
  }

  #providerOf(claims: JWTPayload): AuthProvider {
    if (typeof claims.iss !== 'string') throw new TokenError('InvalidAuthHeader', 'Missing issuer in JWT payload');
    const issuer = normalizeIssuer(claims.iss);
    const audiences = claims.aud === undefined ? [] : [claims.aud].flat();
    const found = this.#providers.find(
      (provider) =>
        provider.issuer === issuer && (provider.applicationID === null || audiences.includes(provider.applicationID)),
    );
    if (found) return found;
    throw new TokenError(
      'NoAuthProvider',
      "No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers.",
    );
  }

  #keyOf(provider: AuthProvider): Promise<JWTVerifyGetKey> {
    let key = this.#keys.get(provider);
    if (!key) {
      key = provider.kind === 'oidc' ? discover(provider.issuer) : keySet(provider.jwks);
      this.#keys.set(provider, key);
      // A provider that could not be reached is asked again with the next token.
      key.catch(() => this.#keys.delete(provider));
    }
    return key;
  }
}

function algorithmsOf(provider: AuthProvider): string[] {
  return provider.kind === 'customJwt' ? [provider.algorithm] : OIDC_ALGORITHMS;
}

function decode(token: string): { header: ProtectedHeaderParameters; claims: JWTPayload } {
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    throw new TokenError('InvalidAuthHeader', 'Could not parse as id token');
  }
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
  });
  if (!response.ok)
    throw new TokenError(
      'AuthProviderDiscoveryFailed',
      `Auth provider discovery of ${issuer} failed: ${response.status}`,
    );
  const metadata = (await response.json()) as { issuer?: string; jwks_uri?: string };
  if (!metadata.jwks_uri || normalizeIssuer(String(metadata.issuer)) !== issuer) {
    throw new TokenError(
      'AuthProviderDiscoveryFailed',
      `Auth provider discovery of ${issuer} failed: unexpected issuer`,
    );
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
    const hint = "Check that the token signature is valid and the token hasn't expired.";
    if (provider.kind === 'oidc')
      return new TokenError('Unauthenticated', `Could not verify OIDC token claim. ${hint}`);
    const isOfClaims = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
    return new TokenError(
      'InvalidAuthHeader',
      isOfClaims ? `Could not validate token. ${hint}` : `Could not decode token. ${hint}`,
    );
  }
  return new TokenError(
    'AuthProviderDiscoveryFailed',
    `Auth provider discovery of ${provider.issuer} failed: ${errorText(error)}`,
  );
}

/** The identity that functions see: standard claims of an OIDC token under Convex's names, all claims of a custom JWT under their own. */
function identityIn(payload: JWTPayload, kind: AuthProvider['kind']): Identity {
  const attributes =
    kind === 'oidc' ? oidcAttributes(payload) : flattened(payload as { [claim: string]: JSONValue | undefined });
  return identityOf(attributes, payload.iss!, payload.sub!);
}

/** A custom claim with the name of one of Convex's attributes yields to the standard claim. */
function oidcAttributes(payload: JWTPayload): Record<string, JSONValue> {
  const [own, standard]: [Record<string, JSONValue>, Record<string, JSONValue>] = [{}, {}];
  for (const [claim, value] of Object.entries(payload)) {
    if (value === undefined || value === null || NOT_ATTRIBUTES.has(claim)) continue;
    if (!Object.hasOwn(CLAIM_NAMES, claim)) own[claim] = value as JSONValue;
    else {
      const shown =
        claim === 'updated_at' ? timeText(value) : claim === 'address' ? addressText(value) : (value as JSONValue);
      if (shown !== null) standard[CLAIM_NAMES[claim]!] = shown;
    }
  }
  return { ...own, ...standard };
}

/** Seconds since 1970 in RFC 3339, as Convex prints them. */
function timeText(seconds: unknown): string | null {
  if (typeof seconds !== 'number' || Number.isNaN(new Date(seconds * 1000).getTime())) return null;
  return new Date(seconds * 1000).toISOString().replace(/(\.000)?Z$/, '+00:00');
}

/** Convex keeps the formatted address of OpenID Connect (Core 1.0, 5.1.1). */
function addressText(address: unknown): string | null {
  const { formatted } = (address ?? {}) as { formatted?: unknown };
  return typeof formatted === 'string' ? formatted : null;
}

/** Claims within claims are named by their path, for instance "org.id". */
function flattened(claims: { [claim: string]: JSONValue | undefined }, prefix = ''): Record<string, JSONValue> {
  const attributes: Record<string, JSONValue> = {};
  for (const [claim, value] of Object.entries(claims)) {
    if (value === undefined || (prefix === '' && REGISTERED.has(claim))) continue;
    if (isObject(value)) Object.assign(attributes, flattened(value, `${prefix}${claim}.`));
    else attributes[`${prefix}${claim}`] = value;
  }
  return attributes;
}
