/**
 * Who issues viewer tokens, and for whom: this deployment, for itself. Read by auth.config.ts too, which sees no variable
 * that may be unset (Convex refuses the push), so it names the deployment's own address and nothing else.
 */

/** `aud` of viewer tokens: one that Clerk's never have. */
export const EMBED_AUDIENCE = 'gigsy-embed';

/** `iss` of viewer tokens; the keys to check them with are served below it. */
export function embedIssuer(): string {
  return `${process.env.CONVEX_SITE_URL}/v1`;
}

export const JWKS_PATH = '/.well-known/jwks.json';
