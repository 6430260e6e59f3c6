/** Legal holds: nothing of a held person is purged or erased, they stay as hidden as they were, and nobody else notices. */
import { DELETION_GRACE_MS, RESTORABLE_MS, UPLOAD_MS } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { SECRET, deliver } from './clerk-delivery.ts';
import { deployment, key, person, refusalOf, type Caller, type Deployment, scheduledRun } from './deployment.ts';
import { partnerOf } from './partner.ts';

let d: Deployment;
let ada: Caller;
let admin: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
  d = deployment();
  ada = await person(d, 'ada', { sections: { skills: [{ name: 'Kestrel' }, { name: 'Removed' }] } });
  admin = (await partnerOf(d)).admin;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const pass = (rounds?: number) => scheduledRun(d, rounds);

const { holds } = api.privacy;
const place = (of: object = { handle: 'ada' }, rest: object = {}) =>
  admin.mutation(holds.place, { of, reason: 'litigation', ...rest, idempotencyKey: key() } as never);
const lift = (hold: string) => admin.mutation(holds.lift, { hold, idempotencyKey: key() });
const list = (args: object = {}) => admin.query(holds.list, args as never);
const requestDeletion = () => ada.mutation(api.profile.accounts.requestDeletion, { idempotencyKey: key() });
const status = () => ada.query(api.profile.accounts.status, {});
const receipts = () => d.t.run((ctx) => ctx.db.query('erasures').collect());
const skills = async () => (await d.t.run((ctx) => ctx.db.query('profileSkills').collect())).length;

/** The day on which the time of grace is over, and the hourly job. */
async function due(): Promise<void> {
  vi.setSystemTime(Date.now() + DELETION_GRACE_MS);
  await d.t.mutation(internal.profile.accounts.deletionsDue, {});
  await pass();
}

describe('a hold', () => {
  test('is on the list until it is lifted, and then on that of lifted ones', async () => {
    const { hold, account, placedAt } = await place();
    const shown = { hold, account, handle: 'ada', reason: 'litigation', told: true, placedAt, liftedAt: null };
    expect(await list()).toEqual({ holds: [shown], next: null });
    expect(await lift(hold)).toEqual({ ...shown, liftedAt: Date.now() });
    expect(await list()).toEqual({ holds: [], next: null });
    expect((await list({ state: 'lifted' })).holds).toEqual([{ ...shown, liftedAt: Date.now() }]);
  });

  test('names people by handle or account, once for each reason', async () => {
    const { account } = await place();
    expect((await refusalOf(place({ account }))).code).toBe('account_state');
    expect(await place({ account }, { reason: 'safety' })).toMatchObject({ account, handle: 'ada' });
    for (const of of [{ handle: 'nobody' }, { account: 'none' }])
      expect([of, (await refusalOf(place(of))).code]).toEqual([of, 'not_found']);
    expect((await refusalOf(place({ handle: 'ada' }, { reason: 'because of Ada' }))).code).toBe('invalid_argument');
  });

  test('is gone three years after it was lifted, and not before', async () => {
    const { hold } = await place();
    await lift(hold);
    vi.setSystemTime(Date.now() + 3 * 365 * 24 * 3_600_000 - 1);
    await d.t.mutation(internal.privacy.retention.fold, {});
    expect((await list({ state: 'lifted' })).holds).toHaveLength(1);
    vi.setSystemTime(Date.now() + 1);
    await d.t.mutation(internal.privacy.retention.fold, {});
    expect((await list({ state: 'lifted' })).holds).toEqual([]);
  });

  test('comes page by page', async () => {
    const { account } = await place();
    await d.t.run(async (ctx) => {
      for (let n = 0; n < 120; n += 1)
        await ctx.db.insert('legalHolds', {
          accountId: account as never,
          reason: 'safety',
          told: false,
          state: 'active',
        });
    });
    const first = await list();
    const second = await list({ before: first.next });
    expect([first.holds.length, second.holds.length, second.next]).toEqual([100, 21, null]);
    expect(new Set([...first.holds, ...second.holds].map(({ hold }) => hold)).size).toBe(121);
  });

  test('shows in no answer that another person gets', async () => {
    const other = await person(d, 'other');
    const asked = async () => [
      await d.t.query(api.profile.get, { handle: 'ada' }),
      await other.query(api.profile.get, { handle: 'ada' }),
      await (await d.t.fetch('/v1/profiles/ada')).text(),
      await status(),
    ];
    const before = await asked();
    await place();
    expect(await asked()).toEqual(before);
  });
});

