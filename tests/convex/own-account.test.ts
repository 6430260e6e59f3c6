/** A person's own account: deactivated, restored, deleted after a time of grace. */
import { DELETION_GRACE_MS, isPublicEvent } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { asViewer, linked, partnerOf, session } from './partner.ts';

type Change = 'deactivate' | 'restore' | 'requestDeletion' | 'cancelDeletion';
let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  d = deployment();
  ada = await person(d, 'ada', { role: 'mentor', sections: { about: { text: 'Public' } } });
});
afterEach(() => {
  vi.useRealTimers();
});

const does = (change: Change, idempotencyKey = key()) => ada.mutation(api.profile.accounts[change], { idempotencyKey });
const state = (caller = ada) => caller.query(api.profile.accounts.status, {});
const shown = (caller: Caller = d.t as never) => caller.query(api.profile.get, { handle: 'ada' });
/** Without the news of what the public sees. */
const events = () =>
  d.t.run(async (ctx) =>
    (await ctx.db.query('events').collect()).map(({ type }) => type).filter((type) => !isPublicEvent(type)),
  );

/** Lets time pass, and the hourly job run at the end. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await d.t.mutation(internal.profile.accounts.deletionsDue, {});
  await vi.advanceTimersByTimeAsync(0);
  await d.t.finishInProgressScheduledFunctions();
}

describe('the state of an account', () => {
  test('is that of the caller: newcomer, active, deactivated, to be deleted', async () => {
    expect(await state(d.as('user_new'))).toEqual({
      status: 'newcomer',
      role: null,
      handle: null,
      deletion: null,
      suggestion: null,
    });
    const active = { status: 'active', role: 'mentor', handle: 'ada', deletion: null, suggestion: null };
    expect(await state()).toEqual(active);
    expect(await does('deactivate')).toEqual({ ...active, status: 'deactivated' });
    expect(await state()).toEqual({ ...active, status: 'deactivated' });
    const requestedAt = Date.now();
    const deletion = { requestedAt, dueAt: requestedAt + DELETION_GRACE_MS, hold: null };
    expect(await does('requestDeletion')).toEqual({ ...active, status: 'deactivated', deletion });
    expect(await state()).toEqual({ ...active, status: 'deactivated', deletion });
  });

  test('is refused to anybody without a person behind them, and to a suspended person', async () => {
    expect((await refusalOf(state(d.t as never))).code).toBe('unauthenticated');
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'suspended' });
    expect((await refusalOf(state())).code).toBe('forbidden');
    for (const change of ['deactivate', 'restore', 'requestDeletion', 'cancelDeletion'] as const)
      expect([change, (await refusalOf(does(change))).code]).toEqual([change, 'forbidden']);
  });
});

describe.each(['deactivate', 'requestDeletion'] as const)('%s', (change) => {
  test('hides the profile from everybody in the same transaction, and comes undone without a trace', async () => {
    const eve = await person(d, 'eve');
    const before = [await shown(), await shown(eve), await shown(ada)];
    await does(change);
    expect([await shown(), await shown(eve), await shown(ada)]).toEqual([null, null, null]);
    expect(await d.t.run((ctx) => ctx.db.query('profileViews').collect())).toHaveLength(2);
    await does(change === 'deactivate' ? 'restore' : 'cancelDeletion');
    expect([await shown(), await shown(eve), await shown(ada)]).toEqual(before);
    expect(await events()).toEqual(['profile.created', 'profile.created', 'account.deactivated', 'account.restored']);
  });

  test('leaves nothing but the account to its person', async () => {
    const partner = await partnerOf(d);
    const { secret } = await partner.issue('secret');
    await linked(partner, secret, ada, 'u-ada');
    const viewer = asViewer(d, await session(partner, secret, { user: 'u-ada' }));
    await does(change);
    expect((await refusalOf(ada.query(api.profile.mine, {}))).code).toBe('forbidden');
    expect((await refusalOf(viewer.query(api.profile.mine, {}))).code).toBe('unauthenticated');
    const write = { changes: { about: { text: 'x' } }, expected: { about: 1 }, idempotencyKey: key() };
    expect((await refusalOf(ada.mutation(api.profile.update, write))).code).toBe('forbidden');
  });

  test('has one effect and one answer when its answer was lost and it is sent again', async () => {
    const request = key();
    const answer = await does(change, request);
    await pass(1_000);
    expect(await does(change, request)).toEqual(answer);
  });
});

test('each change is refused where there is nothing to change', async () => {
  const refused = async (change: Change) => (await refusalOf(does(change))).code;
  expect([await refused('restore'), await refused('cancelDeletion')]).toEqual(['account_state', 'account_state']);
  await does('deactivate');
  expect([await refused('deactivate'), await refused('cancelDeletion')]).toEqual(['account_state', 'account_state']);
  await does('requestDeletion');
  expect([await refused('deactivate'), await refused('requestDeletion')]).toEqual(['account_state', 'account_state']);
});

describe('a deletion', () => {
  const status = () =>
    d.t.run(
      async (ctx) => (await ctx.db.query('accounts').collect()).find(({ subject }) => subject === 'user_ada')!.status,
    );

  test('that is called off leaves the account as it was before: active or deactivated', async () => {
    await does('requestDeletion');
    expect((await does('cancelDeletion')).status).toBe('active');
    await does('deactivate');
    await does('requestDeletion');
    expect((await does('cancelDeletion')).status).toBe('deactivated');
  });

  test('is called off by restoring the account', async () => {
    await does('requestDeletion');
    expect(await does('restore')).toMatchObject({ status: 'active', deletion: null });
    await pass(2 * DELETION_GRACE_MS);
    expect(await state()).toMatchObject({ status: 'active', handle: 'ada' });
  });

  test('becomes final after thirty days, and not a moment before', async () => {
    await does('requestDeletion');
    await pass(DELETION_GRACE_MS - 1);
    expect(await status()).toBe('deactivated');
    await pass(1);
    expect(await status()).toBe('deleted');
    expect((await refusalOf(state())).code).toBe('forbidden');
    expect((await refusalOf(does('restore'))).code).toBe('forbidden');
    expect(await events()).toEqual(['profile.created', 'account.deactivated', 'account.deleted']);
  });

  test('that was called off and asked for again counts from the second request', async () => {
    await does('requestDeletion');
    await pass(DELETION_GRACE_MS - 1_000);
    await does('cancelDeletion');
    await does('requestDeletion');
    await pass(DELETION_GRACE_MS - 1);
    expect(await status()).toBe('deactivated');
    await pass(1);
    expect(await status()).toBe('deleted');
  });

  test('outlives a suspension, and no operator can show the profile again', async () => {
    const set = (next: 'active' | 'suspended', subject = 'user_ada') =>
      d.t.mutation(internal.profile.accounts.setStatus, { subject, status: next });
    await does('requestDeletion');
    await set('suspended');
    await set('active');
    expect([await status(), await shown()]).toEqual(['deactivated', null]);
    await set('suspended');
    await pass(DELETION_GRACE_MS);
    expect(await status()).toBe('deleted');
    expect((await refusalOf(set('active'))).code).toBe('not_found');
  });
});
