/** Imports under a consent: nothing without it, a plan from which people pick, and a withdrawal that takes it all back. */
import { type Operation, MAX_LINKEDIN_TEXT, consentNotices } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, gitHub, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';

const NOW = Date.UTC(2031, 4, 1);
const DAY = 86_400_000;

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  gitHub.clear();
  gitHub.set('/users/ada-l', {
    login: 'ada-l',
    html_url: 'https://github.example/ada-l',
    name: 'Somebody',
    bio: 'Numbers and engines',
    blog: 'ada.example',
    location: 'London',
    email: 'left-out@ada.example',
  });
  gitHub.set('/users/ada-l/repos?per_page=100&sort=pushed', [
    repository({ name: 'engine', language: 'Rust', topics: ['mills'] }),
    repository({ name: 'of-others', fork: true, language: 'Go' }),
  ]);
  d = deployment();
  ada = await person(d, 'ada', {
    sections: { about: { text: 'My own words' }, skills: [{ id: 'one', name: 'rust' }] },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function repository(more: object) {
  return {
    html_url: `https://github.example/ada-l/x`,
    description: 'A repository',
    homepage: '',
    created_at: '2029-03-04T05:06:07Z',
    ...{ language: null, topics: [], fork: false, archived: false },
    ...more,
  };
}

async function given(source: 'github' | 'linkedin', caller = ada): Promise<string> {
  const { consent } = await caller.mutation(api.privacy.consents.give, {
    ...{ source, notice: consentNotices[source].version, language: 'en' },
    idempotencyKey: key(),
  });
  return consent;
}

async function fetched(consent: string, login = 'ada-l') {
  await ada.mutation(api.profile.imports.fetch, { consent, login, idempotencyKey: key() });
  await vi.advanceTimersByTimeAsync(0);
  await d.t.finishInProgressScheduledFunctions();
  return ada.query(api.profile.imports.status, {});
}

async function apply(consent: string, operations: Operation[], caller = ada) {
  const { versions } = (await caller.query(api.profile.mine, {}))!;
  return caller.mutation(api.profile.imports.apply, {
    consent,
    operations,
    expected: Object.fromEntries(operations.map(({ section }) => [section, versions[section]])),
    idempotencyKey: key(),
  });
}

const withdraw = (consent: string) => ada.mutation(api.privacy.consents.withdraw, { consent, idempotencyKey: key() });
const sections = async () => (await ada.query(api.profile.mine, {}))!.sections;
const plan = (consent: string, files?: object) =>
  ada.query(api.profile.imports.plan, { consent, ...(files && { files }) });

const SKILLS = { 'Skills.csv': 'Name\nGlass\nBrass\n' };

async function imported(consent: string, files: object = SKILLS) {
  const { proposals } = (await plan(consent, files))!;
  return apply(
    consent,
    proposals.map(({ operation }) => operation),
  );
}

async function edit(operations: Operation[]) {
  const { versions } = (await ada.query(api.profile.mine, {}))!;
  const expected = Object.fromEntries(operations.map(({ section }) => [section, versions[section]]));
  return ada.mutation(api.profile.edit, { operations, expected, idempotencyKey: key() });
}

async function add(item: Extract<Operation, { op: 'add'; section: 'skills' }>['item']): Promise<string> {
  return (await edit([{ op: 'add', section: 'skills', item }])).ids[0]!;
}

test("GitHub's public answer becomes a plan that leaves the owner's words alone", async () => {
  const consent = await given('github');
  expect(await fetched(consent)).toMatchObject({ state: 'ready', login: 'ada-l', fault: null });
  const { proposals, kept } = (await plan(consent))!;
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
  await apply(
    consent,
    proposals.map(({ operation }) => operation),
  );
  expect(await sections()).toMatchObject({ about: { text: 'My own words' }, projects: [{ name: 'engine' }] });
  expect((await plan(consent))!.proposals).toEqual([]);
});

test.each([
  ['nobody has the name', 'nobody', undefined, 'unknown_user'],
  ['the answer is of another form', 'odd', { login: 7 }, 'unreadable'],
])('a request fails where %s', async (_, login, user, fault) => {
  if (user) {
    gitHub.set(`/users/${login}`, user);
    gitHub.set(`/users/${login}/repos?per_page=100&sort=pushed`, []);
  }
  const consent = await given('github');
  expect(await fetched(consent, login)).toMatchObject({ state: 'failed', fault });
  expect(await plan(consent)).toBeNull();
});

test('a request whose action is lost fails, and an answer is gone after a day', async () => {
  const consent = await given('github');
  await fetched(consent);
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

describe('a consent', () => {
  test('has the fields of its notice, a history that only grows, and is not given twice', async () => {
    vi.stubEnv('GIGSY_CONTROLLER_NAME', 'Example University');
    vi.stubEnv('GIGSY_JURISDICTION', 'EU');
    const consent = await given('linkedin');
    vi.unstubAllEnvs();
    expect(await given('linkedin')).toBe(consent);
    await withdraw(consent);
    expect(await ada.query(api.privacy.consents.list, {})).toEqual([
      {
        consent,
        source: 'linkedin',
        notice: { version: 1, language: 'en' },
        purpose: 'profile_import',
        lawfulBasis: 'consent',
        categories: consentNotices.linkedin.categories,
        collection: 'browser',
        controller: { name: 'Example University', contact: null },
        jurisdiction: 'EU',
        state: 'withdrawn',
        expiresAt: NOW + 365 * DAY,
        history: [
          { state: 'given', at: expect.any(Number), by: 'person' },
          { state: 'withdrawn', at: expect.any(Number), by: 'person' },
        ],
      },
    ]);
    expect(await given('linkedin')).not.toBe(consent);
  });

  test('to a notice that is not in force is refused', async () => {
    const call = ada.mutation(api.privacy.consents.give, {
      ...{ source: 'github', notice: 2, language: 'en' },
      idempotencyKey: key(),
    });
    expect(await refusalOf(call)).toMatchObject({
      code: 'invalid_argument',
      fields: [{ path: 'notice', code: 'stale' }],
    });
  });

  test('of somebody else, withdrawn or over opens nothing', async () => {
    const other = await person(d, 'other');
    const foreign = await given('linkedin', other);
    const operation: Operation = { op: 'add', section: 'skills', item: { name: 'Glass' } };
    expect(await plan(foreign, SKILLS)).toBeNull();
    expect((await refusalOf(apply(foreign, [operation]))).code).toBe('not_found');
    expect((await refusalOf(withdraw(foreign))).code).toBe('not_found');
    const own = await given('linkedin');
    await vi.setSystemTime(NOW + 366 * DAY);
    // The time alone ends it, before the cron has come round.
    expect((await refusalOf(apply(own, [operation]))).code).toBe('account_state');
    await d.t.mutation(internal.privacy.consents.expireDue, {});
    await vi.advanceTimersByTimeAsync(0);
    await d.t.finishInProgressScheduledFunctions();
    expect(await plan(own, SKILLS)).toBeNull();
    const [record] = await ada.query(api.privacy.consents.list, {});
    expect(record!.history.map(({ state, by }) => [state, by])).toEqual([
      ['given', 'person'],
      ['expired', 'product'],
    ]);
    await withdraw(own);
    expect((await refusalOf(withdraw(own))).code).toBe('account_state');
  });

  test('to one source opens no other, and GitHub is asked under its own alone', async () => {
    const linkedin = await given('linkedin');
    const call = ada.mutation(api.profile.imports.fetch, { consent: linkedin, login: 'ada-l', idempotencyKey: key() });
    expect(await refusalOf(call)).toMatchObject({ fields: [{ path: 'consent', code: 'not_an_option' }] });
    const github = await given('github');
    expect(await plan(github, SKILLS)).toBeNull();
    expect(await refusalOf(apply(github, [{ op: 'add', section: 'awards', item: { title: 'Prize' } }]))).toMatchObject({
      fields: [{ path: 'operations.0.section', code: 'not_an_option' }],
    });
  });
});

describe('an import', () => {
  test('never replaces, moves or removes what its owner wrote: all faults are told at once', async () => {
    const consent = await given('linkedin');
    const refused = await refusalOf(
      apply(consent, [
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
    expect(await sections()).toMatchObject({ about: { text: 'My own words' }, skills: [{ id: 'one', name: 'rust' }] });
  });

  test('from versions that are not the present ones, or from none, is refused', async () => {
    const consent = await given('linkedin');
    const operations: Operation[] = [{ op: 'add', section: 'skills', item: { name: 'Glass' } }];
    const call = (expected: object) =>
      refusalOf(ada.mutation(api.profile.imports.apply, { consent, operations, expected, idempotencyKey: key() }));
    expect(await call({})).toMatchObject({ fields: [{ path: 'expected.skills', code: 'required' }] });
    expect((await call({ skills: 9 })).code).toBe('version_conflict');
  });

  test('may renew what an earlier one brought, until its owner edits it', async () => {
    const consent = await given('linkedin');
    const headline = (text: string) => ({ 'Profile.csv': `Headline,Summary\n${text},\n` });
    await edit([{ op: 'set', section: 'identity', fields: { headline: null } }]);
    await imported(consent, headline('First'));
    expect((await plan(consent, headline('Second')))!.proposals).toEqual([
      { kind: 'renew', operation: { op: 'set', section: 'identity', fields: { headline: 'Second' } } },
    ]);
    await imported(consent, headline('Second'));
    expect((await sections()).identity.headline).toBe('Second');
    await edit([{ op: 'set', section: 'identity', fields: { headline: 'Mine' } }]);
    expect(await plan(consent, headline('Third'))).toMatchObject({
      proposals: [],
      kept: [{ section: 'identity', item: null, field: 'headline' }],
    });
    expect(await ada.query(api.profile.imports.provenance, {})).toMatchObject([
      { section: 'identity', item: null, source: 'linkedin', consent, fields: [{ field: 'headline', edited: true }] },
    ]);
  });

  test('of more text than a call may bring is refused', async () => {
    const consent = await given('linkedin');
    const half = 'x'.repeat(399_999);
    const refused = await refusalOf(plan(consent, { 'Skills.csv': half, 'Profile.csv': half, 'Positions.csv': half }));
    expect(refused).toMatchObject({ fields: [{ path: 'files', code: 'too_long' }] });
    expect(refused.message).not.toContain('xxx');
    expect(MAX_LINKEDIN_TEXT).toBeLessThan(half.length * 3);
  });
});

describe('a withdrawal', () => {
  test('takes back what came by it, for good, keeps what its owner has edited, and tells dependants', async () => {
    const consent = await given('linkedin');
    await edit([{ op: 'set', section: 'identity', fields: { headline: null } }]);
    const positions = 'Company Name,Title,Started On\nGlassworks,Blower,Jan 2020\nBrassworks,Turner,Feb 2021\n';
    const { ids } = await imported(consent, {
      ...SKILLS,
      'Positions.csv': positions,
      'Profile.csv': 'Headline\nFrom elsewhere\n',
    });
    const { skills, workExperience } = await sections();
    expect(ids).toHaveLength(5);
    const [, glass, brass] = skills;
    await edit([
      { op: 'change', section: 'skills', id: glass!.id, fields: { level: 4 } },
      { op: 'remove', section: 'skills', id: brass!.id },
      { op: 'remove', section: 'workExperience', id: workExperience[0]!.id },
    ]);
    const mine = await add({ name: 'Wood' });
    expect(await withdraw(consent)).toMatchObject({ removed: 4, kept: 1, consent: { state: 'withdrawn' } });
    const after = await sections();
    expect(after.skills.map(({ id, name }) => [id, name])).toEqual([
      ['one', 'rust'],
      [glass!.id, 'Glass'],
      [mine, 'Wood'],
    ]);
    expect(after.workExperience).toEqual([]);
    expect(after.identity.headline).toBeUndefined();
    expect(await ada.query(api.profile.removed, {})).toEqual([]);
    expect(await ada.query(api.profile.imports.provenance, {})).toEqual([]);
    const { events, rows, left } = await d.t.run(async (ctx) => ({
      events: (await ctx.db.query('events').collect()).filter(({ type }) => type === 'privacy.withdrawn'),
      rows: (await ctx.db.query('auditLog').collect()).filter(({ action }) => action === 'privacy.consents.withdraw'),
      left:
        JSON.stringify(await ctx.db.query('users').collect()) +
        JSON.stringify(await ctx.db.query('profileViews').collect()),
    }));
    expect(events.map(({ data }) => data)).toEqual([{ source: 'linkedin', sections: ['identity', 'workExperience'] }]);
    expect(rows.map(({ changed }) => changed)).toEqual([['consent', 'linkedin', 'identity', 'workExperience']]);
    for (const gone of ['Brass', 'Glassworks', 'Brassworks', 'From elsewhere']) expect(left).not.toContain(gone);
  });

  test('takes fields out of an item that its owner wrote, and leaves the rest and what another import brought', async () => {
    const [linkedin, github] = [await given('linkedin'), await given('github')];
    await apply(linkedin, [{ op: 'change', section: 'skills', id: 'one', fields: { category: 'Code', level: 2 } }]);
    await apply(github, [{ op: 'change', section: 'skills', id: 'one', fields: { years: 3 } }]);
    await edit([{ op: 'change', section: 'skills', id: 'one', fields: { level: 5 } }]);
    expect(await withdraw(linkedin)).toMatchObject({ removed: 1, kept: 1 });
    expect((await sections()).skills).toEqual([{ id: 'one', name: 'rust', level: 5, years: 3 }]);
    expect(await ada.query(api.profile.imports.provenance, {})).toMatchObject([
      { source: 'github', added: false, fields: [{ field: 'years', edited: false }] },
    ]);
  });

  test('deletes the kept answer of the source', async () => {
    const consent = await given('github');
    await fetched(consent);
    await withdraw(consent);
    expect(await d.t.run((ctx) => ctx.db.query('importFetches').collect())).toEqual([]);
  });
});

test('parts whose items are gone for good are forgotten at the next import', async () => {
  const consent = await given('linkedin');
  const { ids } = await imported(consent);
  await edit(ids.map((id) => ({ op: 'remove' as const, section: 'skills' as const, id: id! })));
  await vi.setSystemTime(NOW + 31 * DAY);
  await d.t.mutation(internal.profile.removals.expire, {});
  await imported(consent);
  expect(await d.t.run(async (ctx) => (await ctx.db.query('importedParts').collect()).length)).toBe(2);
});
