/** Imports under a consent: a plan from which people pick, and their own words untouched. */
import { type Operation, MAX_LINKEDIN_TEXT } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, gitHub, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { Importer, fillGitHub } from './importer.ts';

const NOW = Date.UTC(2031, 4, 1);
const DAY = 86_400_000;

let d: Deployment;
let ada: Caller;
let importer: Importer;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  fillGitHub();
  d = deployment();
  ada = await person(d, 'ada', {
    sections: { about: { text: 'My own words' }, skills: [{ id: 'one', name: 'rust' }] },
  });
  importer = new Importer(d, ada);
});
afterEach(() => {
  vi.useRealTimers();
});

test("GitHub's public answer becomes a plan that leaves the owner's words alone", async () => {
  const consent = await importer.consent('github');
  expect(await importer.fetch(consent)).toMatchObject({ state: 'ready', login: 'ada-l', fault: null });
  const { proposals, kept } = (await importer.plan(consent))!;
  expect(proposals).toEqual([
    { kind: 'fill', operation: { op: 'set', section: 'identity', fields: { location: { city: 'London' } } } },
    { kind: 'fill', operation: { op: 'set', section: 'contact', fields: { website: 'https://ada.example' } } },
    {
      kind: 'add',
      operation: {
        op: 'add',
        section: 'projects',
        item: {
          name: 'engine',
          description: 'A repository',
          keywords: ['Rust', 'mills'],
          startDate: '2029-03',
          endStatus: 'open',
          url: 'https://github.example/ada-l/x',
        },
      },
    },
    {
      kind: 'add',
      operation: {
        op: 'add',
        section: 'links',
        item: { label: 'GitHub', url: 'https://github.example/ada-l', username: 'ada-l' },
      },
    },
  ]);
  expect(kept).toEqual([
    { section: 'about', item: null, field: 'text' },
    { section: 'skills', item: 'one', field: 'name' },
  ]);
  await importer.apply(
    consent,
    proposals.map(({ operation }) => operation),
  );
  expect(await importer.sections()).toMatchObject({ about: { text: 'My own words' }, projects: [{ name: 'engine' }] });
  expect((await importer.plan(consent))!.proposals).toEqual([]);
});

test.each([
  ['nobody has the name', 'nobody', undefined, 'unknown_user'],
  ['the answer is of another form', 'odd', { login: 7 }, 'unreadable'],
])('a request fails where %s', async (_, login, user, fault) => {
  if (user) {
    gitHub.set(`/users/${login}`, user);
    gitHub.set(`/users/${login}/repos?per_page=100&sort=pushed`, []);
  }
  const consent = await importer.consent('github');
  expect(await importer.fetch(consent, login)).toMatchObject({ state: 'failed', fault });
  expect(await importer.plan(consent)).toBeNull();
});

test('a request whose action is lost fails, and an answer is gone after a day', async () => {
  const consent = await importer.consent('github');
  await importer.fetch(consent);
  await vi.advanceTimersByTimeAsync(DAY + 1);
  await d.t.mutation(internal.profile.importFetch.expire, {});
  expect(await ada.query(api.profile.imports.status, {})).toMatchObject({ state: 'none' });
  const id = await d.t.run(async (ctx) => {
    const { _id, accountId } = (await ctx.db.query('consents').first())!;
    return ctx.db.insert('importFetches', { accountId, consent: _id, login: 'ada-l', state: 'fetching' });
  });
  await d.t.mutation(internal.profile.importFetch.overdue, { fetch: id });
  expect(await ada.query(api.profile.imports.status, {})).toMatchObject({ state: 'failed', fault: 'unreachable' });
});

