/** The page of clerk-browser.test.ts: a host with Clerk and Gigsy, as a first-party app has them. */
import { Clerk } from '@clerk/clerk-js';
import { createGigsy } from '@gigsy/sdk';
import { clerkAuth } from '@gigsy/sdk/clerk';

interface Host {
  start(url: string, key: string, loadedByHost: boolean): Promise<void>;
  signIn(name: string): Promise<void>;
  signOut(): Promise<void>;
  handle(): Promise<string>;
  /** The results of a watch of the caller's own profile so far: a handle, `none`, or the code of an error. */
  watched: string[];
}

let clerk: Clerk;
let gigsy: ReturnType<typeof createGigsy>;

const host: Host = {
  watched: [],
  async start(url, key, loadedByHost) {
    if (loadedByHost) {
      clerk = new Clerk(key);
      await clerk.load();
    }
    gigsy = createGigsy({ url, auth: clerkAuth(loadedByHost ? clerk : key) });
    gigsy.profile.watchMine(
      {},
      {
        next: (mine) => host.watched.push(mine?.handle ?? 'none'),
        error: ({ code }) => host.watched.push(code),
      },
    );
  },
  async signIn(identifier) {
    const { createdSessionId } = await clerk.client!.signIn.create({ identifier });
    await clerk.setActive({ session: createdSessionId });
  },
  // With a callback Clerk leaves the page where it is.
  signOut: () => clerk.signOut(() => undefined),
  handle: async () => (await gigsy.profile.mine({}))?.handle ?? 'none',
};
Object.assign(window, { host });
