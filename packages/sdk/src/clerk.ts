/** Signs the SDK in through Clerk. Imports Clerk's types only: the host loads Clerk itself. */
import type { Clerk } from '@clerk/clerk-js';
import type { Auth } from './auth.ts';

/**
 * Tokens of the session that `clerk` holds at the time of each call; nobody is signed in while it holds none.
 * `template` names the JWT template that the deployment accepts.
 */
export function clerkAuth(clerk: Pick<Clerk, 'session'>, { template = 'convex' }: { template?: string } = {}): Auth {
  return {
    getToken: async ({ forceRefresh = false } = {}) =>
      (await clerk.session?.getToken({ template, skipCache: forceRefresh })) ?? null,
  };
}
