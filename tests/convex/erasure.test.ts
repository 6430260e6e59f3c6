/** Erasure: nothing of a person is left but surrogates, other people lose nothing, and every table is thought of. */
import { DELETION_GRACE_MS, contract, listFunctions } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, components, internal } from '../../convex/_generated/api.js';
import type { TableNames } from '../../convex/_generated/dataModel.js';
import { stores } from '../../convex/model/stores.js';
import schema from '../../convex/schema.js';
import { SECRET, clerkUser, deliver } from './clerk-delivery.ts';
import {
  deployment,
  key,
  person,
  pictures,
  refusalOf,
  type Caller,
  type Deployment,
  scheduledRun,
} from './deployment.ts';
import { wordsOf } from './endorsing.ts';
import { newsOf } from './inbox-source.ts';
import { linked, partnerOf, type Partner } from './partner.ts';
import { png } from './png.ts';
import { filesOf } from './uploaded.ts';
import { moderated } from './moderating.ts';
import { claimed, codeSent, proved } from './verifying.ts';
import { WITHOUT_STORE } from './without-store.ts';

const MARK = 'kestrel';
let d: Deployment;
let partner: Partner;
let secret: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
  pictures.clear();
  pictures.set('https://pictures.example/p', { bytes: png(8, 8) });
  d = deployment();
  partner = await partnerOf(d);
  secret = (await partner.issue('secret')).secret;
  await person(d, 'peer');
  await person(d, 'rook');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const { relations } = api.privacy;
const pass = (rounds?: number) => scheduledRun(d, rounds);

/** A person with something in every section, a picture, a link to a partner, settings and facts at Clerk. */
async function somebody(handle: string, items = 3): Promise<Caller> {
  const name = (n: number) => `${handle}-${n}`;
  const list = (make: (n: number) => object) => Array.from({ length: items }, (_, n) => make(n));
  await deliver(d, { type: 'user.updated', data: clerkUser(`user_${handle}`, 1, { first_name: handle }) });
  const caller = await person(d, handle, {
    sections: {
      identity: { displayName: handle, avatarUrl: 'https://pictures.example/p' },
      about: { text: handle },
      contact: { email: `${handle}@example.org` },
      skills: list((n) => ({ name: name(n) })),
      education: list((n) => ({ institution: name(n) })),
      workExperience: list((n) => ({ organisation: name(n) })),
      projects: list((n) => ({ name: name(n) })),
      languages: list((n) => ({ name: name(n) })),
      links: list((n) => ({ label: name(n), url: `https://${name(n)}.example` })),
    },
  });
  await linked(partner, secret, caller, `u-${handle}`);
  await newsOf(d, partner.partner, handle);
  await caller.mutation(api.profile.update, {
    changes: { skills: list((n) => ({ name: name(n) })).slice(1), languages: [] } as never,
    expected: { skills: 1, languages: 1 },
    idempotencyKey: key(),
  });
  await caller.mutation(api.profile.changeHandle, { handle: `${handle}-two`, idempotencyKey: key() });
  await caller.mutation(api.privacy.update, { changes: { about: 'owner' }, expected: 1, idempotencyKey: key() });
  await caller.mutation(api.privacy.grants.add, { to: { person: `${handle}-friend` }, idempotencyKey: key() });
  await filesOf(d, handle, caller);
  await proved(d, caller, `${handle}@example.org`);
  await caller.mutation(api.trust.credentials.issue, { kind: 'badge', id: 'email', idempotencyKey: key() });
  await codeSent(d, caller, `${handle}-two@example.org`);
  await wordsOf(d, handle, caller);
  await pass();
  await claimed(caller, `${handle}.org`);
  const { ask } = await d
    .as('user_peer')
    .mutation(relations.ask, { kind: 'contact', handle: `${handle}-two`, idempotencyKey: key() });
  await caller.mutation(relations.ask, { kind: 'contact', handle: `${handle}-friend`, idempotencyKey: key() });
  await pass();
  await caller.mutation(relations.accept, { ask, idempotencyKey: key() });
  await d.as('user_rook').mutation(relations.ask, { kind: 'contact', handle: `${handle}-two`, idempotencyKey: key() });
  await caller.mutation(api.privacy.schedule.add, {
    at: Date.now() + DELETION_GRACE_MS * 2,
    changes: { about: 'public', items: { [`links/${handle}`]: null } },
    idempotencyKey: key(),
  });
  await moderated(d, partner.admin, handle, caller, handle === MARK ? 'rook' : 'peer');
  await pass();
  return caller;
}

/** Every document of every table, by table. */
function everything(): Promise<Record<string, string[]>> {
  return d.t.run(async (ctx) => {
    const tables = Object.keys(schema.tables) as TableNames[];
    const rows = await Promise.all(tables.map((table) => ctx.db.query(table).collect()));
    const text = (value: unknown) =>
      JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
    return {
      ...Object.fromEntries(tables.map((table, at) => [table, rows[at]!.map(text)])),
      files: (await ctx.db.system.query('_storage').collect()).map(text),
    };
  });
}

