/** Baselines: counted from the log once each, for operators alone, without anything that names a person. */
import { baselinesSchema, eventTypes } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { EVENT_BATCH } from '../../convex/model/profile/baselines.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { partnerOf } from './partner.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2031, 4, 1, 12);

let d: Deployment;
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  d = deployment();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The figures after all that happened has been counted. */
async function counted() {
  await d.t.mutation(internal.events.consumers.wake, {});
  await d.t.finishAllScheduledFunctions(vi.runAllTimers);
  return figures();
}

async function figures() {
  const { admin } = await partnerOf(d);
  return admin.query(api.profile.baselines, {});
}

async function change(caller: Caller, changes: object): Promise<void> {
  const { versions } = (await caller.query(api.profile.mine, {}))!;
  const expected = Object.fromEntries(Object.keys(changes).map((name) => [name, versions[name as 'about']]));
  await caller.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
}

/** An employer's sections, complete: 80 points or more. */
const COMPLETE = {
  identity: {
    headline: 'Builds engines of every size',
    avatarUrl: 'https://media.example/a',
    location: { countryCode: 'AT' },
  },
  about: { text: 'We build engines, and teach how. '.repeat(16) },
  contact: { website: 'https://engines.example/' },
  organisation: {
    name: 'Engines',
    website: 'https://engines.example/',
    industry: 'Machines',
    size: '11-50',
    about: 'Engines for everybody. '.repeat(20),
    openingsUrl: 'https://engines.example/jobs',
  },
};

const band = (at: number, length: number) => Array.from({ length }, (_, each) => (each === at ? 1 : 0));

describe('profile.baselines', () => {
  test('counts profiles by score, edits by day and section, and the time until a profile is complete', async () => {
    const ada = await person(d, 'ada', { role: 'employer' });
    expect((await counted()).roles).toEqual([
      { role: 'employer', completeness: band(0, 10), timeToComplete: Array(5).fill(0) },
    ]);
    vi.setSystemTime(START + 2 * DAY);
    await change(ada, { about: COMPLETE.about });
    await change(ada, { about: { text: 'Shorter' }, contact: COMPLETE.contact });
    vi.setSystemTime(START + 3 * DAY);
    await change(ada, COMPLETE);
    const { roles, days, upTo } = await counted();
    const score = (await ada.query(api.profile.strength, {}))!.score;
    expect(score).toBeGreaterThanOrEqual(80);
    expect(roles).toEqual([
      { role: 'employer', completeness: band(Math.floor(score / 10), 10), timeToComplete: band(2, 5) },
    ]);
    expect(days).toEqual([
      {
        day: '2031-05-03',
        edits: [
          { section: 'about', count: 2 },
          { section: 'contact', count: 1 },
        ],
      },
      {
        day: '2031-05-04',
        edits: ['identity', 'about', 'organisation'].map((section) => ({ section, count: 1 })),
      },
    ]);
    expect(Math.floor(upTo!)).toBe(START + 3 * DAY);
  });

  test('counts the first time that a profile is complete, and no later one', async () => {
    const ada = await person(d, 'ada', { role: 'employer' });
    vi.setSystemTime(START + 2 * DAY);
    await change(ada, COMPLETE);
    await change(ada, { organisation: { about: null, name: null, website: null, industry: null } });
    vi.setSystemTime(START + 40 * DAY);
    await change(ada, { organisation: COMPLETE.organisation });
    expect((await counted()).roles[0]!.timeToComplete).toEqual(band(2, 5));
  });

  test('counts each event once, however often and in how many batches it runs', async () => {
    const people = await Promise.all(['ada', 'ben', 'cy'].map((handle) => person(d, handle)));
    for (let n = 0; n < EVENT_BATCH; n += 1) await change(people[n % 3]!, { about: { text: `Text ${n}` } });
    const first = await counted();
    expect(first.days).toEqual([{ day: '2031-05-01', edits: [{ section: 'about', count: EVENT_BATCH }] }]);
    expect(await counted()).toEqual(first);
    expect(first.roles).toEqual([
      { role: 'student', completeness: [3, ...Array(9).fill(0)], timeToComplete: Array(5).fill(0) },
    ]);
  });

  test('moves a profile with its role, and takes one that is gone out of the counts', async () => {
    await person(d, 'ada');
    await person(d, 'ben');
    await counted();
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'mentor' });
    expect((await counted()).roles.map(({ role }) => role).sort()).toEqual(['mentor', 'student']);
    await d.t.run(async (ctx) => {
      for (const table of ['profiles', 'profileStrengths'] as const)
        for (const row of await ctx.db.query(table).collect()) await ctx.db.delete(table, row._id as never);
    });
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'suspended' });
    await d.t.run(async (ctx) => {
      for (const { profileId } of await ctx.db.query('baselineEntries').collect())
        await ctx.db.insert('events', {
          type: 'account.suspended',
          version: 1,
          subject: { kind: 'profile', id: profileId },
          data: {},
          commitTs: ctx.db.vars.commitTs,
        } as never);
    });
    expect((await counted()).roles).toEqual([]);
  });

  test('takes profiles from before strengths were stored, without a time for those', async () => {
    await person(d, 'ada', { role: 'employer', sections: { identity: { displayName: 'Ada' } } });
    await change(d.as('user_ada'), COMPLETE);
    await d.t.run(async (ctx) => {
      for (const row of await ctx.db.query('profileStrengths').collect())
        await ctx.db.delete('profileStrengths', row._id);
    });
    const { roles } = await counted();
    expect(roles[0]!.completeness.slice(8)).toContain(1);
    expect(roles[0]!.timeToComplete).toEqual(Array(5).fill(0));
  });

  test('is for moderators and administrators, empty before the first run, and holds counts alone', async () => {
    const ada = await person(d, 'ada');
    expect((await refusalOf(ada.query(api.profile.baselines, {}))).code).toBe('forbidden');
    expect(await figures()).toEqual({ upTo: null, roles: [], days: [] });
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'moderator' });
    const seen = await counted();
    expect(await ada.query(api.profile.baselines, {})).toEqual(baselinesSchema.parse(seen));
    expect(JSON.stringify(seen)).not.toContain('ada');
  });
});

test('a consumer takes each event of the log once, in commit order', async () => {
  const ada = await person(d, 'ada');
  for (const text of ['a', 'b', 'c']) await change(ada, { about: { text } });
  await ada.mutation(api.privacy.update, { changes: { about: 'owner' }, expected: 1, idempotencyKey: key() });
  const { takeEvents } = await import('../../convex/model/events/cursors.js');
  const taken: string[] = [];
  for (let more = true; more;) {
    const page = await d.t.run((ctx) => takeEvents(ctx as never, 'test', 2));
    taken.push(...page.events.map(({ type }) => type));
    ({ more } = page);
  }
  expect(taken.filter((type) => type !== 'profile.published')).toEqual([
    'profile.created',
    ...Array(3).fill('profile.updated'),
    'privacy.updated',
  ]);
  expect(new Set(taken).size).toBe(4);
  expect(eventTypes).toEqual(expect.arrayContaining(taken));
});
