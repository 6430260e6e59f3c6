/** Exports: everything that is stored about a person and nothing of anybody else, for the person alone, for a week. */
import { EXPORT_ADDRESS_MS, EXPORT_KEPT_MS } from '@gigsy/schema';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { stores } from '../../convex/model/stores.js';
import { SECRET, clerkUser, deliver } from './clerk-delivery.ts';
import type { Caller, Deployment } from './deployment.ts';
import { deployment, key, person, pictures, refusalOf, scheduledRun } from './deployment.ts';
import { contribute } from './contributing.ts';
import { linked, partnerOf, type Partner } from './partner.ts';
import { gif, jpeg, pdfOf } from './files.ts';
import { png } from './png.ts';
import { expectFile, rowsOf, unzipped, utf8 } from './unzipped.ts';
import { filesHeld, uploaded } from './uploaded.ts';

const HOSTILE = '</dd><script>alert(1)</script> \u0627\u0644\u0639\u0631\u0628\u064a\u0629';
let d: Deployment;
let ada: Caller;
let partner: Partner;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
  pictures.clear();
  pictures.set('https://pictures.example/p', { bytes: png(8, 8) });
  d = deployment();
  partner = await partnerOf(d);
  ada = await somebody('ada');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const pass = (rounds?: number) => scheduledRun(d, rounds);

async function somebody(handle: string): Promise<Caller> {
  await deliver(d, { type: 'user.updated', data: clerkUser(`user_${handle}`, 1, { first_name: `Clerk ${handle}` }) });
  const caller = await person(d, handle, {
    sections: {
      identity: { displayName: handle, avatarUrl: 'https://pictures.example/p' },
      about: { text: handle === 'ada' ? HOSTILE : `Of ${handle}` },
      contact: { email: `${handle}@example.org` },
      skills: [{ id: 'one', name: `Skill of ${handle}` }, { name: 'Removed' }],
    },
  });
  const { secret } = await partner.issue('secret');
  await linked(partner, secret, caller, `u-${handle}`);
  await caller.mutation(api.profile.edit, {
    operations: [{ op: 'change', section: 'skills', id: 'one', fields: { level: 4 } }],
    expected: { skills: 1 },
    idempotencyKey: key(),
  });
  await caller.mutation(api.profile.changeHandle, { handle: `${handle}-two`, idempotencyKey: key() });
  await pass();
  return caller;
}

const { exports: exported } = api.privacy;
const status = (caller = ada) => caller.query(exported.status, {});
const request = (caller = ada) => caller.mutation(exported.request, { idempotencyKey: key() });
const download = (caller = ada) => caller.mutation(exported.download, { idempotencyKey: key() });
const cancel = (caller = ada) => caller.mutation(exported.cancel, { idempotencyKey: key() });
const fetched = (address: string) => d.t.fetch(new URL(address).pathname);

async function made(caller = ada): Promise<Record<string, string>> {
  await request(caller);
  await pass();
  const { files } = await download(caller);
  const response = await fetched(files[0]!.address);
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/zip']);
  const zip = new Uint8Array(await response.arrayBuffer());
  expect([files.length, zip.length]).toEqual([1, files[0]!.size]);
  return unzipped(zip);
}

