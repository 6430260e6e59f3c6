/** The allowed callers of every function of the contract, and its answers to hostile arguments. */
import { type NamedFunction, type PrincipalKind, contract, listFunctions, roles } from '@gigsy/schema';
import { makeFunctionReference } from 'convex/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type SampleSubject, nothingKnown } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../packages/schema/src/samples.ts';
import { SITE, deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { ORIGIN, asViewer, linked, partnerOf, session } from './partner.ts';

const functions = listFunctions(contract);
let d: Deployment;
let callers: Record<Exclude<PrincipalKind, 'service'>, Caller>;

beforeEach(async () => {
  d = deployment();
  callers = { anonymous: d.t as never, newcomer: d.as('user_new') } as never;
  for (const role of roles) {
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: `user_${role}`, role });
    callers[role] = d.as(`user_${role}`);
  }
  callers.deactivated = await person(d, 'gone');
  await callers.deactivated.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() });
  const partner = await partnerOf(d);
  const { secret } = await partner.issue('secret');
  await linked(partner, secret, await person(d, 'named'), 'u-named');
  callers.viewer = asViewer(d, await session(partner, secret, { user: 'u-named' }));
  callers.partner = asViewer(d, await session(partner, secret, 'organisation'));
});

function call(caller: Caller, fn: { path: string; contract: { kind: string } }, args: unknown): Promise<unknown> {
  return fn.contract.kind === 'query'
    ? caller.query(makeFunctionReference<'query'>(fn.path), args as never)
    : caller.mutation(makeFunctionReference<'mutation'>(fn.path), args as never);
}

/** A made-up subject: access is decided before anything is looked up. */
const about: SampleSubject = { ...nothingKnown, handle: 'fresh', site: SITE, origin: ORIGIN };

function sample({ name, contract: { kind } }: NamedFunction): Record<string, unknown> {
  return { ...functionSamples.get(name)!(about), ...(kind === 'mutation' && { idempotencyKey: key() }) };
}

const hostile: unknown[] = [
  {},
  { handle: 5 },
  { handle: '../../etc' },
  { handle: 'a\u0000b' },
  { handle: '\ud800' },
  { handle: 'x'.repeat(10_000) },
  { __proto__x: 1 },
  { handle: ['ada'] },
  { handle: { gt: '' } },
  { changes: { identity: { displayName: '<script>' + '\u202e' } } },
  {
    changes: { links: [{ label: 'x', url: 'javascript:alert(1)' }] },
    expected: { links: 1 },
    idempotencyKey: 'hostile-1',
  },
  { changes: { skills: Array.from({ length: 1000 }, () => ({ name: '\u0007' })) }, expected: {}, idempotencyKey: '' },
  { changes: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i])) },
  { changes: 1n, expected: Number.NaN, idempotencyKey: new ArrayBuffer(4) },
  {
    partner: '\u0000',
    key: 'sk_' + 'f'.repeat(100),
    kind: 'root',
    name: '',
    origins: ['*'],
    perMinute: -1,
    graceMs: 1e99,
    before: 'now',
  },
  { code: 'lc_', link: '', user: '' },
  {
    name: 'x',
    origins: ['https://a.example/', 'javascript:alert(1)', 'null', 'http://a.example'],
    idempotencyKey: 'hostile-2',
  },
];

describe.each(functions.map((fn) => [fn.name, fn] as const))('%s', (_, fn) => {
  test('admits the callers that its contract names and refuses everybody else', async () => {
    for (const [kind, caller] of Object.entries(callers) as [PrincipalKind, Caller][]) {
      const outcome = await call(caller, fn, sample(fn)).then(
        () => 'ok',
        async (error) => (await refusalOf(Promise.reject(error))).code,
      );
      const refusedAtTheDoor = outcome === (kind === 'anonymous' ? 'unauthenticated' : 'forbidden');
      expect([kind, refusedAtTheDoor]).toEqual([kind, !fn.contract.callers.includes(kind)]);
    }
  });

  test('answers hostile arguments with a typed error, never an internal one', async () => {
    const admitted = roles.find((role) => fn.contract.callers.includes(role))!;
    for (const args of hostile) {
      const outcome = await call(callers[admitted], fn, args).then(
        () => 'accepted',
        async (error) => refusalOf(Promise.reject(error)),
      );
      if (outcome === 'accepted') {
        expect(fn.contract.args.safeParse(args).success).toBe(true);
        continue;
      }
      expect(outcome).toMatchObject({ code: 'invalid_argument', fields: expect.any(Array) });
    }
  });
});

test('all faulty fields are named at once, and their values are not repeated', async () => {
  const ada = await person(d, 'ada');
  const refused = await refusalOf(
    ada.mutation(makeFunctionReference<'mutation'>('profile:update'), {
      changes: {
        identity: { headline: 'secret-a'.repeat(40), avatarUrl: 'data:secret-b' },
        skills: [{ name: '' }, { level: 9, name: 'ok' }],
        nonsense: 1,
      },
      expected: { identity: 'secret-c' },
      idempotencyKey: 'x',
    } as never),
  );
  expect(refused.fields!.map(({ path }) => path).sort()).toEqual([
    'changes.identity.avatarUrl',
    'changes.identity.headline',
    'changes.nonsense',
    'changes.skills.0.name',
    'changes.skills.1.level',
    'expected.identity',
    'expected.skills',
    'idempotencyKey',
  ]);
  expect(JSON.stringify(refused)).not.toMatch(/secret-/);
});

test('an account that is suspended may not write and reads as anybody does', async () => {
  const ada = await person(d, 'ada');
  await d.t.run(async (ctx) => {
    const account = (await ctx.db.query('accounts').collect()).find((row) => row.subject === 'user_ada')!;
    await ctx.db.patch(account._id, { status: 'suspended' });
  });
  const update = makeFunctionReference<'mutation'>('profile:update');
  expect(
    (await refusalOf(ada.mutation(update, sample(functions.find(({ name }) => name === 'profile.update')!) as never)))
      .code,
  ).toBe('forbidden');
  const get = makeFunctionReference<'query'>('profile:get');
  expect(await ada.query(get, { handle: 'ada' })).toEqual(await d.t.query(get, { handle: 'ada' }));
});

test('a token of another issuer identifies nobody', async () => {
  await person(d, 'ada');
  const stranger = d.t.withIdentity({ issuer: 'https://elsewhere.example', subject: 'user_ada' });
  expect((await refusalOf(stranger.query(makeFunctionReference<'query'>('profile:mine'), {}))).code).toBe(
    'unauthenticated',
  );
});

test('a granted role applies to account and profile, and its defaults hide the fields that they should', async () => {
  const eve = await person(d, 'eve', { role: 'mentor', sections: { about: { text: 'Public for mentors' } } });
  const get = makeFunctionReference<'query'>('profile:get');
  expect(await d.t.query(get, { handle: 'eve' })).toMatchObject({
    role: 'mentor',
    about: { text: 'Public for mentors' },
  });
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_eve', role: 'moderator' });
  expect(await d.t.query(get, { handle: 'eve' })).toBeNull();
  expect(await eve.query(makeFunctionReference<'query'>('profile:mine'), {})).toMatchObject({ role: 'moderator' });
});
