/** Portfolios: events of other systems come in, audiences see what their owners show, and owners arrange it. */
import { MAX_PORTFOLIO_ENTRIES, MAX_PORTFOLIO_RECORDS, MAX_RECORDS_BYTES, type PortfolioView } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { type TestSource, sourceOf } from './inbox-source.ts';
import { sending } from './portfolio-events.ts';

let d: Deployment;
let ada: Caller;
let source: TestSource;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  d = deployment();
  source = await sourceOf(d);
  ada = await person(d, 'ada', { role: 'mentor' });
});
afterEach(() => {
  vi.useRealTimers();
});

const send = sending(() => [d, source]);
const get = (by: Pick<Caller, 'query'> = d.t, handle = 'ada'): Promise<PortfolioView | null> =>
  by.query(api.portfolio.get, { handle });
const mine = async (by = ada) => (await by.query(api.portfolio.mine, {}))!;
const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);
const names = (list: readonly { name: string }[] = []) => list.map(({ name }) => name);
const rows = <T extends 'portfolioRecords' | 'portfolioViews' | 'portfolios' | 'inboxQuarantine'>(table: T) =>
  d.t.run((ctx) => ctx.db.query(table).collect());
const events = async () => {
  const log = await d.t.run((ctx) => ctx.db.query('events').collect());
  return log.filter(({ type }) => type.startsWith('portfolio.')).map(({ type, data }) => [type, data]);
};
const hide = async (changes: object) => {
  const { version } = (await ada.query(api.privacy.get, {}))!;
  await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() });
};
const badge = (id: string, more: { time?: string; data?: object } = {}) =>
  send('badge.awarded', { id, record: `award-${id}`, ...more });

