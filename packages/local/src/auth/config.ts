/** The providers of convex/auth.config.ts, checked as a Convex push would. */
import { LocalDeploymentError } from '../errors.ts';

export type AuthProvider =
  | { kind: 'oidc'; issuer: string; applicationID: string }
  | { kind: 'customJwt'; issuer: string; applicationID: string | null; jwks: string; algorithm: 'RS256' | 'ES256' };

function invalid(why: string): LocalDeploymentError {
  return new LocalDeploymentError('auth_invalid', `auth.config.ts is invalid: ${why}.`);
}

/** Issuers are compared without the default scheme and a trailing slash: Auth0 writes the slash, its users do not. */
export function normalizeIssuer(issuer: string): string {
  const withScheme = /^https?:\/\//.test(issuer) ? issuer : `https://${issuer}`;
  return withScheme.replace(/\/+$/, '');
}

export function parseAuthConfig(config: unknown): AuthProvider[] {
  const providers = (config as { providers?: unknown } | undefined)?.providers;
  if (!Array.isArray(providers)) throw invalid('it must export an object with a `providers` array');
  return providers.map((provider: Record<string, unknown>, index) => {
    const text = (field: string): string => {
      const value = provider[field];
      if (typeof value !== 'string' || value === '') {
        throw invalid(`provider ${index + 1} has no \`${field}\` (is the environment variable that it reads set?)`);
      }
      return value;
    };
    if (provider.type !== 'customJwt')
      return { kind: 'oidc', issuer: normalizeIssuer(text('domain')), applicationID: text('applicationID') };
    const algorithm = text('algorithm');
    if (algorithm !== 'RS256' && algorithm !== 'ES256')
      throw invalid(`provider ${index + 1} has the unsupported algorithm ${algorithm}`);
    const applicationID = provider.applicationID === undefined ? null : text('applicationID');
    return { kind: 'customJwt', issuer: normalizeIssuer(text('issuer')), applicationID, jwks: text('jwks'), algorithm };
  });
}
