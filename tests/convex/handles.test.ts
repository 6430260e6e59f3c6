/** The change of a handle: who finds the profile under the old one, for how long, and who can have it. */
import { HANDLE_COOLDOWN_MS, HANDLE_LEADS_MS, sharedAudiences, upcastProfile } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import {
  type Caller,
  type Deployment,
  deployment,
  key,
  person,
  photosTaken,
  pictures,
  refusalOf,
} from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { withoutLeases } from './leased.ts';
import { png } from './png.ts';
import { costing, everythingSeen, remembered, told, world } from './probe.ts';

const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
  pictures.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The clock goes on, and the jobs that run by it run. */
async function passed({ t }: Deployment, time: number): Promise<void> {
  vi.setSystemTime(Date.now() + time);
  await t.mutation(internal.profile.handles.retire, {});
}

function rename(caller: Caller, handle: string) {
  return caller.mutation(api.profile.changeHandle, { handle, idempotencyKey: key() });
}

function settings(caller: Caller, profile: 'public' | 'platform' | 'owner', expected = 1) {
  return caller.mutation(api.privacy.update, { changes: { profile }, expected, idempotencyKey: key() });
}

function claim({ as }: Deployment, handle: string) {
  return as('user_other').mutation(api.profile.create, {
    handle,
    role: 'student',
    sections: { identity: { displayName: 'Other' } },
    idempotencyKey: key(),
  });
}

async function statusOf({ t }: Deployment, handle: string): Promise<number> {
  return (await t.fetch(`/v1/profiles/${handle}`, { redirect: 'manual' })).status;
}

describe('a former handle', () => {
  test('leads to the profile: queries answer the view under the new one, HTTP redirects for good with what was asked', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    expect(await rename(ada, 'countess')).toMatchObject({ handle: 'countess', versions: { identity: 1 } });
    const view = await d.t.query(api.profile.get, { handle: 'countess' });
    expect(view).toMatchObject({ handle: 'countess', identity: { displayName: 'Person ada' } });
    expect(await d.t.query(api.profile.get, { handle: 'ada' })).toEqual(view);
    const response = await d.t.fetch('/v1/profiles/ada?key=', { redirect: 'manual' });
    const without = await d.t.fetch('/v1/profiles/ada', { redirect: 'manual' });
    expect([response.status, without.status]).toEqual([401, 308]);
    expect(without.headers.get('location')).toBe('/v1/profiles/countess');
    expect(without.headers.get('cache-control')).toBe('no-cache');
    expect(await statusOf(d, 'countess')).toBe(200);
  });

  test('leads to the latest handle, however many there were', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    await rename(ada, 'byron');
    await passed(d, HANDLE_COOLDOWN_MS);
    await rename(ada, 'lovelace');
    for (const handle of ['ada', 'byron'])
      expect(await d.t.query(api.profile.get, { handle })).toMatchObject({ handle: 'lovelace' });
  });

  test('leads for 90 days, and is nobody else’s afterwards', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    await rename(ada, 'countess');
    await passed(d, HANDLE_LEADS_MS - DAY);
    expect(await statusOf(d, 'ada')).toBe(308);
    await passed(d, DAY);
    expect(await statusOf(d, 'ada')).toBe(404);
    expect(await d.t.query(api.profile.get, { handle: 'ada' })).toBeNull();
    expect((await refusalOf(claim(d, 'ada'))).code).toBe('handle_unavailable');
    expect(await statusOf(d, 'countess')).toBe(200);
  });

  test('can be had again by its owner, and is current then', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    await rename(ada, 'countess');
    await passed(d, HANDLE_COOLDOWN_MS);
    await rename(ada, 'ada');
    expect([await statusOf(d, 'ada'), await statusOf(d, 'countess')]).toEqual([200, 308]);
    await passed(d, HANDLE_LEADS_MS);
    expect([await statusOf(d, 'ada'), await statusOf(d, 'countess')]).toEqual([200, 404]);
    const rows = await d.t.run((ctx) => ctx.db.query('viewRedirects').collect());
    expect(rows).toEqual([]);
  });

  test('follows the settings and the status of the profile', async () => {
    const d = deployment();
    await withoutLeases(d);
    const [ada, member] = [await person(d, 'ada'), await person(d, 'member')];
    await rename(ada, 'countess');
    const seen = async () => [
      await statusOf(d, 'ada'),
      (await member.query(api.profile.get, { handle: 'ada' }))?.handle ?? null,
    ];
    await settings(ada, 'platform', 1);
    expect(await seen()).toEqual([404, 'countess']);
    await settings(ada, 'owner', 2);
    expect(await seen()).toEqual([404, null]);
    await settings(ada, 'public', 3);
    expect(await seen()).toEqual([308, 'countess']);
    const status = (next: 'active' | 'suspended') =>
      d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: next });
    await status('suspended');
    expect(await seen()).toEqual([404, null]);
    await status('active');
    expect(await seen()).toEqual([308, 'countess']);
  });

  test('is not one while the profile is hidden: it comes to lead when the profile is shown', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    await settings(ada, 'owner');
    await rename(ada, 'countess');
    expect(await d.t.run((ctx) => ctx.db.query('viewRedirects').collect())).toEqual([]);
    await settings(ada, 'public', 2);
    expect(await statusOf(d, 'ada')).toBe(308);
  });
});

