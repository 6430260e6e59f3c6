/** Moderation by its public functions: report, decision, statement of reasons, appeal, and what others see meanwhile. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { actedOn, appealed, casesIn, decided, moderator, reported, takenDown, taken } from './moderating.ts';

const { moderation } = api.trust;
const sections = {
  about: { text: 'Glass for sale' },
  skills: [
    { id: 'one', name: 'Glass' },
    { id: 'two', name: 'Knots' },
  ],
};

let d: Deployment;
let ada: Caller;
let mia: Caller;
let noor: Caller;
let anybody: Caller;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
  d = deployment();
  anybody = d.t as unknown as Caller;
  ada = await person(d, 'ada', { role: 'mentor', sections });
  [mia, noor] = [await moderator(d, 'mia'), await moderator(d, 'noor')];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const seen = (by: Caller = anybody) => by.query(api.profile.get, { handle: 'ada' });
const rows = () => d.t.run((ctx) => ctx.db.query('moderationCases').collect());

describe('a report', () => {
  test('of a place that the reporter may not see, or that nobody has, is answered alike and leaves nothing', async () => {
    await ada.mutation(api.privacy.update, {
      changes: { about: 'owner', items: { 'skills/two': 'owner' } },
      expected: 1,
      idempotencyKey: key(),
    });
    const answers = [
      await reported(anybody, 'ada', 'about'),
      await reported(anybody, 'ada', 'skills/two'),
      await reported(anybody, 'ada', 'skills/none'),
      await reported(anybody, 'nobody'),
      await reported(anybody, 'ada', 'skills/one'),
    ];
    for (const answer of answers) expect(answer).toEqual({ receipt: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect((await rows()).map(({ place }) => place)).toEqual(['skills/one']);
  });

  test('of the same place joins one case, which is due by the most urgent reason', async () => {
    const ben = await person(d, 'ben');
    await reported(anybody, 'ada', 'about', { contact: 'reader@example.org' });
    await reported(ben, 'ada', 'about', { reason: 'minors', explanation: 'Worse.' });
    const [id, ...others] = await casesIn(mia);
    expect(others).toEqual([]);
    const found = (await mia.query(moderation.view, { case: id! }))!;
    expect(found).toMatchObject({ reports: 2, reasons: ['spam', 'minors'], dueAt: Date.now() + 4 * 3_600_000 });
    expect(found.received).toMatchObject([{ contact: 'reader@example.org', signedIn: false }, { signedIn: true }]);
    // Nobody is named, not even to moderators.
    expect(JSON.stringify(found)).not.toMatch(/ben/);
  });

  test('without good faith, of no place or with signs that deceive is refused by name', async () => {
    const refused = await refusalOf(
      reported(anybody, 'ada', 'nowhere', { goodFaith: false, explanation: 'a\u202eb', reason: 'taste' }),
    );
    expect(refused.code).toBe('invalid_argument');
    expect(refused.fields!.map(({ path }) => path).sort()).toEqual(['explanation', 'goodFaith', 'place', 'reason']);
  });

  test('draws from a limit, and one who reports without end is refused', async () => {
    const tries = Array.from({ length: 61 }, () => reported(anybody, 'nobody'));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

describe('a decision', () => {
  test('closes the place to everybody but the owner at once, leaves the choices as they are, and is taken back whole', async () => {
    const before = [await seen(), await seen(mia)];
    const settings = await ada.query(api.privacy.get, {});
    const id = await takenDown(d, mia, 'ada', 'skills/one');
    expect((await seen())!.skills).toMatchObject([{ id: 'two' }]);
    expect((await ada.query(api.profile.mine, {}))!.sections.skills).toHaveLength(2);
    expect(await ada.query(api.privacy.get, {})).toEqual(settings);
    expect(
      await ada.query(api.privacy.explain, { viewer: 'anonymous', field: 'skills.name', item: 'one' }),
    ).toMatchObject({ seen: false, reason: 'withheld', setting: 'skills/one' });
    await mia.mutation(moderation.restore, { case: id, idempotencyKey: key() });
    expect([await seen(), await seen(mia)]).toEqual(before);
  });

  test('on the whole profile makes it look like none, by HTTP too', async () => {
    await takenDown(d, mia, 'ada');
    expect(await seen()).toBeNull();
    const [withheld, nobody] = [await d.t.fetch('/v1/profiles/ada'), await d.t.fetch('/v1/profiles/nobody')];
    expect([withheld.status, (await withheld.text()).replace('ada', '')]).toEqual([
      nobody.status,
      (await nobody.text()).replace('nobody', ''),
    ]);
  });

  test('stays in force beside another one that is taken back', async () => {
    const whole = await takenDown(d, mia, 'ada', 'skills');
    await reported(anybody, 'ada', 'about');
    const [id] = await casesIn(mia);
    await actedOn(mia, id!, { place: 'skills' });
    await mia.mutation(moderation.restore, { case: whole, idempotencyKey: key() });
    expect((await seen())!.skills).toBeUndefined();
  });

  test('holds when the owner opens everything, edits the item or changes the handle', async () => {
    await takenDown(d, mia, 'ada', 'about');
    await ada.mutation(api.privacy.update, { changes: { about: 'public' }, expected: 1, idempotencyKey: key() });
    await ada.mutation(api.profile.update, {
      changes: { about: { text: 'More glass' } },
      expected: { about: 1 },
      idempotencyKey: key(),
    });
    expect((await seen())!.about).toBeUndefined();
    await ada.mutation(api.profile.changeHandle, { handle: 'ada-two', idempotencyKey: key() });
    expect((await anybody.query(api.profile.get, { handle: 'ada-two' }))!.about).toBeUndefined();
  });

  test('gives the owner a statement that names neither reporter nor moderator', async () => {
    const ben = await person(d, 'ben');
    await reported(ben, 'ada', 'about', { explanation: 'I know her.', contact: 'ben@example.org' });
    const [id] = await casesIn(mia);
    expect(await ada.query(moderation.mine, {})).toEqual([]);
    await actedOn(mia, id!);
    const statements = await ada.query(moderation.mine, {});
    expect(statements).toMatchObject([
      {
        case: id,
        place: 'about',
        measure: 'withhold',
        ground: 'terms',
        rule: 'Clause 4',
        automated: false,
        inForce: true,
      },
    ]);
    expect(JSON.stringify(statements)).not.toMatch(/ben|know her|mia/);
    expect(await ben.query(moderation.mine, {})).toEqual([]);
  });

  test('is for the moderator who took the case, and never about oneself', async () => {
    await reported(anybody, 'ada');
    const [id] = await casesIn(mia);
    await taken(mia, id!);
    const decision = { measure: 'withhold', ground: 'law', rule: 'x', explanation: 'x' } as const;
    const act = (by: Caller) => by.mutation(moderation.act, { case: id!, ...decision, idempotencyKey: key() });
    expect(await refusalOf(act(noor))).toMatchObject({ code: 'account_state' });
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'moderator' });
    await taken(ada, id!);
    expect(await refusalOf(act(ada))).toMatchObject({ code: 'forbidden' });
  });

  test('to suspend ends with the account active again, and meets an active account alone', async () => {
    await reported(anybody, 'ada');
    const [id] = await casesIn(mia);
    await actedOn(mia, id!, { measure: 'suspend' });
    expect(await seen()).toBeNull();
    expect(await refusalOf(ada.query(api.profile.mine, {}))).toMatchObject({ code: 'forbidden' });
    await mia.mutation(moderation.restore, { case: id!, idempotencyKey: key() });
    expect(await seen()).not.toBeNull();
    await reported(anybody, 'ada');
    await ada.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() });
    const [other] = await casesIn(mia);
    expect(await refusalOf(actedOn(mia, other!, { measure: 'suspend' }))).toMatchObject({ code: 'account_state' });
  });
});

describe('an appeal', () => {
  test('is decided by another moderator, once, and an overturned decision shows all again', async () => {
    const before = await seen();
    const id = await takenDown(d, mia, 'ada', 'about');
    await appealed(ada, id);
    expect(await refusalOf(appealed(ada, id))).toMatchObject({ code: 'account_state' });
    expect(await casesIn(mia, 'appealed')).toEqual([id]);
    expect(await refusalOf(decided(mia, id, 'upheld'))).toMatchObject({ code: 'forbidden' });
    await decided(noor, id, 'overturned');
    expect(await seen()).toEqual(before);
    expect(await ada.query(moderation.mine, {})).toMatchObject([
      { inForce: false, appealUntil: null, appeal: { outcome: 'overturned', explanation: 'Looked again.' } },
    ]);
    expect(await refusalOf(decided(noor, id, 'upheld'))).toMatchObject({ code: 'account_state' });
  });

  test('is nobody’s but the owner’s, and has its time', async () => {
    const id = await takenDown(d, mia, 'ada', 'about');
    const ben = await person(d, 'ben');
    expect(await refusalOf(appealed(ben, id))).toMatchObject({ code: 'not_found' });
    vi.setSystemTime(Date.now() + 185 * 24 * 3_600_000);
    expect(await refusalOf(appealed(ada, id))).toMatchObject({ code: 'account_state' });
    await d.t.mutation(internal.trust.moderation.lapse, {});
    expect(await mia.query(moderation.view, { case: id })).toMatchObject({
      state: 'closed',
      decision: { inForce: true },
    });
    expect((await seen())!.about).toBeUndefined();
  });
});

describe('moderators', () => {
  test('are told of cases whose time is over', async () => {
    await reported(anybody, 'ada');
    vi.setSystemTime(Date.now() + 4 * 24 * 3_600_000);
    await d.t.mutation(internal.trust.moderation.escalate, {});
    const [found] = (await mia.query(moderation.queue, {})).cases;
    expect(found).toMatchObject({ overdue: true, assignee: null });
  });

  test('read the queue page by page, those that are due first, and find nothing after an unknown case', async () => {
    for (let n = 0; n < 30; n += 1) {
      await person(d, `p-${n}`);
      await reported(anybody, `p-${n}`, 'profile', n === 29 ? { reason: 'minors' } : {});
    }
    const first = await mia.query(moderation.queue, {});
    const next = await mia.query(moderation.queue, { after: first.next! });
    expect([first.cases.length, next.cases.length, next.next]).toEqual([25, 5, null]);
    const handles = [...first.cases, ...next.cases].map(({ handle }) => handle);
    expect([handles[0], new Set(handles).size]).toEqual(['p-29', 30]);
    expect(await mia.query(moderation.queue, { after: 'none' })).toEqual({ cases: [], next: null });
  });

  test('inspect what is hidden or withheld, and the owner reads that somebody did', async () => {
    const id = await takenDown(d, mia, 'ada', 'about');
    const inspected = await noor.mutation(moderation.inspect, { case: id, idempotencyKey: key() });
    expect(inspected.fields).toEqual([{ name: 'about.text', value: 'Glass for sale' }]);
    const { accesses } = await ada.query(api.privacy.access.log, {});
    expect(accesses).toMatchObject([{ viewer: null, purpose: 'moderation', fields: ['about'] }]);
  });

  test('dismiss many at once, after a dry run that changes nothing', async () => {
    await reported(anybody, 'ada', 'about');
    await reported(anybody, 'ada', 'skills');
    const open = await casesIn(mia);
    const acted = open.pop()!;
    await actedOn(mia, acted);
    const cases = [...open, acted, 'none'];
    const dismiss = (dryRun: boolean) => mia.mutation(moderation.dismiss, { cases, dryRun, idempotencyKey: key() });
    expect(await dismiss(true)).toEqual({ dismissed: open, left: [acted, 'none'] });
    expect(await casesIn(mia)).toEqual(open);
    expect(await dismiss(false)).toEqual({ dismissed: open, left: [acted, 'none'] });
    expect(await casesIn(mia)).toEqual([]);
  });

  test('delete an account by two of them', async () => {
    const id = await takenDown(d, mia, 'ada');
    const confirm = (by: Caller) => by.mutation(moderation.confirmDeletion, { case: id, idempotencyKey: key() });
    expect(await refusalOf(confirm(noor))).toMatchObject({ code: 'account_state' });
    await mia.mutation(moderation.askDeletion, { case: id, reason: 'Only advertises.', idempotencyKey: key() });
    expect(await refusalOf(confirm(mia))).toMatchObject({ code: 'forbidden' });
    await confirm(noor);
    expect(await refusalOf(ada.query(api.profile.mine, {}))).toMatchObject({ code: 'forbidden' });
  });

  test('count cases for a report on a time', async () => {
    await reported(anybody, 'ada', 'about');
    vi.setSystemTime(Date.now() + 60_000);
    const [id] = await casesIn(mia);
    await actedOn(mia, id!);
    await reported(anybody, 'ada', 'skills', { reason: 'falsehood' });
    await appealed(ada, id!);
    await decided(noor, id!, 'overturned');
    expect(await mia.query(moderation.transparency, { from: 0, to: Date.now() + 1 })).toEqual({
      ...{ cases: 2, reports: 2, byReason: { spam: 1, falsehood: 1 }, byOutcome: { withhold: 1, pending: 1 } },
      ...{ appeals: 1, overturned: 1, medianMs: 60_000, partial: false },
    });
  });
});