describe('a deletion', () => {
  test('waits for the hold, though the account is closed on its day, and the receipt says how long', async () => {
    const { hold } = await place();
    expect((await requestDeletion()).deletion).toMatchObject({ hold: { reason: 'litigation' } });
    const since = Date.now() + DELETION_GRACE_MS;
    await due();
    expect((await refusalOf(status())).code).toBe('forbidden');
    expect((await d.t.fetch('/v1/profiles/ada')).status).toBe(404);
    expect(await receipts()).toMatchObject([{ state: 'waiting', waited: { since }, erased: {} }]);
    expect(await skills()).toBe(2);
    expect(await admin.query(api.privacy.retention.report, {})).toMatchObject({ waiting: 1 });
    await d.t.mutation(internal.privacy.erasure.resume, {});
    await d.t.mutation(internal.privacy.erasure.run, { erasure: (await receipts())[0]!._id });
    await pass();
    expect(await skills()).toBe(2);
    vi.setSystemTime(since + 1_000);
    await lift(hold);
    await pass();
    expect(await receipts()).toMatchObject([{ state: 'finished', waited: { since, until: since + 1_000 } }]);
    expect(await skills()).toBe(0);
    expect(await list({ state: 'lifted' })).toMatchObject({ holds: [{ handle: null, account: expect.any(String) }] });
  });

  test('goes on once the last of several holds is lifted', async () => {
    const [first, second] = [await place(), await place({ handle: 'ada' }, { reason: 'authority', told: false })];
    await requestDeletion();
    await due();
    await lift(first.hold);
    await pass();
    expect(await receipts()).toMatchObject([{ state: 'waiting' }]);
    await lift(second.hold);
    await pass();
    expect(await receipts()).toMatchObject([{ state: 'finished' }]);
  });

  test('is told to wait without the reason where the hold says so, and not told of before it is asked for', async () => {
    await place({ handle: 'ada' }, { told: false });
    expect((await status()).deletion).toBeNull();
    await requestDeletion();
    expect((await status()).deletion).toMatchObject({ hold: { reason: null } });
  });

  test('that the identity provider began waits as well, and the provider is asked once it goes on', async () => {
    vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_none');
    const { hold } = await place();
    await requestDeletion();
    await due();
    expect((await receipts())[0]!.provider).toEqual({ state: 'waiting', attempts: 0 });
    await d.t.mutation(internal.profile.clerkDeletions.due, {});
    await pass();
    expect((await receipts())[0]!.provider).toEqual({ state: 'waiting', attempts: 0 });
    await lift(hold);
    expect((await receipts())[0]!.provider).toEqual({ state: 'waiting', attempts: 0, dueAt: Date.now() });
    const { hold: second } = await place({ account: (await list({ state: 'lifted' })).holds[0]!.account });
    expect((await receipts())[0]!).toMatchObject({ state: 'waiting', provider: { state: 'waiting', attempts: 0 } });
    await lift(second);
    await deliver(d, { type: 'user.deleted', data: { id: 'user_ada' } });
    await pass();
    expect((await receipts()).map(({ state }) => state)).toEqual(['finished']);
  });

  test('of a person who is deleted at the provider while they are held waits', async () => {
    const { hold } = await place();
    await deliver(d, { type: 'user.deleted', data: { id: 'user_ada' } });
    await pass();
    expect(await receipts()).toMatchObject([{ reason: 'provider', state: 'waiting' }]);
    expect(await skills()).toBe(2);
    await lift(hold);
    await pass();
    expect(await receipts()).toMatchObject([{ reason: 'provider', state: 'finished' }]);
  });

  test('that has begun stops where it is', async () => {
    const { account } = await place({ handle: 'ada' }, { reason: 'safety' });
    await lift((await list()).holds[0]!.hold);
    await requestDeletion();
    await due();
    await d.t.run(async (ctx) => {
      const [erasure] = await ctx.db.query('erasures').collect();
      await ctx.db.patch('erasures', erasure!._id, { state: 'running' });
    });
    await place({ account });
    await d.t.mutation(internal.privacy.erasure.resume, {});
    await pass();
    expect(await receipts()).toMatchObject([{ state: 'waiting' }]);
  });
});

describe('a purge', () => {
  async function removedAndUploaded(caller: Caller): Promise<void> {
    await caller.mutation(api.profile.update, {
      changes: { skills: [] },
      expected: { skills: 1 },
      idempotencyKey: key(),
    });
    await caller.mutation(api.profile.photos.begin, { idempotencyKey: key() });
  }

  const kept = () =>
    d.t.run(async (ctx) => [
      (await ctx.db.query('profileRemovedItems').collect()).length,
      (await ctx.db.query('profileUploads').collect()).length,
    ]);

  async function purge(): Promise<void> {
    await d.t.mutation(internal.profile.removals.expire, {});
    await d.t.mutation(internal.profile.photos.expireUploads, {});
    await pass();
  }

  test('leaves what is of a held person, takes the rest, and the held rest after the hold', async () => {
    const eve = await person(d, 'eve', { sections: { skills: [{ name: 'Other' }] } });
    await removedAndUploaded(ada);
    await removedAndUploaded(eve);
    const { hold } = await place();
    vi.setSystemTime(Date.now() + Math.max(RESTORABLE_MS, UPLOAD_MS) + 1_000);
    await purge();
    expect(await kept()).toEqual([2, 1]);
    await lift(hold);
    await purge();
    expect(await kept()).toEqual([0, 0]);
  });

  test('gets past more rows of held people than one transaction looks at', async () => {
    const eve = await person(d, 'eve', { sections: { skills: [{ name: 'Other' }] } });
    await d.t.run(async (ctx) => {
      const [profile] = await ctx.db.query('profiles').collect();
      for (let n = 0; n < 150; n += 1)
        await ctx.db.insert('profileRemovedItems', {
          profileId: profile!._id,
          section: 'skills',
          itemId: `i${n}`,
          item: { id: `i${n}`, name: 'Held' },
          ordinal: n + 1,
        } as never);
    });
    await removedAndUploaded(eve);
    await place();
    vi.setSystemTime(Date.now() + RESTORABLE_MS + 1_000);
    await purge();
    expect(await kept()).toEqual([150, 0]);
  });
});