describe('an event', () => {
  test('becomes an entry, with evidence for its skills', async () => {
    expect(await get()).toEqual({ handle: 'ada' });
    await send('course.completed', { id: 'one' });
    await send('gig.completed', { id: 'two' });
    expect(await get()).toMatchObject({
      courses: [{ name: 'Glass blowing', issuer: { name: 'Open Courses' }, completedOn: '2026-05-17' }],
      gigs: [{ title: 'A lamp for the hall', client: { name: 'City Hall' } }],
      skills: [
        { name: 'Glass', entries: 1 },
        { name: 'Heat', entries: 1 },
      ],
    });
  });

  test('that corrects counts before and after its original, and one that revokes ends the entry', async () => {
    const data = { badge: { id: 'b-1', name: 'Second lamp' } };
    await send('badge.corrected', { id: 'two', data, time: '2031-01-02T00:00:00Z' });
    await send('badge.awarded', { id: 'one', time: '2031-01-01T00:00:00Z' });
    expect(names((await get())!.badges)).toEqual(['Second lamp']);
    await send('badge.revoked', { id: 'three', time: '2031-01-03T00:00:00Z' });
    expect(await get()).toEqual({ handle: 'ada' });
    await send('badge.corrected', { id: 'late', time: '2031-01-02T12:00:00Z' });
    expect(await get()).toEqual({ handle: 'ada' });
  });

  test('keeps the id of its entry when the record comes back', async () => {
    await send('badge.awarded', { id: 'one', time: '2031-01-01T00:00:00Z' });
    const before = ids((await get())!.badges);
    await send('badge.revoked', { id: 'two', time: '2031-01-02T00:00:00Z' });
    await send('badge.awarded', { id: 'three', time: '2031-01-03T00:00:00Z' });
    expect(ids((await get())!.badges)).toEqual(before);
    expect(await rows('portfolioRecords')).toHaveLength(1);
  });

  test('that tells nothing new writes no view and no news', async () => {
    await send('badge.awarded', { id: 'one' });
    const [told, views] = [await events(), await rows('portfolioViews')];
    await send('badge.corrected', { id: 'two', time: '2031-01-02T00:00:00Z' });
    expect([await events(), await rows('portfolioViews')]).toEqual([told, views]);
  });

  test('tells which sections changed, and the public what it sees otherwise', async () => {
    await send('badge.awarded', { id: 'one', data: { skills: ['Glass'] } });
    expect(await events()).toEqual([
      ['portfolio.published', { sections: ['badges', 'skills'] }],
      ['portfolio.changed', { sections: ['badges'] }],
    ]);
    expect(JSON.stringify(await events())).not.toContain('Glass');
  });

  test('about a person who has no profile yet is kept until there is one', async () => {
    const newcomer = d.as('user_late');
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_late', role: 'mentor' });
    const accountId = (await d.t.run((ctx) => ctx.db.query('accounts').collect())).at(-1)!._id;
    const [row] = await d.t.run(async (ctx) => {
      const { portfolioMapper } = await import('../../convex/model/portfolio/inbound.js');
      const { sentData } = await import('../sent-events.ts');
      const [{ _id: sourceId }] = (await ctx.db.query('eventSources').collect()) as unknown as [{ _id: never }];
      const told = { accountId, sourceId, id: 'one', at: 1, traceparent: undefined };
      await portfolioMapper.apply(ctx as never, { type: 'badge.awarded', data: sentData['badge.awarded'], ...told });
      return ctx.db.query('portfolioRecords').collect();
    });
    expect(row).toMatchObject({ accountId, kind: 'badges' });
    expect(await events()).toEqual([]);
    await newcomer.mutation(api.profile.create, {
      handle: 'late',
      role: 'mentor',
      sections: { identity: { displayName: 'Late' } },
      idempotencyKey: key(),
    });
    expect(names((await get(d.t, 'late'))!.badges)).toEqual(['First lamp']);
  });

  test('about a suspended person is kept and shown to nobody until the account is restored', async () => {
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'suspended' });
    await badge('one');
    expect([await get(), await rows('portfolioViews')]).toEqual([null, []]);
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'active' });
    expect((await get())!.badges).toHaveLength(1);
  });

  test('about an account that is being erased leaves nothing', async () => {
    const account = (await d.t.run((ctx) => ctx.db.query('accounts').collect())).find(
      ({ handle }) => handle === 'ada',
    )!;
    await d.t.run((ctx) => ctx.db.patch('accounts', account._id, { status: 'deleted' }));
    await badge('one');
    expect([await rows('portfolioRecords'), await rows('portfolios'), await rows('inboxQuarantine')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('beyond the bound of a person goes to quarantine with its reason, and corrections of known records come in', async () => {
    await badge('one');
    const bound = (fields: object) =>
      d.t.run(async (ctx) => {
        const [row] = await ctx.db.query('portfolios').collect();
        await ctx.db.patch('portfolios', row!._id, fields);
      });
    await bound({ records: MAX_PORTFOLIO_RECORDS });
    await badge('two');
    await send('badge.revoked', { id: 'three', record: 'award-one', time: '2031-01-03T00:00:00Z' });
    await bound({ records: 1, bytes: MAX_RECORDS_BYTES });
    await badge('four');
    expect((await rows('inboxQuarantine')).map(({ id, reason }) => [id, reason])).toEqual([
      ['two', 'too_many_records'],
      ['four', 'too_many_records'],
    ]);
    expect(await rows('portfolioRecords')).toHaveLength(1);
    expect(await get()).toEqual({ handle: 'ada' });
  });

  test('counts what it adds and takes away', async () => {
    await badge('one');
    const bytes = Buffer.byteLength(JSON.stringify((await rows('portfolioRecords'))[0]!.data));
    expect(await rows('portfolios')).toMatchObject([{ records: 1, bytes }]);
    await send('badge.revoked', { id: 'two', record: 'award-one', time: '2031-01-03T00:00:00Z' });
    expect(await rows('portfolios')).toMatchObject([{ records: 1, bytes: 0 }]);
  });
});

describe('an owner', () => {
  beforeEach(async () => {
    for (const id of ['one', 'two', 'three']) await badge(id, { data: { badge: { id, name: id } } });
  });
  const arrange = async (order: string[], expected?: number, section: 'badges' | 'courses' = 'badges') =>
    ada.mutation(api.portfolio.arrange, {
      section,
      order,
      expected: expected ?? (await mine()).versions[section],
      idempotencyKey: key(),
    });
  const idOf = async (name: string) => (await mine()).badges!.find((each) => each.name === name)!.id;

  test('puts entries in an order that everybody sees, new ones before it', async () => {
    const order = await Promise.all(['two', 'three', 'one'].map(idOf));
    expect(await arrange(order)).toEqual({ version: 2 });
    expect(ids((await get())!.badges)).toEqual(order);
    await badge('four', { data: { badge: { id: 'four', name: 'four' } } });
    expect(names((await get())!.badges)).toEqual(['four', 'two', 'three', 'one']);
    expect((await mine()).versions).toEqual({ courses: 1, gigs: 1, badges: 2, contributions: 1 });
  });

  test('finds out that the order was changed elsewhere', async () => {
    await arrange([await idOf('two')]);
    expect(await refusalOf(arrange([], 1))).toMatchObject({
      code: 'version_conflict',
      fields: [{ path: 'expected', code: 'stale' }],
      conflicts: [{ section: 'badges', version: 2 }],
    });
  });

  test('changes nothing by the same order, and is told of every id that is no entry of the section', async () => {
    const order = [await idOf('one')];
    await arrange(order);
    expect(await arrange(order)).toEqual({ version: 2 });
    const { code, fields } = await refusalOf(arrange(['none', order[0]!], 1, 'courses'));
    expect([code, fields]).toEqual([
      'invalid_argument',
      [
        { path: 'order.0', code: 'not_found', message: 'is not an entry of this section' },
        { path: 'order.1', code: 'not_found', message: 'is not an entry of this section' },
      ],
    ]);
    expect((await mine()).versions.courses).toBe(1);
  });

  test('may name an entry that was revoked meanwhile', async () => {
    const order = [await idOf('two'), await idOf('one')];
    await send('badge.revoked', { id: 'gone', record: 'award-two', time: '2031-01-03T00:00:00Z' });
    await arrange(order);
    expect(names((await get())!.badges)).toEqual(['three', 'one']);
  });

  test('hides an entry, and a section, from everybody else', async () => {
    const two = await idOf('two');
    await hide({ items: { [`badges/${two}`]: 'owner' } });
    expect(names((await get())!.badges).sort()).toEqual(['one', 'three']);
    expect((await mine()).badges).toHaveLength(3);
    await hide({ badges: 'owner' });
    expect(await get()).toEqual({ handle: 'ada' });
    expect((await get(ada))!.badges).toHaveLength(3);
  });

  test('is told of an entry that is not there when they choose for it', async () => {
    const { fields } = await refusalOf(hide({ items: { 'badges/none': 'owner', 'skills/none': 'owner' } }));
    expect(fields?.map(({ path, code }) => [path, code])).toEqual([
      ['changes.items.badges/none', 'not_found'],
      ['changes.items.skills/none', 'not_found'],
    ]);
    const two = await idOf('two');
    expect((await refusalOf(hide({ items: { [`courses/${two}`]: 'owner' } }))).code).toBe('invalid_argument');
  });

  test('keeps the choice for an entry that is revoked and comes back', async () => {
    const two = await idOf('two');
    await hide({ items: { [`badges/${two}`]: 'owner' } });
    await send('badge.revoked', { id: 'gone', record: 'award-two', time: '2031-01-03T00:00:00Z' });
    await hide({ items: { [`badges/${await idOf('one')}`]: 'platform' } });
    await send('badge.awarded', { id: 'again', record: 'award-two', time: '2031-01-04T00:00:00Z' });
    expect(names((await get())!.badges)).toEqual(['three']);
  });
});

test('the largest portfolio is whole for its owner, a part for others, and within the limits of a transaction', async () => {
  await badge('one');
  const [record] = await rows('portfolioRecords');
  await d.t.run(async (ctx) => {
    const { _id, _creationTime, ...register } = record!;
    const heavy = { ...register.data!, evidence: ['https://courses.example/'.padEnd(250, 'x')] };
    for (let n = 1; n < MAX_PORTFOLIO_RECORDS; n += 1)
      await ctx.db.insert('portfolioRecords', { ...register, data: heavy, id: `id-${n}`, record: String(n) });
  });
  await send('badge.corrected', {
    id: 'two',
    record: 'award-one',
    time: '2031-01-03T00:00:00Z',
    data: { skills: ['Heat'] },
  });
  expect(await get()).toMatchObject({ partial: true, badges: { length: MAX_PORTFOLIO_ENTRIES } });
  expect((await mine()).badges).toHaveLength(MAX_PORTFOLIO_RECORDS);
  await hide({ badges: 'platform' });
  expect(await get()).toEqual({ handle: 'ada' });
}, 60_000);
