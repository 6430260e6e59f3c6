/** Clerk's session as the SDK's sign-in. */
import { clerkAuth } from '@gigsy/sdk/clerk';
import { describe, expect, test } from 'vitest';

function clerk(answer: string | null) {
  const asked: unknown[] = [];
  const session = { id: 'sess_1', getToken: async (options: unknown) => (asked.push(options), answer) };
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

describe('tells that somebody else is signed in', () => {
  function changing() {
    let tell: (state: { session: { id: string } | null }) => void = () => {};
    let listening = 0;
    const source = {
      session: null,
      addListener(listener: typeof tell) {
        tell = listener;
        listening += 1;
        return () => (listening -= 1);
      },
    };
    let changes = 0;
    const stop = clerkAuth(source as never).onChange(() => (changes += 1));
    return {
      told: (session: { id: string } | null) => tell({ session }),
      changes: () => changes,
      stop,
      listening: () => listening,
    };
  }

  test('at sign-in, at a switch and at sign-out, and not when a token is refreshed', async () => {
    const { told, changes } = changing();
    await Promise.resolve();
    const counts = [null, { id: 'a' }, { id: 'a' }, { id: 'b' }, null, null].map(
      (session) => (told(session), changes()),
    );
    expect(counts).toEqual([0, 1, 1, 2, 3, 3]);
  });

  test('no longer, once nobody listens, even if that was before Clerk was there', async () => {
    const late = changing();
    await Promise.resolve();
    late.stop();
    expect(late.listening()).toBe(0);
    const early = changing();
    early.stop();
    await Promise.resolve();
    expect(early.listening()).toBe(0);
  });
});
