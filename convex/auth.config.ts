/**
 * Whose tokens the deployment believes. People: Clerk's alone, its issuer from the environment; development points the
 * same variable at a local issuer. Viewers that partners name: this deployment's own (docs/adr/0008), of which there are
 * none while it has no key to sign them with. No other issuer is ever accepted.
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
