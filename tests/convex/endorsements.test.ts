/** Endorsements, from the request to what others see. */
import { MAX_PROPOSED, endorsementWeight } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, photosTaken, refusalOf } from './deployment.ts';
import { accepts, endorsed, openTo, takes, wrote } from './endorsing.ts';
import { sourceOf } from './inbox-source.ts';
import { withoutLaterWork } from './later-work.ts';
import { accept as sent } from './portfolio-events.ts';
import { evidenceOf, proved } from './verifying.ts';

const { endorsements } = api.trust;
const DAY_MS = 24 * 60 * 60_000;
const COOKING = { id: 'cooking', name: 'Cooking' };
const BAKING = { id: 'baking', name: 'Baking' };

let d: Deployment;
let ada: Caller;
let ben: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1, 12) });
  d = deployment();
  ada = await person(d, 'ada', { sections: { skills: [COOKING, BAKING] } });
  ben = await person(d, 'ben', { role: 'mentor' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const seen = (by: Pick<Caller, 'query'> = d.t, handle = 'ada') => by.query(endorsements.get, { handle });
const received = async () => (await ada.query(endorsements.received, {})).endorsements;
const given = (by = ben) => by.query(endorsements.given, {});
const settings = (changes: object, expected: number, by = ada) =>
  by.mutation(api.privacy.update, { changes, expected, idempotencyKey: key() } as never);
const code = async (call: Promise<unknown>) => (await refusalOf(call)).code;
const NOTHING = { handle: 'ada' };
const BY_BEN = { name: 'Person ben', headline: 'Builds things', level: 'none' };

test('an endorsement is seen by others once its owner accepts it, with the skills that it names', async () => {
  await openTo(ada);
  const { id, version } = await wrote(ben, 'ada', { text: 'She cooks well.', skills: ['cooking'], linked: true });
  expect([await seen(), await seen(ben)]).toEqual([NOTHING, NOTHING]);
  expect(await received()).toMatchObject([{ id, state: 'proposed', offered: { version: 1, text: 'She cooks well.' } }]);
  await accepts(ada, id, version);
  const view = {
    handle: 'ada',
    endorsements: [
      { id, by: { ...BY_BEN, handle: 'ben' }, skills: ['Cooking'], text: 'She cooks well.', writtenOn: '2031-05-01' },
    ],
    skills: [{ ...COOKING, endorsements: 1, weight: 0.3 }],
  };
  expect([await seen(), await seen(ben), await seen(ada)]).toEqual([view, view, view]);
  expect(await given()).toMatchObject([{ id, state: 'accepted', handle: 'ada', name: 'Person ada' }]);
});

test('the public evidence of an author gives weight, and hidden evidence gives none', async () => {
  await proved(d, ben, 'ben@example.org');
  await endorsed(ada, ben, 'ada', { skills: ['cooking'] });
  const weight = endorsementWeight({ level: 'email', entries: 0 });
  expect(await seen()).toMatchObject({
    skills: [{ endorsements: 1, weight }],
    endorsements: [{ by: { level: 'email' } }],
  });
  const cleo = await person(d, 'cleo');
  await evidenceOf(d, cleo);
  await settings({ verification: 'owner' }, 1, cleo);
  await endorsed(ada, cleo, 'ada', { skills: ['cooking'] });
  expect(await seen()).toMatchObject({ skills: [{ endorsements: 2, weight: 0.8 }] });
});

test('a change by the author waits, and the accepted version stays until then; both can read the history', async () => {
  const id = await endorsed(ada, ben, 'ada', { text: 'First.' });
  expect(await wrote(ben, 'ada', { text: 'Second.' })).toEqual({ id, version: 2 });
  expect(await seen()).toMatchObject({ endorsements: [{ text: 'First.' }] });
  expect(await code(accepts(ada, id, 1))).toBe('version_conflict');
  await takes(ada, 'decline', id);
  expect(await code(accepts(ada, id, 2))).toBe('not_found');
  await wrote(ben, 'ada', { text: 'Third.' });
  await accepts(ada, id, 3);
  expect(await seen()).toMatchObject({ endorsements: [{ text: 'Third.' }] });
  const texts = async (by: Caller) => (await by.query(endorsements.history, { id })).map(({ text }) => text);
  expect([await texts(ben), await texts(ada), await texts(await person(d, 'cleo'))]).toEqual([
    ['Third.', 'Second.', 'First.'],
    ['Third.', 'First.'],
    [],
  ]);
});

test('an author cannot tell a decline from silence', async () => {
  await openTo(ada);
  const told = async (declines: boolean) => {
    const { id } = await wrote(ben, 'ada', { text: 'Once.' });
    if (declines) await takes(ada, 'decline', id);
    const answers = [await given(), await wrote(ben, 'ada', { text: 'Twice.' }), await given()];
    await takes(ben, 'withdraw', id);
    vi.setSystemTime(Date.now() + DAY_MS);
    return JSON.stringify(answers)
      .replaceAll(id, 'id')
      .replace(/"(at|endsAt)":\d+/g, '');
  };
  expect(await told(true)).toBe(await told(false));
  expect(await received()).toEqual([]);
});

test('an owner hides, shows and removes; an author withdraws', async () => {
  const id = await endorsed(ada, ben, 'ada');
  await takes(ada, 'hide', id);
  expect(await seen()).toEqual(NOTHING);
  expect(await code(takes(ada, 'hide', id))).toBe('not_found');
  await takes(ada, 'show', id);
  expect(await seen()).toMatchObject({ endorsements: [{ id }] });
  // Neither acts in the place of the other.
  expect([await code(takes(ben, 'remove', id)), await code(takes(ada, 'withdraw', id))]).toEqual([
    'not_found',
    'not_found',
  ]);
  await takes(ada, 'remove', id);
  expect([await seen(), await given()]).toEqual([NOTHING, []]);
  const again = await endorsed(ada, ben, 'ada');
  await takes(ben, 'withdraw', again);
  expect([await seen(), await d.t.run((ctx) => ctx.db.query('trustEndorsementVersions').collect())]).toEqual([
    NOTHING,
    [],
  ]);
});

describe('the right to write', () => {
  test('belongs to nobody by default, unless the two share something that members see', async () => {
    const source = await sourceOf(d);
    expect(await code(wrote(ben, 'ada'))).toBe('forbidden');
    expect(await ben.query(endorsements.options, { to: { handle: 'ada' } })).toMatchObject({ because: null });
    const course = { course: { id: 'course-7', name: 'Bread' } };
    const finish = async (handle: string) => {
      await sent(d, source, 'course.completed', {
        id: handle,
        record: handle,
        subject: `handle:${handle}`,
        data: course,
      });
      await photosTaken(d);
    };
    await finish('ada');
    expect(await code(wrote(ben, 'ada'))).toBe('forbidden');
    await finish('ben');
    expect(await ben.query(endorsements.options, { to: { handle: 'ada' } })).toMatchObject({ because: 'shared' });
    await settings({ courses: 'owner' }, 1);
    expect(await code(wrote(ben, 'ada'))).toBe('forbidden');
    await settings({ courses: 'platform' }, 2);
    await openTo(ada, 'asked');
    expect(await code(wrote(ben, 'ada'))).toBe('forbidden');
    await openTo(ada, 'shared');
    await wrote(ben, 'ada');
  });

  test('belongs to those who were asked, by their handle or by a link, even of somebody whom they do not see', async () => {
    await settings({ profile: 'owner' }, 1);
    expect(await code(wrote(ben, 'ada'))).toBe('not_found');
    const ask = (handle: string) =>
      ada.mutation(endorsements.requests.ask, { handle, skills: ['baking'], note: 'Please', idempotencyKey: key() });
    await ask('ben');
    await ask('nobody-here');
    await photosTaken(d);
    const sentOut = await ada.query(endorsements.requests.sent, {});
    expect(sentOut.map(({ handle }) => handle)).toEqual(['nobody-here', 'ben']);
    const [incoming] = await ben.query(endorsements.requests.incoming, {});
    expect(incoming).toMatchObject({ handle: 'ada', name: null, note: 'Please', skills: [BAKING] });
    const to = { request: incoming!.request };
    expect(await ben.query(endorsements.options, { to })).toMatchObject({ because: 'asked', skills: [BAKING] });
    expect((await refusalOf(wrote(ben, to, { skills: ['cooking'] }))).fields).toMatchObject([
      { path: 'endorsement.skills.0', code: 'not_an_option' },
    ]);
    await wrote(ben, to, { skills: ['baking'] });
    expect(await ben.query(endorsements.requests.incoming, {})).toEqual([]);

    const { token } = await ada.mutation(endorsements.requests.link, { note: 'By link', idempotencyKey: key() });
    expect(await d.t.query(endorsements.requests.opened, { token: token! })).toMatchObject({ note: 'By link' });
    const cleo = await person(d, 'cleo');
    await wrote(cleo, { token: token! });
    const [link] = (await ada.query(endorsements.requests.sent, {})).filter(({ uses }) => uses !== undefined);
    expect(link).toMatchObject({ uses: 1 });
    await ada.mutation(endorsements.requests.cancel, { request: link!.request, idempotencyKey: key() });
    expect(await d.t.query(endorsements.requests.opened, { token: token! })).toBe(null);
    expect(await code(wrote(await person(d, 'dora'), { token: token! }))).toBe('not_found');
  });

  test('is not for oneself, nor for people without a name that the public sees', async () => {
    await openTo(ada);
    expect(await code(wrote(ada, 'ada'))).toBe('not_found');
    await settings({ profile: 'platform' }, 1, ben);
    expect(await code(wrote(ben, 'ada'))).toBe('not_ready');
  });

  test('holds as often as the pace allows, and for as many as may wait', async () => {
    await openTo(ada);
    for (let n = 0; n < 3; n += 1) await takes(ben, 'withdraw', (await wrote(ben, 'ada')).id);
    // Those that were withdrawn count too.
    expect(await code(wrote(ben, 'ada'))).toBe('rate_limited');
    await d.t.run(async (ctx) => {
      const accounts = await ctx.db.query('accounts').collect();
      const [author, owner] = ['user_ben', 'user_ada'].map(
        (name) => accounts.find(({ subject }) => subject === name)!._id,
      );
      for (let n = 0; n < MAX_PROPOSED; n += 1)
        await ctx.db.insert('trustEndorsements', {
          author: author!,
          owner: owner!,
          id: `x${n}`,
          state: 'declined',
          last: 1,
        });
    });
    expect(await code(wrote(await person(d, 'cleo'), 'ada'))).toBe('too_large');
  });
});

test('an author whose account is not active is seen nowhere, and comes back; a handle follows', async () => {
  vi.useRealTimers();
  const id = await endorsed(ada, ben, 'ada', { text: 'Good.', linked: true });
  const follow = async () => {
    const profile = await d.t.run(async (ctx) => (await ctx.db.query('profiles').collect())[1]!._id);
    await d.t.mutation(internal.trust.endorsements.followAuthor, { profile, after: null });
  };
  await ben.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() });
  await follow();
  expect([await seen(), await received()]).toMatchObject([NOTHING, [{ id }]]);
  await ben.mutation(api.profile.accounts.restore, { idempotencyKey: key() });
  await ben.mutation(api.profile.changeHandle, { handle: 'benno', idempotencyKey: key() });
  await follow();
  expect(await seen()).toMatchObject({ endorsements: [{ by: { handle: 'benno' } }] });
});

