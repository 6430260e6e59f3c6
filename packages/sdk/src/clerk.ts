/**
 * Signs the SDK in through Clerk. The host hands over the Clerk that it has loaded, or a publishable key, with which Clerk is
 * loaded here.
 */
import type { Clerk } from '@clerk/clerk-js';
import type { Auth } from './auth.ts';
import { GigsyError } from './errors.ts';

/** The part of Clerk that is used. */
export type ClerkSession = Pick<Clerk, 'session' | 'addListener'>;

/** As `Auth`, with the changes that Clerk always tells of. */
export type ClerkAuth = Auth & Required<Pick<Auth, 'onChange'>>;

/**
 * Tokens of the session that Clerk holds at the time of each call; nobody is signed in while it holds none. Watches follow
 * sign-in, sign-out and a switch of the person. A publishable key (`pk_...`) needs the package `@clerk/clerk-js`: without it,
 * calls fail with the code `internal`. `template` names the JWT template that the deployment accepts.
 */
export function clerkAuth(
  clerk: ClerkSession | string,
  { template = 'convex' }: { template?: string } = {},
): ClerkAuth {
  let loading: Promise<ClerkSession> | undefined;
  const ready = () => (typeof clerk === 'string' ? (loading ??= load(clerk)) : Promise.resolve(clerk));
  return {
    getToken: async ({ forceRefresh = false } = {}) =>
      (await (await ready()).session?.getToken({ template, skipCache: forceRefresh })) ?? null,
    onChange(listener) {
      let stop = () => {};
      let ended = false;
      void ready().then(
        (loaded) => {
          if (!ended) stop = follow(loaded, listener);
        },
        // Each call for a token fails with this error.
        () => {},
      );
      return () => {
        ended = true;
        stop();
      };
    },
  };
}

/** Clerk tells of every refresh too; another session is another sign-in. */
function follow(clerk: ClerkSession, listener: () => void): () => void {
  let current = clerk.session?.id;
  return clerk.addListener(({ session }) => {
    if (session?.id === current) return;
    current = session?.id;
    listener();
  });
}

async function load(publishableKey: string): Promise<ClerkSession> {
  let Loaded: typeof Clerk;
  try {
    ({ Clerk: Loaded } = await import('@clerk/clerk-js'));
  } catch (cause) {
    throw new GigsyError('internal', 'A publishable key needs the package @clerk/clerk-js: npm install it', { cause });
  }
  const clerk = new Loaded(publishableKey);
  await clerk.load();
  return clerk;
}