const mentions = (rows: Record<string, string[]>) =>
  Object.entries(rows).flatMap(([table, all]) =>
    all.filter((row) => row.includes(MARK)).map((row) => `${table}: ${row}`),
  );

/** Functions for which the rate limiter knows this person. */
async function buckets(handle: string): Promise<string[]> {
  const limited = listFunctions(contract).filter((fn) => fn.contract.rate);
  const found = await d.t.run((ctx) =>
    Promise.all(
      limited.map(async ({ name, contract: { rate } }) => {
        const config = { kind: 'token bucket', rate: rate!.rate, period: rate!.periodMs, capacity: 1 } as const;
        const key = `clerk:user_${handle}`;
        const { ts } = await ctx.runQuery(components.rateLimiter.lib.getValue, { name, key, config });
        return ts === 0 ? [] : [name];
      }),
    ),
  );
  return found.flat();
}

/** Somebody else's wish for a handle. */
const taking = (handle: string) =>
  d.as('user_new').mutation(api.profile.create, {
    handle,
    role: 'student',
    sections: { identity: { displayName: 'New' } },
    idempotencyKey: key(),
  });

const deletedAtClerk = (handle: string) => deliver(d, { type: 'user.deleted', data: { id: `user_${handle}` } });
const receipts = () => d.t.run((ctx) => ctx.db.query('erasures').collect());

test('leaves nothing of the person but a tombstone, and other people as they were', async () => {
  await somebody('eve');
  const before = await everything();
  await somebody(MARK);
  expect(mentions(await everything()).length).toBeGreaterThan(20);
  expect(await buckets(MARK)).toContain('profile.create');
  await deletedAtClerk(MARK);
  await pass();
  expect([await buckets(MARK), await buckets('eve')]).toEqual([[], expect.arrayContaining(['profile.create'])]);
  const after = await everything();
  expect(mentions(after)).toEqual([expect.stringMatching(/^accounts: /)]);
  for (const handle of [MARK, `${MARK}-two`, 'kestre1', `${MARK}two`])
    expect([handle, (await refusalOf(taking(handle))).code]).toEqual([handle, 'handle_unavailable']);
  const tombstone = JSON.parse(after.accounts!.find((row) => row.includes(MARK))!) as Record<string, unknown>;
  const { _id, _creationTime, ...rest } = tombstone;
  expect(rest).toEqual({ provider: 'clerk', subject: `user_${MARK}`, role: 'student', status: 'deleted' });
  for (const [table, rows] of Object.entries(before)) expect(after[table]).toEqual(expect.arrayContaining(rows));
  expect(after.files).toHaveLength(before.files!.length);
});

test('takes the person off the lists of those who named them, and leaves their other grants', async () => {
  const eve = await somebody('eve');
  await somebody(MARK);
  for (const person of [MARK, `${MARK}-two`])
    await eve.mutation(api.privacy.grants.add, { to: { person }, idempotencyKey: key() });
  await pass();
  await deletedAtClerk(MARK);
  await pass();
  expect((await eve.query(api.privacy.grants.list, {})).map(({ to }) => to)).toEqual([{ person: 'eve-friend' }]);
});

test('takes the handles that the person has and had out of the rules of flags, and leaves nobody else a wider rule', async () => {
  await somebody(MARK);
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  const admin = d.as('user_root');
  const flag = (rules: object[]) =>
    admin.mutation(api.operations.flags.set, {
      flag: {
        name: 'new-editor',
        kind: 'boolean',
        exposed: true,
        enabled: true,
        variants: ['on', 'off'],
        off: 'off',
        rules,
      },
      expected: 0,
      idempotencyKey: key(),
    } as never);
  await flag([
    { handles: [`${MARK}-two`], variant: 'on' },
    { handles: [MARK], variant: 'on' },
    { handles: [`${MARK}-two`, 'eve', MARK], variant: 'on' },
    { roles: ['mentor'], variant: 'on' },
  ]);
  await deletedAtClerk(MARK);
  await pass();
  const [stored] = await d.t.run((ctx) => ctx.db.query('flags').collect());
  expect(stored!.rules).toEqual([
    { handles: ['eve'], variant: 'on' },
    { roles: ['mentor'], variant: 'on' },
  ]);
});