test('an accepted endorsement with words is a vote of its author, as long as it is shown', async () => {
  const votes = () => d.t.run((ctx) => ctx.db.query('trustVotes').collect());
  const id = await endorsed(ada, ben, 'ada', { text: 'Good.', skills: ['cooking'] });
  const cast = { kind: 'endorsement', value: 1, shownAt: { section: 'endorsements', item: id } };
  expect(await votes()).toMatchObject([cast]);
  await takes(ada, 'hide', id);
  expect(await votes()).toEqual([]);
  await takes(ada, 'show', id);
  expect(await votes()).toHaveLength(1);
  await takes(ben, 'withdraw', id);
  await endorsed(ada, await person(d, 'cleo'), 'ada', { skills: ['cooking'] });
  expect(await votes()).toEqual([]);
});

test('proposals and requests that are over are deleted', async () => {
  withoutLaterWork();
  await openTo(ada);
  const accepted = await endorsed(ada, await person(d, 'cleo'), 'ada');
  await wrote(ben, 'ada');
  await ada.mutation(endorsements.requests.link, { idempotencyKey: key() });
  vi.setSystemTime(Date.now() + 89 * DAY_MS);
  await d.t.mutation(internal.trust.endorsements.expireProposals, {});
  await d.t.mutation(internal.trust.endorsements.requests.expire, {});
  expect([await received(), await ada.query(endorsements.requests.sent, {})]).toMatchObject([[{}, {}], []]);
  vi.setSystemTime(Date.now() + 2 * DAY_MS);
  await d.t.mutation(internal.trust.endorsements.expireProposals, {});
  expect(await received()).toMatchObject([{ id: accepted }]);
});
