/**
 * The issuers whose tokens the deployment accepts. People: Clerk alone, its issuer from the environment; development
 * points the same variable at a local issuer. Viewers that partners name: this deployment itself (docs/adr/0008), which
 * signs no tokens while it has no key. No other issuer is ever accepted.
 */
import type { AuthConfig } from 'convex/server';
import { EMBED_AUDIENCE, JWKS_PATH, embedIssuer } from './model/operations/issuer.js';

export default {
  providers: [
    { domain: process.env.CLERK_JWT_ISSUER_DOMAIN!, applicationID: 'convex' },
    {
      type: 'customJwt',
      issuer: embedIssuer(),
      applicationID: EMBED_AUDIENCE,
      jwks: `${embedIssuer()}${JWKS_PATH}`,
      algorithm: 'ES256',
    },
  ],
} satisfies AuthConfig;
