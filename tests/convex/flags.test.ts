/** Flags: who may set them, what callers learn of them, and the guards of a change. */
import { MAX_FLAGS } from '@gigsy/schema';
import { beforeEach, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { embedding, asViewer, linked, session } from './partner.ts';

type Flag = Parameters<typeof put>[0];

let d: Deployment;
let admin: Caller;

beforeEach(async () => {
  d = deployment();
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  admin = d.as('user_root');
});

const blank = {
  name: 'new-editor',
  kind: 'boolean',
  exposed: true,
  enabled: true,
  variants: ['on', 'off'],
  off: 'off',
  rules: [],
} as const;

function put(flag: Partial<typeof blank | object>, expected = 0, by = admin) {
  return by.mutation(api.operations.flags.set, {
    flag: { ...blank, ...flag } as never,
    expected,
    idempotencyKey: key(),
  });
}

async function variants(caller: Pick<Caller, 'query'>, targetingKey?: string): Promise<Record<string, string>> {
  const found = await caller.query(api.operations.flags.evaluate, targetingKey === undefined ? {} : { targetingKey });
  return Object.fromEntries(found.map(({ name, variant }) => [name, variant]));
}

test('a person is targeted by role, handle and account, and by nothing that the page says', async () => {
  const [ada, ben] = [await person(d, 'ada', { role: 'mentor' }), await person(d, 'ben')];
  const accounts = await d.t.run((ctx) => ctx.db.query('accounts').collect());
  const account = accounts.find(({ handle }) => handle === 'ben')!._id;
  const on = (rule: object): Flag => ({ rules: [{ ...rule, variant: 'on' }] });
  await put({ name: 'by-role', ...on({ roles: ['mentor'] }) });
  await put({ name: 'by-handle', ...on({ handles: ['ben'] }) });
  await put({ name: 'by-account', ...on({ accounts: [account] }) });
  expect(await variants(ada)).toEqual({ 'by-account': 'off', 'by-handle': 'off', 'by-role': 'on' });
  expect(await variants(ben)).toEqual({ 'by-account': 'on', 'by-handle': 'on', 'by-role': 'off' });
  expect(await variants(ada, account)).toEqual(await variants(ada));
  expect(await variants(d.t as never, account)).toEqual({ 'by-account': 'off', 'by-handle': 'off', 'by-role': 'off' });
});

test('percentages go by the account, or by the key that the page gives', async () => {
  const ada = await person(d, 'ada');
  await put({ rules: [{ percentage: 50, variant: 'on' }] });
  const keys = Array.from({ length: 200 }, (_, n) => `page-${n}`);
  const drawn = await Promise.all(keys.map((each) => variants(d.t as never, each)));
  const on = drawn.filter((each) => each['new-editor'] === 'on').length;
  expect(on).toBeGreaterThan(60);
  expect(on).toBeLessThan(140);
  expect(await variants(d.t as never)).toEqual({ 'new-editor': 'off' });
  const own = await variants(ada);
  for (const each of keys.slice(0, 20)) expect(await variants(ada, each)).toEqual(own);
});

test('the kill switch gives everybody the off variant, at once', async () => {
  await put({ kind: 'variant', variants: ['plain', 'rich'], off: 'plain', rules: [{ variant: 'rich' }] });
  expect(await d.t.query(api.operations.flags.evaluate, {})).toEqual([
    { name: 'new-editor', kind: 'variant', variant: 'rich', reason: 'DEFAULT' },
  ]);
  await put(
    { kind: 'variant', variants: ['plain', 'rich'], off: 'plain', rules: [{ variant: 'rich' }], enabled: false },
    1,
  );
  expect(await d.t.query(api.operations.flags.evaluate, {})).toEqual([
    { name: 'new-editor', kind: 'variant', variant: 'plain', reason: 'DISABLED' },
  ]);
});

test('a flag that is not exposed is known to administrators alone', async () => {
  await put({ exposed: false, rules: [{ variant: 'on' }] });
  expect(await variants(d.t as never)).toEqual({});
  expect((await admin.query(api.operations.flags.list, {})).map(({ name }) => name)).toEqual(['new-editor']);
  const ada = await person(d, 'ada');
  expect((await refusalOf(ada.query(api.operations.flags.list, {}))).code).toBe('forbidden');
});

test("a partner's viewer is targeted as a page, not as the person", async () => {
  const embedded = await embedding();
  ({ d } = embedded);
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  admin = d.as('user_root');
  await linked(embedded.partner, embedded.secret.secret, embedded.ada, 'u-ada');
  await put({ rules: [{ handles: ['ada'], variant: 'on' }] });
  const viewer = asViewer(d, await session(embedded.partner, embedded.secret.secret, { user: 'u-ada' }));
  expect(await variants(embedded.ada)).toEqual({ 'new-editor': 'on' });
  expect(await variants(viewer)).toEqual({ 'new-editor': 'off' });
});

test('a change names the version that was read', async () => {
  expect(await put({})).toEqual({ name: 'new-editor', version: 1 });
  expect(await refusalOf(put({ enabled: false }))).toMatchObject({
    code: 'version_conflict',
    fields: [{ path: 'expected', message: 'is at version 1' }],
  });
  expect(await put({ enabled: false }, 1)).toEqual({ name: 'new-editor', version: 2 });
  expect(await put({ enabled: false }, 2)).toEqual({ name: 'new-editor', version: 2 });
  const remove = (expected: number) =>
    admin.mutation(api.operations.flags.remove, { name: 'new-editor', expected, idempotencyKey: key() });
  expect((await refusalOf(remove(1))).code).toBe('version_conflict');
  expect(await remove(2)).toEqual({ name: 'new-editor' });
  expect(await put({})).toEqual({ name: 'new-editor', version: 1 });
});

test('all faults of a flag are told at once, those of fields that stand against one another too', async () => {
  const refused = await refusalOf(
    put({
      name: 'Editor\u202e',
      exposed: 'yes',
      variants: ['on', 'off', 'other'],
      off: 'none',
      rules: [{ variant: 'none' }, { handles: [], percentage: 101, variant: 'on' }],
    }),
  );
  expect(refused.fields!.map(({ path }) => path).sort()).toEqual([
    'flag.exposed',
    'flag.name',
    'flag.off',
    'flag.rules.0',
    'flag.rules.0.variant',
    'flag.rules.1.handles',
    'flag.rules.1.percentage',
    'flag.variants',
  ]);
  expect(JSON.stringify(refused)).not.toContain('Editor');
  for (const odd of [null, 5, [], { rules: 'x' }, { rules: [null, 5] }, { variants: [5] }])
    expect((await refusalOf(put({ rules: [odd], variants: odd, off: odd }))).code).toBe('invalid_argument');
});

test('a deployment has at most a hundred flags', async () => {
  await d.t.run(async (ctx) => {
    for (let n = 0; n < MAX_FLAGS; n += 1)
      await ctx.db.insert('flags', { ...blank, variants: [...blank.variants], rules: [], name: `f${n}`, version: 1 });
  });
  expect((await refusalOf(put({}))).code).toBe('too_large');
  expect(await put({ name: 'f7', enabled: false }, 1)).toEqual({ name: 'f7', version: 2 });
});
