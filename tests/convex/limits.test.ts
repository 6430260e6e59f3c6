/** Refused calls count: limits hold for guessing, and traces of a refusal survive it. */
import { contract, listFunctions } from '@gigsy/schema';
import { makeFunctionReference } from 'convex/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { EXPIRY_BATCH, KEPT_MS, MAX_KEPT } from '../../convex/model/operations/idempotency.js';
import { findAccount } from '../../convex/model/profile/accounts.js';
import { ISSUER, deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { partnerOf } from './partner.ts';
import { code, refused, report } from './refused-calls.ts';

let d: Deployment;
beforeEach(() => {
  d = deployment();
});

const mutations = listFunctions(contract).filter((fn) => fn.contract.kind === 'mutation');

/** As if an action were at work on the person's export. */
function beingExported(subject: string) {
  return d.t.run(async (ctx) => {
    const account = await findAccount(ctx, subject);
    const job = { state: 'making', next: { store: 0, cursor: null }, done: 0, attempt: 1, lost: 0 } as const;
    await ctx.db.insert('exports', { accountId: account!._id, ...job });
  });
}

/** Rows of the tables that a refused call might have touched. */
function contents() {
  return d.t.run(async (ctx) =>
    JSON.stringify(
      await Promise.all(
        (
          [
            'accounts',
            'profiles',
            'users',
            'profileViews',
            'events',
            'idempotencyKeys',
            'partners',
            'partnerKeys',
            'partnerLinks',
            'linkOffers',
            'privacyGrants',
            'privacySchedules',
            'relations',
            'relationAsks',
            'driftFindings',
            'driftWalks',
            'flags',
            'readCutovers',
            'exports',
            'accessLeases',
            'accessNotes',
            'legalHolds',
            'eventSources',
            'inboxMeters',
            'inboxJobs',
            'inboxEvents',
            'inboxQuarantine',
            'trustCodes',
            'trustSends',
            'trustClaims',
            'trustSessions',
            'trustEvidence',
            'trustGigs',
            'trustReviews',
            'trustVotes',
            'trustStandings',
            'moderationCases',
            'moderationReports',
            'moderationNotes',
          ] as const
        ).map((table) => ctx.db.query(table).collect()),
      ),
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    ),
  );
}

describe.each(mutations.map((fn) => [fn.name, fn] as const))('%s', (name, fn) => {
  test('draws from its limit when it refuses, and writes nothing else', async () => {
    vi.useFakeTimers();
    try {
      await person(d, 'ada');
      const { deactivate, requestDeletion } = api.profile.accounts;
      await (await person(d, 'gone')).mutation(deactivate, { idempotencyKey: key() });
      await (await person(d, 'leaving')).mutation(requestDeletion, { idempotencyKey: key() });
      await beingExported('user_leaving');
      const { admin } = await partnerOf(d);
      await admin.mutation(api.operations.partners.create, {
        name: 'Before',
        origins: [],
        idempotencyKey: 'used-before',
      });
      await admin.mutation(api.trust.moderation.report, { ...report, idempotencyKey: 'used-before' });
      await admin.mutation(api.trust.moderation.dismiss, { cases: ['none'], idempotencyKey: 'used-before' });
      vi.advanceTimersByTime(60_000);
      const [subject, args, expected] = refused[name]!;
      const attempt = (n: number) =>
        refusalOf(
          d
            .as(subject)
            .mutation(makeFunctionReference<'mutation'>(fn.path), { idempotencyKey: key(), ...args(n) } as never),
        );
      const before = await contents();
      const codes = [];
      for (let n = 0; n < fn.contract.rate!.capacity + 3; n += 1) codes.push((await attempt(n)).code);
      const allowed = codes.filter((each) => each !== 'rate_limited');
      expect(new Set(allowed)).toEqual(new Set([expected]));
      expect([allowed.length, codes.slice(-3)]).toEqual([
        fn.contract.rate!.capacity,
        ['rate_limited', 'rate_limited', 'rate_limited'],
      ]);
      expect(await contents()).toBe(before);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('no result can be taken for a refusal', () => {
  for (const {
    name,
    contract: { result },
  } of mutations) {
    expect([name, result.safeParse({ refused: { code: 'not_found', message: 'No.' } }).success]).toEqual([name, false]);
  }
});

test('a counted refusal is the answer, a refusal without rows to keep is thrown', async () => {
  await person(d, 'ada');
  const ada = d.t.withIdentity({ issuer: ISSUER, subject: 'user_ada' });
  expect(
    await ada.mutation(api.profile.update, {
      changes: { about: { text: 'x' } },
      expected: { about: 7 },
      idempotencyKey: key(),
    }),
  ).toEqual({
    refused: {
      code: 'version_conflict',
      message: expect.any(String),
      fields: [{ path: 'expected.about', code: 'stale', message: 'is at version 1' }],
      conflicts: [{ section: 'about', version: 1, fields: ['text'] }],
    },
  });
  expect((await refusalOf(ada.mutation(api.profile.update, { idempotencyKey: key() } as never))).code).toBe(
    'invalid_argument',
  );
  expect(
    (await refusalOf(ada.mutation(api.operations.partners.create, { name: 'x', origins: [], idempotencyKey: key() })))
      .code,
  ).toBe('forbidden');
});

test('a refused request may be made again under the same key', async () => {
  const ada = await person(d, 'ada');
  const request = { changes: { about: { text: 'x' } }, expected: { about: 2 }, idempotencyKey: key() };
  expect((await refusalOf(ada.mutation(api.profile.update, request))).code).toBe('version_conflict');
  await ada.mutation(api.profile.update, { ...request, expected: { about: 1 }, idempotencyKey: key() });
  expect((await ada.mutation(api.profile.update, request)).versions.about).toBe(2);
});

test('denied access is in the audit log, an everyday refusal is not', async () => {
  const ada = await person(d, 'ada');
  await refusalOf(ada.mutation(api.operations.links.create, { code: code('a'), idempotencyKey: key() }));
  await refusalOf(
    ada.mutation(api.profile.update, {
      changes: { about: { text: 'x' } },
      expected: { about: 7 },
      idempotencyKey: key(),
    }),
  );
  const rows = await d.t.run((ctx) => ctx.db.query('auditLog').collect());
  expect(rows.map(({ action, refused: how }) => [action, how])).toEqual([
    ['profile.create', undefined],
    ['operations.links.create', 'not_found'],
  ]);
  expect(rows[1]).toMatchObject({
    actor: rows[0]!.actor,
    subject: { kind: 'account', id: rows[0]!.actor },
    changed: [],
  });
});

describe("a partner's server", () => {
  test('that asks for people who are not linked draws from its quota, and leaves a trace', async () => {
    const partner = await partnerOf(d);
    const { secret, name } = await partner.issue('secret', 3);
    const mint = async (user: string) =>
      (await partner.post('/v1/embed-sessions', secret, { viewer: { user } })).status;
    expect([await mint('a'), await mint('b'), await mint('c'), await mint('d')]).toEqual([404, 404, 404, 429]);
    const rows = await d.t.run(async (ctx) =>
      (await ctx.db.query('auditLog').collect()).filter(({ action }) => action === 'operations.sessions.mint'),
    );
    expect(rows.map(({ changed, refused: how }) => [changed, how])).toEqual([
      [[name], 'not_found'],
      [[name], 'not_found'],
      [[name], 'not_found'],
    ]);
  });
});

describe('answers kept for idempotency keys', () => {
  const kept = () => d.t.run((ctx) => ctx.db.query('idempotencyKeys').collect());
  const keep = (count: number, principal: string) =>
    d.t.run(async (ctx) => {
      for (let n = 1; n <= count; n += 1) {
        await ctx.db.insert('idempotencyKeys', {
          principal,
          function: 'f',
          key: `${principal}-${n}`,
          requestHash: 'h',
          ordinal: n,
          result: null,
        });
      }
    });
  const write = (caller: Caller, version: number) =>
    caller.mutation(api.privacy.update, {
      changes: { about: version % 2 ? 'owner' : 'public' },
      expected: version,
      idempotencyKey: key(),
    });

  test('are at most a thousand of one person, the oldest going first', async () => {
    const ada = await person(d, 'ada');
    await d.t.run(async (ctx) => {
      for (const row of await ctx.db.query('idempotencyKeys').collect())
        await ctx.db.delete('idempotencyKeys', row._id);
    });
    await keep(MAX_KEPT - 1, 'clerk:user_ada');
    await keep(5, 'clerk:user_ben');
    for (let version = 1; version <= 4; version += 1) await write(ada, version);
    const rows = await kept();
    const own = rows.filter(({ principal }) => principal === 'clerk:user_ada');
    expect([own.length, rows.length]).toEqual([MAX_KEPT, MAX_KEPT + 5]);
    expect(own.map(({ key: each }) => each)).not.toContain('clerk:user_ada-3');
    expect(own.map(({ key: each }) => each)).toContain('clerk:user_ada-4');
  });

  test('are all gone after a day, in batches that follow one another', async () => {
    vi.useFakeTimers();
    try {
      for (const principal of ['a', 'b', 'c']) await keep(EXPIRY_BATCH, principal);
      vi.advanceTimersByTime(KEPT_MS + 60_000);
      await keep(2, 'fresh');
      await d.t.mutation(internal.operations.idempotency.expire, {});
      await d.t.finishAllScheduledFunctions(vi.runAllTimers);
      expect((await kept()).map(({ principal }) => principal)).toEqual(['fresh', 'fresh']);
    } finally {
      vi.useRealTimers();
    }
  });
});