describe('an export', () => {
  test('holds what each store has, the picture, a JSON Resume and a page for people', async () => {
    const [file, unused] = [await uploaded(d, ada, pdfOf()), await uploaded(d, ada, gif)];
    const preview = await uploaded(d, ada, jpeg);
    const contribution = { kind: 'media' as const, title: 'A bridge', files: [{ file, preview }] };
    await contribute(ada, contribution);
    const zip = await made();
    expect(rowsOf(zip, 'portfolioContributions.json')).toMatchObject([{ contribution }]);
    expect(rowsOf(zip, 'portfolioFiles.json')).toHaveLength(2);
    expect(rowsOf(zip, 'portfolioUploads.json')).toHaveLength(1);
    expectFile(zip, 'portfolioFiles', { upload: file, bytes: pdfOf(), type: 'pdf' });
    expectFile(zip, 'portfolioFiles', { upload: preview, bytes: jpeg, type: 'jpeg' });
    expectFile(zip, 'portfolioUploads', { upload: unused, bytes: gif, type: 'gif' });
    expect(rowsOf(zip, 'profileSkills.json')).toMatchObject([
      { id: 'one', name: 'Skill of ada', level: 4, storedAt: expect.stringContaining('2031-') },
      { name: 'Removed' },
    ]);
    expect(rowsOf(zip, 'profiles.json')).toMatchObject([
      { handle: 'ada-two', about: { text: HOSTILE }, contact: { email: 'ada@example.org' } },
    ]);
    expect(
      rowsOf(zip, 'profileHandles.json')
        .map(({ handle }) => handle)
        .sort(),
    ).toEqual(['ada', 'ada-two']);
    expect(rowsOf(zip, 'partnerLinks.json')).toMatchObject([{ organisation: 'Northfield', user: 'u-ada' }]);
    expect(rowsOf(zip, 'clerkUsers.json')).toMatchObject([{ facts: { displayName: 'Clerk ada' } }]);
    expect(rowsOf(zip, 'profileStrengths.json')).toMatchObject([{ strength: { score: expect.any(Number) } }]);
    expect(rowsOf(zip, 'accounts.json')).toMatchObject([{ subject: 'user_ada', role: 'student' }]);
    expect(rowsOf(zip, 'idempotencyKeys.json').map((row) => row.function)).toContain('profile.changeHandle');
    expect(rowsOf(zip, 'auditLog.json')).toContainEqual(
      expect.objectContaining({ action: 'profile.create', by: 'you', about: 'you' }),
    );
    expect(rowsOf(zip, 'events.json').map(({ type }) => type)).toEqual(
      expect.arrayContaining(['profile.created', 'profile.updated']),
    );
    expect(Uint8Array.from(zip['media/picture.png']!, (c) => c.charCodeAt(0))).toEqual(png(8, 8));
    expect(JSON.parse(utf8(zip['resume.json']!))).toMatchObject({ basics: { name: 'ada', email: 'ada@example.org' } });
    const html = utf8(zip['index.html']!);
    expect(html).toContain('&#60;script&#62;alert(1)');
    expect(html).not.toMatch(/<script|\son\w+=|src=/i);
    expect(html).toContain('<dd dir="auto">');
    const places = ['Your account:', 'The section &#34;skills&#34;', 'Answers to your calls'].map((text) =>
      html.indexOf(text),
    );
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('says of every store where it is, or why it is left out', async () => {
    const about = rowsOf(await made(), 'about.json');
    expect(about.map(({ store }) => store)).toEqual(stores.map(({ table }) => table));
    for (const { about: meaning, file, leftOut } of about)
      expect([typeof meaning, (file === undefined) !== (leftOut === undefined)]).toEqual(['string', true]);
  });

  test('has a JSON Schema of each list, which the list obeys to the letter', async () => {
    const reader = await somebody('zoltan');
    const of = { handle: 'ada-two' };
    await reader.mutation(api.privacy.access.open, { ...of, purpose: 'other', note: 'Why', idempotencyKey: key() });
    await ada.mutation(api.privacy.grants.add, { to: { role: 'mentor' }, idempotencyKey: key() });
    await ada.mutation(api.privacy.grants.add, { to: { person: 'x-y' }, keys: ['about'], idempotencyKey: key() });
    await ada.mutation(api.privacy.schedule.add, {
      at: Date.now() + 60_000,
      changes: { about: 'owner' },
      idempotencyKey: key(),
    });
    await ada.mutation(api.profile.photos.begin, { idempotencyKey: key() });
    await ada.mutation(api.profile.edit, {
      operations: [{ op: 'remove', section: 'skills', id: 'one' }],
      expected: { skills: 2 },
      idempotencyKey: key(),
    });
    const consented = { source: 'github', notice: 1, language: 'en', idempotencyKey: key() } as const;
    await ada.mutation(api.privacy.consents.give, consented);
    await partner.admin.mutation(api.privacy.holds.place, { of, reason: 'safety', told: false, idempotencyKey: key() });
    const zip = await made();
    const ajv = new Ajv({ strict: false });
    const filled: string[] = [];
    for (const { store, file, schema } of rowsOf(zip, 'about.json') as Record<string, string>[]) {
      if (file === undefined) continue;
      const rows = rowsOf(zip, file);
      const obeys = ajv.compile(JSON.parse(utf8(zip[schema!]!)) as object);
      expect([store, obeys(rows) || obeys.errors]).toEqual([store, true]);
      expect([store, obeys([{ unknown: 1 }])]).toEqual([store, false]);
      if (rows.length > 0) filled.push(store!);
    }
    expect(filled).toEqual(
      expect.arrayContaining([
        ...['partnerLinks', 'idempotencyKeys', 'events', 'accessLeases', 'accessNotes', 'privacyGrants', 'auditLog'],
        ...[
          'privacySchedules',
          'legalHolds',
          'consents',
          'consentEvents',
          'profileSkills',
          'profilePhotos',
          'accounts',
        ],
        ...['profileRemovedItems', 'profileHandles', 'profileUploads', 'clerkUsers', 'profileStrengths', 'profiles'],
      ]),
    );
  });

  test('holds nothing of anybody else, and no surrogate of theirs', async () => {
    const asked = { handle: 'ada-two', purpose: 'hiring', note: 'For the open position' } as const;
    await (await somebody('zoltan')).mutation(api.privacy.access.open, { ...asked, idempotencyKey: key() });
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'deactivated' });
    const { operations } = api;
    const rules = [{ handles: ['ada-two', 'zoltan-two'], variant: 'on' }];
    const flag = { name: 'new-editor', kind: 'boolean', exposed: true, enabled: true, variants: ['on', 'off'] };
    await partner.admin.mutation(operations.flags.set, {
      flag: { ...flag, off: 'off', rules },
      expected: 0,
      idempotencyKey: key(),
    } as never);
    const zip = await made();
    const others = await d.t.run(async (ctx) => {
      const accounts = await ctx.db.query('accounts').collect();
      const profiles = await ctx.db.query('profiles').collect();
      return [...accounts, ...profiles]
        .filter((row) => !('subject' in row ? row.subject : row.handle).includes('ada'))
        .map(({ _id }) => _id as string);
    });
    expect(others).toHaveLength(3);
    const all = Object.values(zip).join('\n');
    for (const text of [...others, 'zoltan', 'user_root']) expect([text, all.includes(text)]).toEqual([text, false]);
    expect(rowsOf(zip, 'flags.json')).toEqual([{ flag: 'new-editor' }]);
    expect(rowsOf(zip, 'auditLog.json')).toContainEqual(
      expect.objectContaining({ action: 'privacy.access.open', by: 'somebody else', about: 'you' }),
    );
    expect(rowsOf(zip, 'accessNotes.json')).toMatchObject([{ by: 'somebody else', note: 'For the open position' }]);
  });

  test('of a person without a profile holds the account', async () => {
    const zip = await made(partner.admin);
    expect(rowsOf(zip, 'accounts.json')).toMatchObject([{ subject: 'user_root', role: 'admin' }]);
    expect(zip['resume.json']).toBeUndefined();
    // The answers to an operator may tell of others.
    const answered = rowsOf(zip, 'idempotencyKeys.json').filter(({ result }) => result !== undefined);
    expect(answered.map((row) => row.function)).toEqual(['privacy.exports.request']);
  });

  test('goes through more documents than one page has', async () => {
    await d.t.run(async (ctx) => {
      for (let n = 0; n < 250; n += 1)
        await ctx.db.insert('idempotencyKeys', {
          principal: 'clerk:user_ada',
          function: 'f',
          key: `k${n}`,
          requestHash: 'h',
          ordinal: 1_000 + n,
          result: null,
        });
    });
    const zip = await made();
    const keys = rowsOf(zip, 'idempotencyKeys.json').map((row) => row.key);
    expect(keys.filter((name) => /^k\d/.test(String(name)))).toHaveLength(250);
    expect(new Set(keys).size).toBe(keys.length);
    expect(utf8(zip['index.html']!)).toContain('more stand in the file');
  });
});