test('leaves a receipt that counts what went, by table, and names nobody', async () => {
  await somebody(MARK);
  await deletedAtClerk(MARK);
  await pass();
  const [receipt] = await receipts();
  expect(receipt).toMatchObject({
    reason: 'provider',
    state: 'finished',
    finishedAt: Date.now(),
    erased: {
      profileSkills: 2,
      profileEducation: 3,
      profileWorkExperience: 3,
      profileProjects: 3,
      profileRemovedItems: 6,
      profileHandles: 2,
      profilePhotos: 1,
      users: 1,
      clerkUsers: 1,
      profiles: 1,
      partnerLinks: 1,
      inboxEvents: 3,
      inboxQuarantine: 1,
      trustCodes: 1,
      trustSends: 2,
      trustClaims: 1,
      trustEvidence: 1,
      moderationReports: 1,
      moderationCases: 3,
      trustCredentials: 1,
      portfolioContributions: 1,
      portfolioFiles: 2,
      portfolioUploads: 2,
      portfolioUploadParts: 1,
      trustEndorsements: 2,
      trustEndorsementRequests: 3,
      trustChoices: 1,
      idempotencyKeys: 25,
      'rateLimiter.rateLimits': 21,
      privacyGrants: 1,
      relations: 2,
      relationAsks: 2,
      privacySchedules: 1,
    },
  });
  expect(JSON.stringify(receipt)).not.toContain(MARK);
});

test('goes on page by page, and is taken up again where a page was lost', async () => {
  await somebody(MARK, 10);
  await d.t.run(async (ctx) => {
    for (let n = 0; n < 1_200; n += 1)
      await ctx.db.insert('idempotencyKeys', {
        principal: `clerk:user_${MARK}`,
        function: 'f',
        key: `${MARK}-${n}`,
        requestHash: 'h',
        result: null,
      });
  });
  await deletedAtClerk(MARK);
  const erasure = (await receipts())[0]!._id;
  const losePage = () =>
    d.t.run(async (ctx) => {
      for (const job of await ctx.db.system.query('_scheduled_functions').collect())
        if (job.state.kind === 'pending') await ctx.scheduler.cancel(job._id);
    });
  await losePage();
  await pass();
  expect(await receipts()).toMatchObject([{ state: 'running', erased: {} }]);
  await d.t.mutation(internal.privacy.erasure.run, { erasure });
  expect(await receipts()).toMatchObject([{ state: 'running', erased: { partnerLinks: 1, idempotencyKeys: 499 } }]);
  for (let page = 0; page < 4; page += 1) {
    await losePage();
    await d.t.mutation(internal.privacy.erasure.resume, {});
    await pass();
  }
  expect(await receipts()).toMatchObject([{ state: 'finished', erased: { idempotencyKeys: 1_225, profileSkills: 9 } }]);
  expect(mentions(await everything())).toHaveLength(1);
  await d.t.mutation(internal.privacy.erasure.run, { erasure });
  expect(await receipts()).toMatchObject([{ erased: { idempotencyKeys: 1_225 } }]);
});

test('follows a person’s own request once it is due', async () => {
  const caller = await somebody(MARK);
  await caller.mutation(api.profile.accounts.requestDeletion, { idempotencyKey: key() });
  vi.setSystemTime(Date.now() + DELETION_GRACE_MS);
  await d.t.mutation(internal.profile.accounts.deletionsDue, {});
  await pass();
  expect(await receipts()).toMatchObject([{ reason: 'person', state: 'finished' }]);
  expect(mentions(await everything())).toHaveLength(1);
  expect((await refusalOf(caller.query(api.profile.accounts.status, {}))).code).toBe('forbidden');
});

test('of a person who never came to Gigsy leaves a tombstone, and no receipt', async () => {
  await deletedAtClerk(MARK);
  await pass();
  expect(mentions(await everything())).toHaveLength(1);
  expect(await receipts()).toEqual([]);
});

test('every table has a store, or a reason for having none', () => {
  const stored = stores.map(({ table }) => table);
  expect(new Set(stored).size).toBe(stored.length);
  const tables = ['rateLimiter.rateLimits', ...Object.keys(schema.tables)];
  expect([...stored, ...Object.keys(WITHOUT_STORE)].sort()).toEqual(tables.sort());
});

test('every table that names files says which, so that no file in use is taken for a lost one', () => {
  const naming = Object.entries(schema.tables).flatMap(([table, { validator }]) =>
    JSON.stringify((validator as unknown as { json: unknown }).json).includes('"_storage"') ? [table] : [],
  );
  expect(stores.flatMap(({ table, names }) => (names ? [table] : [])).sort()).toEqual(naming.sort());
});

test('a file that no row names is removed once it is an hour old, and no other', async () => {
  await somebody('eve');
  const store = (text: string) => d.t.run((ctx) => ctx.storage.store(new Blob([text])));
  for (let n = 0; n < 150; n += 1) await store(`lost ${n}`);
  vi.setSystemTime(Date.now() + 61 * 60_000);
  const fresh = await store('fresh');
  await d.t.mutation(internal.privacy.files.sweep, {});
  await pass();
  const files = await d.t.run((ctx) => ctx.db.system.query('_storage').collect());
  // The picture, the file of a contribution and its preview, one that is not used, a part of another, and the fresh one.
  expect(files).toHaveLength(6);
  expect(files.map(({ _id }) => _id)).toContain(fresh);
  const photo = await d.t.run((ctx) => ctx.db.query('profilePhotos').first());
  expect(files.map(({ _id }) => _id)).toContain(photo!.file!.id);
});
