/**
 * Issuer and audience of viewer tokens: this deployment issues them for itself. auth.config.ts imports this too. Convex
 * refuses a push if that file reads a variable that may be unset, so only the deployment's own address is read here.
 */

/** `aud` of viewer tokens. Clerk's tokens never have it. */
export const EMBED_AUDIENCE = 'gigsy-embed';

/** `iss` of viewer tokens. The keys that verify them are served under this address. */
export function embedIssuer(): string {
  return `${process.env.CONVEX_SITE_URL}/v1`;
}

export const JWKS_PATH = '/.well-known/jwks.json';