describe('the job', () => {
  test('is one at a time, shows its progress, and can be called off with its files', async () => {
    expect(await status()).toMatchObject({ state: 'none', progress: 0, files: 0 });
    expect(await request()).toMatchObject({ state: 'making', requestedAt: Date.now(), expiresAt: null });
    expect((await refusalOf(request())).code).toBe('account_state');
    await pass();
    expect(await status()).toMatchObject({
      state: 'ready',
      progress: 1,
      files: 1,
      expiresAt: Date.now() + EXPORT_KEPT_MS,
    });
    const before = await filesHeld(d);
    expect(await cancel()).toMatchObject({ state: 'none' });
    expect(await filesHeld(d)).toBe(before - 1);
    expect((await refusalOf(cancel())).code).toBe('not_found');
  });

  test('stores nothing once it is called off', async () => {
    const before = await filesHeld(d);
    await request();
    await cancel();
    await pass();
    expect([await status(), await filesHeld(d)]).toMatchObject([{ state: 'none' }, before]);
  });

  test('makes a file again whose action was lost, gives up after three, and a late report changes nothing', async () => {
    const jobs = internal.privacy.exportJob;
    await request();
    await d.t.run(async (ctx) => {
      for (const { _id } of await ctx.db.system.query('_scheduled_functions').collect())
        await ctx.scheduler.cancel(_id);
    });
    const { _id: id } = (await d.t.run((ctx) => ctx.db.query('exports').first()))!;
    const lose = async () => {
      const { attempt } = (await d.t.mutation(jobs.begin, { id }))!;
      await d.t.mutation(jobs.overdue, { id, attempt });
      return attempt;
    };
    const first = await lose();
    await lose();
    const before = await filesHeld(d);
    const file = await d.t.run((ctx) => ctx.storage.store(new Blob(['late'])));
    await d.t.mutation(jobs.keep, { id, attempt: first, file, size: 4, next: null });
    expect([(await status()).state, await filesHeld(d)]).toEqual(['making', before]);
    expect(await d.t.mutation(jobs.progress, { id, attempt: first, done: 3 })).toBe(false);
    await lose();
    expect((await status()).state).toBe('failed');
    expect((await refusalOf(download())).code).toBe('not_found');
    await request();
    await pass();
    expect((await status()).state).toBe('ready');
  });

  test('deletes the export after a week, and at once with its person', async () => {
    await request();
    await request(await somebody('eve'));
    await pass();
    const before = await filesHeld(d);
    await deliver(d, { type: 'user.deleted', data: { id: 'user_eve' } });
    await pass();
    // The picture and the export of Eve.
    expect(await filesHeld(d)).toBe(before - 2);
    vi.setSystemTime(Date.now() + EXPORT_KEPT_MS - 1);
    await d.t.mutation(internal.privacy.exportJob.expire, {});
    expect((await status()).state).toBe('ready');
    vi.setSystemTime(Date.now() + 1);
    await d.t.mutation(internal.privacy.exportJob.expire, {});
    expect([(await status()).state, await filesHeld(d)]).toEqual(['none', before - 3]);
  });
});