describe('an import', () => {
  test('never replaces, moves or removes what its owner wrote: all faults are told at once', async () => {
    const consent = await importer.consent('linkedin');
    const refused = await refusalOf(
      importer.apply(consent, [
        { op: 'set', section: 'about', fields: { text: 'Theirs' } },
        { op: 'change', section: 'skills', id: 'one', fields: { name: 'Theirs', level: 3 } },
        { op: 'remove', section: 'skills', id: 'one' },
        { op: 'move', section: 'skills', id: 'one', to: 0 },
        { op: 'add', section: 'skills', item: { id: 'mine', name: 'Glass' } },
        { op: 'set', section: 'contact', fields: { email: 'a@b.example' } },
      ]),
    );
    expect(refused.fields!.map(({ path, code }) => [path, code])).toEqual([
      ['operations.0.fields.text', 'unavailable'],
      ['operations.1.fields.name', 'unavailable'],
      ['operations.2.op', 'not_an_option'],
      ['operations.3.op', 'not_an_option'],
      ['operations.4.item.id', 'not_an_option'],
      ['operations.5.section', 'not_an_option'],
    ]);
    expect(await importer.sections()).toMatchObject({
      about: { text: 'My own words' },
      skills: [{ id: 'one', name: 'rust' }],
    });
  });

  test('from versions that are not the present ones, or from none, is refused', async () => {
    const consent = await importer.consent('linkedin');
    const operations: Operation[] = [{ op: 'add', section: 'skills', item: { name: 'Glass' } }];
    const call = (expected: object) =>
      refusalOf(ada.mutation(api.profile.imports.apply, { consent, operations, expected, idempotencyKey: key() }));
    expect(await call({})).toMatchObject({ fields: [{ path: 'expected.skills', code: 'required' }] });
    expect((await call({ skills: 9 })).code).toBe('version_conflict');
  });

  test('may renew what an earlier one brought, until its owner edits it', async () => {
    const consent = await importer.consent('linkedin');
    const headline = (text: string) => ({ 'Profile.csv': `Headline,Summary\n${text},\n` });
    await importer.edit([{ op: 'set', section: 'identity', fields: { headline: null } }]);
    await importer.import(consent, headline('First'));
    expect((await importer.plan(consent, headline('Second')))!.proposals).toEqual([
      { kind: 'renew', operation: { op: 'set', section: 'identity', fields: { headline: 'Second' } } },
    ]);
    await importer.import(consent, headline('Second'));
    expect((await importer.sections()).identity.headline).toBe('Second');
    await importer.edit([{ op: 'set', section: 'identity', fields: { headline: 'Mine' } }]);
    expect(await importer.plan(consent, headline('Third'))).toMatchObject({
      proposals: [],
      kept: [{ section: 'identity', item: null, field: 'headline' }],
    });
    expect(await ada.query(api.profile.imports.provenance, {})).toMatchObject([
      { section: 'identity', item: null, source: 'linkedin', consent, fields: [{ field: 'headline', edited: true }] },
    ]);
  });

  test('of more text than a call may bring is refused', async () => {
    const consent = await importer.consent('linkedin');
    const half = 'x'.repeat(399_999);
    const refused = await refusalOf(
      importer.plan(consent, { 'Skills.csv': half, 'Profile.csv': half, 'Positions.csv': half }),
    );
    expect(refused).toMatchObject({ fields: [{ path: 'files', code: 'too_long' }] });
    expect(refused.message).not.toContain('xxx');
    expect(MAX_LINKEDIN_TEXT).toBeLessThan(half.length * 3);
  });
});

test('parts whose items are gone for good are forgotten at the next import', async () => {
  const consent = await importer.consent('linkedin');
  const { ids } = await importer.import(consent);
  await importer.edit(ids.map((id) => ({ op: 'remove' as const, section: 'skills' as const, id: id! })));
  await vi.setSystemTime(NOW + 31 * DAY);
  await d.t.mutation(internal.profile.removals.expire, {});
  await importer.import(consent);
  expect(await d.t.run(async (ctx) => (await ctx.db.query('importedParts').collect()).length)).toBe(2);
});