test('everything that bears the handle follows: snapshot, picture, account, oEmbed', async () => {
  process.env.GIGSY_CDN_URL = 'https://cdn.example.test';
  const d = deployment();
  pictures.set('https://media.example/ada', { bytes: png(3, 1) });
  const sections = { identity: { displayName: 'Ada', avatarUrl: 'https://media.example/ada' } };
  const ada = await person(d, 'ada', { sections });
  await photosTaken(d);
  await rename(ada, 'countess');
  const mine = (await ada.query(api.profile.mine, {}))!;
  const { photo, ...own } = mine;
  expect([own.handle, photo]).toMatchObject(['countess', { state: 'stored' }]);
  const users = await d.t.run((ctx) => ctx.db.query('users').collect());
  expect(upcastProfile(users[0]!.profile)).toMatchObject(own);
  const view = (await d.t.query(api.profile.get, { handle: 'ada' }))!;
  const picture = async () => (await d.t.fetch(view.identity!.avatarUrl!.replace(/^https:\/\/[^/]+/, ''))).status;
  expect(await picture()).toBe(200);
  const url = encodeURIComponent(`${process.env.CONVEX_SITE_URL}/v1/embed/ada`);
  const oembed = (await (await d.t.fetch(`/v1/oembed?url=${url}`)).json()) as { html: string };
  expect(oembed.html).toContain('/v1/embed/countess');
  await ada.mutation(api.profile.update, {
    changes: { identity: { headline: 'Still here' } },
    expected: { identity: 1 },
    idempotencyKey: key(),
  });
  expect(await d.t.query(api.profile.get, { handle: 'ada' })).toMatchObject({ identity: { headline: 'Still here' } });
  await passed(d, HANDLE_LEADS_MS);
  expect([await statusOf(d, 'ada'), await picture()]).toEqual([404, 200]);
});

