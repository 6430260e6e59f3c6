/** Clerk's session as the SDK's sign-in. */
import { clerkAuth } from '@gigsy/sdk/clerk';
import { expect, test } from 'vitest';

function clerk(answer: string | null) {
  const asked: unknown[] = [];
  const session = { getToken: async (options: unknown) => (asked.push(options), answer) };
  return { asked, clerk: { session } as unknown as Parameters<typeof clerkAuth>[0] };
}

test("gives the session's token from Clerk's template, anew when a fresh one is needed", async () => {
  const signedIn = clerk('token');
  const auth = clerkAuth(signedIn.clerk);
  expect([await auth.getToken(), await auth.getToken({ forceRefresh: true })]).toEqual(['token', 'token']);
  expect(signedIn.asked).toEqual([
    { template: 'convex', skipCache: false },
    { template: 'convex', skipCache: true },
  ]);
});

test('is anonymous while nobody is signed in', async () => {
  expect(await clerkAuth({ session: null } as never).getToken()).toBeNull();
});
