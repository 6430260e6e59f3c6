/** A person who deletes their account here is deleted at Clerk too: tried again for days, never for ever, and noted on the receipt. */
import { DELETION_GRACE_MS } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { SECRET, deliver } from './clerk-delivery.ts';
import { deployment, key, person, type Deployment, scheduledRun } from './deployment.ts';

let d: Deployment;
const asked: string[] = [];
/** Statuses of Clerk's next answers; afterwards 200. `0` is a connection that fails. */
const statuses: number[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
  vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_1');
  for (const list of [asked, statuses]) list.length = 0;
  vi.stubGlobal('fetch', async (address: URL, { method, headers }: { method: string; headers: object }) => {
    asked.push(`${method} ${address.href} ${JSON.stringify(headers)}`);
    const status = statuses.shift() ?? 200;
    if (status === 0) throw new TypeError('fetch failed: https://api.clerk.com/v1/users/user_ada');
    return new Response('{}', { status });
  });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  d = deployment();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const pass = () => scheduledRun(d, 4);

/** Ada asks for her deletion, and the time of grace passes. */
async function deleted(): Promise<void> {
  const ada = await person(d, 'ada');
  await ada.mutation(api.profile.accounts.requestDeletion, { idempotencyKey: key() });
  vi.setSystemTime(Date.now() + DELETION_GRACE_MS);
  await d.t.mutation(internal.profile.accounts.deletionsDue, {});
  await pass();
}

async function later(hours: number): Promise<void> {
  vi.setSystemTime(Date.now() + hours * 3_600_000);
  await d.t.mutation(internal.profile.clerkDeletions.due, {});
  await pass();
}

const receipt = async () => (await d.t.run((ctx) => ctx.db.query('erasures').first()))!.provider;

test('the user is deleted at Clerk, once', async () => {
  await deleted();
  expect(asked).toEqual(['DELETE https://api.clerk.com/v1/users/user_ada {"Authorization":"Bearer sk_test_1"}']);
  expect(await receipt()).toEqual({ state: 'deleted', attempts: 1 });
  await later(48);
  expect(asked).toHaveLength(1);
});

test('a user who is gone at Clerk already counts as deleted', async () => {
  statuses.push(404);
  await deleted();
  expect(await receipt()).toEqual({ state: 'deleted', attempts: 1 });
});

test('Clerk is asked again where it refuses or cannot be reached, and the log does not name the person', async () => {
  statuses.push(500, 0, 429);
  await deleted();
  expect(await receipt()).toMatchObject({ state: 'waiting', attempts: 1 });
  await later(0.1);
  expect(asked).toHaveLength(1);
  for (const hours of [0.1, 1, 3]) await later(hours);
  expect(await receipt()).toEqual({ state: 'deleted', attempts: 4 });
  const lines = vi.mocked(console.error).mock.calls.flat().map(String);
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toContain('user_ada');
});

test('Clerk is not asked for ever, and the receipt says that it failed', async () => {
  statuses.push(...Array.from({ length: 20 }, () => 500));
  await deleted();
  for (let day = 0; day < 12; day += 1) await later(25);
  expect(asked).toHaveLength(8);
  expect(await receipt()).toEqual({ state: 'failed', attempts: 8 });
});

test('an attempt that is lost is followed by another', async () => {
  await deleted();
  await d.t.run(async (ctx) => {
    const { _id } = (await ctx.db.query('erasures').first())!;
    await ctx.db.patch('erasures', _id, { provider: { state: 'waiting', attempts: 1, dueAt: Date.now() + 600_000 } });
  });
  await later(1);
  expect(await receipt()).toEqual({ state: 'deleted', attempts: 2 });
});

test('Clerk is not asked without its key, nor where it has told of the deletion itself', async () => {
  vi.stubEnv('CLERK_SECRET_KEY', '');
  await deleted();
  expect([asked, await receipt()]).toEqual([[], { state: 'not_asked', attempts: 0 }]);
  vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_1');
  d = deployment();
  await person(d, 'ada');
  await deliver(d, { type: 'user.deleted', data: { id: 'user_ada' } });
  await pass();
  expect([asked, await receipt()]).toEqual([[], undefined]);
});