describe('a handle that cannot be had', () => {
  test('is refused alike: taken, confusable with one, reserved, confusable with such a one, retired, left', async () => {
    const d = deployment();
    await person(d, 'marlow-10');
    const left = await person(d, 'before');
    await rename(left, 'after');
    const ben = await person(d, 'ben');
    const refused = [];
    for (const handle of [
      'marlow-10',
      'rnarlow10',
      'mar1ow-lo',
      'marlovv-i-o',
      'admin',
      'adrn-in',
      'sandb0x-full',
      'before',
      'bef0re',
    ]) {
      refused.push(await refusalOf(rename(ben, handle)), await refusalOf(claim(d, handle)));
      vi.setSystemTime(Date.now() + 60_000);
    }
    expect(new Set(refused.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(refused[0]).toMatchObject({
      code: 'handle_unavailable',
      fields: [{ path: 'handle', code: 'unavailable' }],
    });
  });

  test('of one’s own can be: other spellings of the handle that one has', async () => {
    const d = deployment();
    const ada = await person(d, 'ada-lil');
    expect(await rename(ada, 'adalil')).toMatchObject({ handle: 'adalil' });
  });

  test('is that of a profile from before handles had rows', async () => {
    const d = deployment();
    await person(d, 'ada');
    await d.t.run(async (ctx) => {
      for (const row of await ctx.db.query('profileHandles').collect()) await ctx.db.delete(row._id);
    });
    expect((await refusalOf(claim(d, 'ada'))).code).toBe('handle_unavailable');
    await d.t.mutation(internal.profile.handles.collect, {});
    expect((await refusalOf(claim(d, 'a-da'))).code).toBe('handle_unavailable');
    await d.t.mutation(internal.profile.handles.collect, {});
    const ada = d.as('user_ada');
    await rename(ada, 'countess');
    expect((await refusalOf(claim(d, 'ada'))).code).toBe('handle_unavailable');
    expect(await statusOf(d, 'ada')).toBe(308);
  });
});

describe('the cool-down', () => {
  test('refuses another change for 30 days and says when it ends, whatever the handle', async () => {
    const d = deployment();
    await person(d, 'taken');
    const ada = await person(d, 'ada');
    await rename(ada, 'countess');
    await passed(d, DAY);
    const [free, taken] = [await refusalOf(rename(ada, 'lovelace')), await refusalOf(rename(ada, 'taken'))];
    expect(free).toEqual(taken);
    expect(free).toMatchObject({ code: 'handle_cooling_down', retryAfterMs: HANDLE_COOLDOWN_MS - DAY });
    await passed(d, HANDLE_COOLDOWN_MS - DAY);
    expect(await rename(ada, 'lovelace')).toMatchObject({ handle: 'lovelace' });
  });

  test('does not begin with the handle that one has already, nor with a profile that is new', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    expect(await rename(ada, 'ada')).toMatchObject({ handle: 'ada' });
    expect(await rename(ada, 'countess')).toMatchObject({ handle: 'countess' });
  });
});

/** Functions whose answer tells that a handle cannot be had: docs/privacy.md. */
const declassified: ReadonlySet<string> = new Set(['profile.create', 'profile.changeHandle', ...told]);

describe.each(sharedAudiences)('to %s', (audience) => {
  async function ada(at: Awaited<ReturnType<typeof world>>, hides: boolean) {
    const owner = await person(at.d, 'ada');
    await rename(owner, 'countess');
    const about = { handle: 'ada', ...(await remembered(at, audience, 'countess')) };
    if (hides) await settings(owner, 'owner');
    return { owner, about };
  }

  test('the former handle of a hidden profile looks like one that nobody had, and costs the same work', async () => {
    const [hiding, without] = [await world(), await world()];
    const { about } = await ada(hiding, true);
    expect(await everythingSeen(hiding, audience, about, declassified)).toEqual(
      await everythingSeen(without, audience, about, declassified),
    );
  });

  test('a hidden edit changes nothing under the former handle, and a visible one does', async () => {
    const seen = async (changes: Record<string, unknown>) => {
      const at = await world();
      const { owner, about } = await ada(at, false);
      const [section] = Object.keys(changes);
      const request = { changes, expected: { [section!]: 1 }, idempotencyKey: key() };
      await owner.mutation(api.profile.update, request as never);
      return everythingSeen(at, audience, about, declassified);
    };
    const phone = (number: string) => ({ contact: { phone: number } });
    expect(await seen(phone('+1 555 0100'))).toEqual(await seen(phone('+1 555 0199')));
    const headline = (text: string) => ({ identity: { headline: text } });
    expect(await seen(headline('One'))).not.toEqual(await seen(headline('Two')));
  });
});

test('an unknown handle and the former handle of a hidden profile read the same two index ranges', async () => {
  const d = deployment();
  const ada = await person(d, 'ada');
  await rename(ada, 'countess');
  await settings(ada, 'owner');
  const work = async (handle: string) =>
    (await costing(() => d.t.query(api.profile.get, { handle }))).work.replaceAll(JSON.stringify(handle), 'HANDLE');
  const ranges = (steps: string) => steps.split('; ').filter((step) => step.startsWith('1.0/queryStream ')).length;
  expect([ranges(await work('ada')), ranges(await work('nobody'))]).toEqual([2, 2]);
  expect(await work('ada')).toBe(await work('nobody'));
});