describe('an address', () => {
  test('is given to the owner alone, ends after ten minutes or with the next, and all that lead nowhere look the same', async () => {
    const eve = await somebody('eve');
    await request();
    await pass();
    expect([(await status(eve)).state, (await refusalOf(download(eve))).code]).toEqual(['none', 'not_found']);
    const first = (await download()).files[0]!.address;
    expect((await fetched(first)).status).toBe(200);
    const second = await download();
    const address = second.files[0]!.address;
    expect(second.expiresAt).toBe(Date.now() + EXPORT_ADDRESS_MS);
    const ended = [first, `${address}1`, address.replace(/[0-9a-f]{32}/, '0'.repeat(32)), address.replace(/1$/, '2')];
    const answers = await Promise.all(
      ended.map(async (each) => [(await fetched(each)).status, await (await fetched(each)).text()]),
    );
    expect(answers[0]![0]).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const response = await fetched(address);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Content-Disposition')).toContain('attachment');
    await vi.advanceTimersByTimeAsync(EXPORT_ADDRESS_MS);
    await d.t.finishInProgressScheduledFunctions();
    expect((await fetched(address)).status).toBe(404);
  });

  test('is stored as a hash, and each download leaves an audit row', async () => {
    await request();
    await pass();
    const { files } = await download();
    const token = /[0-9a-f]{32}/.exec(files[0]!.address)![0];
    const rows = await d.t.run(async (ctx) => [
      await ctx.db.query('exports').collect(),
      (await ctx.db.query('auditLog').collect()).map(({ action }) => action),
    ]);
    expect(JSON.stringify(rows[0])).not.toContain(token);
    expect(rows[1]).toEqual(expect.arrayContaining(['privacy.exports.request', 'privacy.exports.download']));
  });
});
