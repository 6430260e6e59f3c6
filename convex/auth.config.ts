/**
 * Whose tokens the deployment believes: Clerk's alone, its issuer from the environment. Development points the same
 * variable at a local issuer; no other issuer is ever accepted.
 */
import type { AuthConfig } from 'convex/server';

export default {
  providers: [{ domain: process.env.CLERK_JWT_ISSUER_DOMAIN!, applicationID: 'convex' }],
} satisfies AuthConfig;
