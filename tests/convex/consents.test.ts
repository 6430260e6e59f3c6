/** Consents to imports: nothing without one, and a withdrawal takes back what came by it. */
import { type Operation, consentNotices } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { Importer, SKILLS, fillGitHub } from './importer.ts';

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

describe('a consent', () => {
  test('has the fields of its notice, a history that only grows, and is not given twice', async () => {
    vi.stubEnv('GIGSY_CONTROLLER_NAME', 'Example University');
    vi.stubEnv('GIGSY_JURISDICTION', 'EU');
    const consent = await importer.consent('linkedin');
    vi.unstubAllEnvs();
    expect(await importer.consent('linkedin')).toBe(consent);
    await importer.withdraw(consent);
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
    expect(await importer.consent('linkedin')).not.toBe(consent);
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
    const foreign = await new Importer(d, other).consent('linkedin');
    const operation: Operation = { op: 'add', section: 'skills', item: { name: 'Glass' } };
    expect(await importer.plan(foreign, SKILLS)).toBeNull();
    expect((await refusalOf(importer.apply(foreign, [operation]))).code).toBe('not_found');
    expect((await refusalOf(importer.withdraw(foreign))).code).toBe('not_found');
    const own = await importer.consent('linkedin');
    await vi.setSystemTime(NOW + 366 * DAY);
    // The time alone ends it, before the cron has come round.
    expect((await refusalOf(importer.apply(own, [operation]))).code).toBe('account_state');
    await d.t.mutation(internal.privacy.consents.expireDue, {});
    await vi.advanceTimersByTimeAsync(0);
    await d.t.finishInProgressScheduledFunctions();
    expect(await importer.plan(own, SKILLS)).toBeNull();
    const [record] = await ada.query(api.privacy.consents.list, {});
    expect(record!.history.map(({ state, by }) => [state, by])).toEqual([
      ['given', 'person'],
      ['expired', 'product'],
    ]);
    await importer.withdraw(own);
    expect((await refusalOf(importer.withdraw(own))).code).toBe('account_state');
  });

  test('to one source opens no other, and GitHub is asked under its own alone', async () => {
    const linkedin = await importer.consent('linkedin');
    const call = ada.mutation(api.profile.imports.fetch, { consent: linkedin, login: 'ada-l', idempotencyKey: key() });
    expect(await refusalOf(call)).toMatchObject({ fields: [{ path: 'consent', code: 'not_an_option' }] });
    const github = await importer.consent('github');
    expect(await importer.plan(github, SKILLS)).toBeNull();
    expect(
      await refusalOf(importer.apply(github, [{ op: 'add', section: 'awards', item: { title: 'Prize' } }])),
    ).toMatchObject({
      fields: [{ path: 'operations.0.section', code: 'not_an_option' }],
    });
  });
});

describe('a withdrawal', () => {
  test('takes back what came by it, for good, keeps what its owner has edited, and tells dependants', async () => {
    const consent = await importer.consent('linkedin');
    await importer.edit([{ op: 'set', section: 'identity', fields: { headline: null } }]);
    const positions = 'Company Name,Title,Started On\nGlassworks,Blower,Jan 2020\nBrassworks,Turner,Feb 2021\n';
    const { ids } = await importer.import(consent, {
      ...SKILLS,
      'Positions.csv': positions,
      'Profile.csv': 'Headline\nFrom elsewhere\n',
    });
    const { skills, workExperience } = await importer.sections();
    expect(ids).toHaveLength(5);
    const [, glass, brass] = skills;
    await importer.edit([
      { op: 'change', section: 'skills', id: glass!.id, fields: { level: 4 } },
      { op: 'remove', section: 'skills', id: brass!.id },
      { op: 'remove', section: 'workExperience', id: workExperience[0]!.id },
    ]);
    const mine = (await importer.edit([{ op: 'add', section: 'skills', item: { name: 'Wood' } }])).ids[0]!;
    expect(await importer.withdraw(consent)).toMatchObject({ removed: 4, kept: 1, consent: { state: 'withdrawn' } });
    const after = await importer.sections();
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
    const [linkedin, github] = [await importer.consent('linkedin'), await importer.consent('github')];
    await importer.apply(linkedin, [
      { op: 'change', section: 'skills', id: 'one', fields: { category: 'Code', level: 2 } },
    ]);
    await importer.apply(github, [{ op: 'change', section: 'skills', id: 'one', fields: { years: 3 } }]);
    await importer.edit([{ op: 'change', section: 'skills', id: 'one', fields: { level: 5 } }]);
    expect(await importer.withdraw(linkedin)).toMatchObject({ removed: 1, kept: 1 });
    expect((await importer.sections()).skills).toEqual([{ id: 'one', name: 'rust', level: 5, years: 3 }]);
    expect(await ada.query(api.profile.imports.provenance, {})).toMatchObject([
      { source: 'github', added: false, fields: [{ field: 'years', edited: false }] },
    ]);
  });

  test('deletes the kept answer of the source', async () => {
    const consent = await importer.consent('github');
    await importer.fetch(consent);
    await importer.withdraw(consent);
    expect(await d.t.run((ctx) => ctx.db.query('importFetches').collect())).toEqual([]);
  });
});
