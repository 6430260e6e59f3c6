/**
 * The documents that each public function of the profile domain, and each for leases, reads and writes for the largest profile, as a committed
 * table. After a change that is meant: npx vitest run --project convex tests/convex/transactions.test.ts --update
 */
import path from 'node:path';
import { type ReadPhase, contract, listFunctions, listSections, listSectionNames, readPhases } from '@gigsy/schema';
import { sandbox } from '@gigsy/schema/sandbox';
import { makeFunctionReference } from 'convex/server';
import { format, resolveConfig } from 'prettier';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../packages/schema/src/samples.ts';
import { type Caller, type Deployment, SITE, deployment, key, person } from './deployment.ts';
import { png } from './png.ts';
import { putPhase } from './phase.ts';
import { type Cost, costByTable } from './transaction-cost.ts';

const FILE = path.resolve(import.meta.dirname, '../../docs/transactions.md');

/** Why a function touches a table. A table has one purpose. */
const purposes: Record<string, string> = {
  accounts: 'who calls, and whether the owner may be seen',
  profiles: 'object sections, links, versions, settings',
  users: 'the snapshot and its hash',
  clerkUsers: 'what Clerk has told of the person',
  flags: 'the phase of the cutover',
  profileViews: 'what the public and members see',
  viewRedirects: 'former handles that lead to the views',
  profileHandles: 'who has or had a handle',
  profilePhotos: 'the picture',
  profileStrengths: 'the strength',
  baselineRoles: 'profiles by strength, for each role',
  baselineDays: 'edits by section, for each day',
  eventCursors: 'how far a consumer has read the log',
  profileRemovedItems: 'items that can be restored',
  driftFindings: 'differences between the copies of profiles',
  driftWalks: 'how far reconciliation is',
  driftMeters: 'counts of differences',
  events: 'the log',
  privacyGrants: 'whom the owner has named',
  auditLog: 'who changed or saw what',
  accessLeases: 'who may see fields that are not public',
  accessNotes: 'the words of a reason',
  idempotencyKeys: 'the answer to a repeated request',
  rateLimits: 'the caller’s bucket',
};

interface Case {
  name: string;
  what: string;
  /** Those of the largest profile by default. */
  sections?: object;
  args(): Record<string, unknown>;
  caller?: (at: { d: Deployment; ada: Caller; member: Caller }) => Caller;
  before?: (ada: Caller, d: Deployment) => Promise<unknown>;
}

const skills = (fields: Record<string, unknown>) => ({
  operations: [{ section: 'skills', ...fields }],
  expected: { skills: 1 },
});
const update = (changes: Record<string, unknown>) => ({
  changes,
  expected: Object.fromEntries(Object.keys(changes).map((section) => [section, 1])),
});

/** The whole of the largest profile that the contract allows. */
const { handle: _, role: __, ...sections } = sandbox.get('sandbox-huge')!.profile!;
const items = listSectionNames.reduce((sum, name) => sum + listSections[name].max, 0);
const [first, second, ...rest] = sections.skills!;

/** A profile of 381 items. */
const of381 = {
  ...sections,
  ...Object.fromEntries(
    (['certificates', 'awards', 'publications', 'volunteering', 'links'] as const).map((name) => [name, []]),
  ),
  links: sections.links!.slice(0, 1),
};

/** One field and one item in each phase of the cutover, at both sizes. */
const inPhases: Case[] = readPhases.flatMap((phase: ReadPhase) =>
  (
    [
      ['381', of381],
      [String(items), sections],
    ] as const
  ).flatMap(([size, held]): Case[] => {
    const common = { sections: held, before: (_: Caller, d: Deployment) => putPhase(d, phase) };
    const where = `of ${size} items, ${phase}`;
    return [
      {
        ...common,
        name: 'profile.update',
        what: `one field ${where}`,
        args: () => update({ identity: { headline: 'New' } }),
      },
      {
        ...common,
        name: 'profile.edit',
        what: `one item in a list of 50 ${where}`,
        args: () => ({
          operations: [{ op: 'change', section: 'projects', id: sections.projects![1]!.id, fields: { name: 'New' } }],
          expected: { projects: 1 },
        }),
      },
      {
        ...common,
        name: 'profile.edit',
        what: `one item in a list of 200 ${where}`,
        args: () => skills({ op: 'change', id: second!.id, fields: { level: 1, years: 1 } }),
      },
    ];
  }),
);

/** Of the case that runs. */
let upload = '';

async function uploaded(ada: Caller, { t }: Deployment): Promise<string> {
  const { address } = await ada.mutation(api.profile.photos.begin, { idempotencyKey: key() });
  const response = await t.fetch(new URL(address).pathname, { method: 'POST', body: png(8, 8) });
  return ((await response.json()) as { storageId: string }).storageId;
}

/** Of the case that runs: the lease of another member on the largest profile. */
let lease = '';

async function leasedBySomebody(_: Caller, d: Deployment): Promise<void> {
  const asked = { handle: 'ada', purpose: 'hiring', note: 'To teach', idempotencyKey: key() } as const;
  ({ lease } = await (await person(d, 'reader')).mutation(api.privacy.access.open, asked));
}

const asAdministrator = ({ t }: Deployment) =>
  t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'admin' });

const cases: Case[] = [
  { name: 'profile.get', what: 'by anybody', args: () => ({ handle: 'ada' }), caller: ({ d }) => d.t as never },
  { name: 'profile.get', what: 'by a member', args: () => ({ handle: 'ada' }), caller: ({ member }) => member },
  { name: 'profile.get', what: 'by its owner', args: () => ({ handle: 'ada' }) },
  {
    name: 'profile.get',
    what: 'by a member whom the owner has named',
    args: () => ({ handle: 'ada' }),
    caller: ({ member }) => member,
    before: (ada) => ada.mutation(api.privacy.grants.add, { to: { role: 'student' }, idempotencyKey: key() }),
  },
  {
    name: 'profile.get',
    what: 'a handle that nobody has',
    args: () => ({ handle: 'nobody' }),
    caller: ({ d }) => d.t as never,
  },
  {
    name: 'profile.get',
    what: 'a former handle',
    args: () => ({ handle: 'ada' }),
    caller: ({ d }) => d.t as never,
    before: (ada) => ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() }),
  },
  { name: 'profile.mine', what: '', args: () => ({}) },
  {
    name: 'profile.create',
    what: 'with a name',
    args: () => ({ handle: 'ben', role: 'student', sections: { identity: { displayName: 'Ben' } } }),
    caller: ({ d }) => d.as('user_ben'),
  },
  { name: 'profile.update', what: 'one field that all may see', args: () => update({ identity: { headline: 'New' } }) },
  {
    name: 'profile.update',
    what: 'one field that nobody may see',
    args: () => update({ contact: { phone: '+1 555 0100' } }),
  },
  {
    name: 'profile.update',
    what: 'nothing',
    args: () => update({ identity: { headline: sections.identity!.headline } }),
  },
  {
    name: 'profile.update',
    what: 'one item in a list of 200',
    args: () => update({ skills: [first, { ...second, level: 1, years: 1 }, ...rest] }),
  },
  {
    name: 'profile.edit',
    what: 'one item changed',
    args: () => skills({ op: 'change', id: second!.id, fields: { level: 1, years: 1 } }),
  },
  {
    name: 'profile.edit',
    what: 'one item moved to another place',
    args: () => skills({ op: 'move', id: second!.id, to: 100 }),
  },
  { name: 'profile.edit', what: 'one item removed', args: () => skills({ op: 'remove', id: second!.id }) },
  {
    name: 'profile.edit',
    what: 'one item added at the end',
    args: () => ({ ...skills({ op: 'add', item: { name: 'New' } }), expected: { skills: 2 } }),
    before: (ada) =>
      ada.mutation(api.profile.edit, { ...skills({ op: 'remove', id: second!.id }), idempotencyKey: key() } as never),
  },
  {
    name: 'profile.edit',
    what: 'one item restored',
    args: () => ({ ...skills({ op: 'restore', id: second!.id }), expected: { skills: 2 } }),
    before: (ada) =>
      ada.mutation(api.profile.edit, { ...skills({ op: 'remove', id: second!.id }), idempotencyKey: key() } as never),
  },
  {
    name: 'profile.baselines',
    what: 'by a moderator',
    args: () => ({}),
    before: async (_, { t }) => {
      await t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'moderator' });
      await t.mutation(internal.profile.metrics.count, {});
    },
  },
  {
    name: 'profile.accounts.restore',
    what: '',
    args: () => ({}),
    before: (ada) => ada.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() }),
  },
  {
    name: 'profile.accounts.cancelDeletion',
    what: '',
    args: () => ({}),
    before: (ada) => ada.mutation(api.profile.accounts.requestDeletion, { idempotencyKey: key() }),
  },
  {
    name: 'profile.photos.finish',
    what: '',
    args: () => ({ storageId: upload }),
    before: async (ada, d) => void (upload = await uploaded(ada, d)),
  },
  {
    name: 'profile.photos.remove',
    what: '',
    args: () => ({}),
    before: async (ada, d) =>
      ada.mutation(api.profile.photos.finish, { storageId: await uploaded(ada, d), idempotencyKey: key() }),
  },
  {
    name: 'profile.drift.status',
    what: 'by an administrator, without findings',
    args: () => ({}),
    before: (_, d) => asAdministrator(d),
  },
  {
    name: 'profile.drift.repair',
    what: 'by an administrator, without findings',
    args: () => ({}),
    before: (_, d) => asAdministrator(d),
  },
  { name: 'profile.section', what: 'an object', args: () => ({ section: 'identity' }) },
  { name: 'profile.section', what: 'the longest list', args: () => ({ section: 'skills' }) },
  { name: 'profile.removed', what: 'none', args: () => ({}) },
  { name: 'profile.changeHandle', what: '', args: () => ({ handle: 'countess' }) },
  {
    name: 'privacy.access.open',
    what: 'by a member',
    args: () => ({ handle: 'ada', purpose: 'hiring', note: 'For the open position' }),
    caller: ({ member }) => member,
  },
  {
    name: 'privacy.access.open',
    what: 'by a member, after another member',
    args: () => ({ handle: 'ada', purpose: 'hiring', note: 'For the open position' }),
    caller: ({ member }) => member,
    before: leasedBySomebody,
  },
  ...(['view', 'close'] as const).map((name) => ({
    name: `privacy.access.${name}`,
    what: 'by its viewer',
    args: () => ({ lease }),
    caller: ({ d }: { d: Deployment }) => d.as('user_reader'),
    before: leasedBySomebody,
  })),
  ...(['held', 'given', 'log'] as const).map((name) => ({
    name: `privacy.access.${name}`,
    what: 'with one lease',
    args: () => ({}),
    ...(name === 'held' && { caller: ({ d }: { d: Deployment }) => d.as('user_reader') }),
    before: leasedBySomebody,
  })),
  { name: 'privacy.access.revoke', what: '', args: () => ({ lease }), before: leasedBySomebody },
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

async function costOf({ name, args, caller, before, sections: held = sections }: Case) {
  const d = deployment();
  const [ada, member] = [await person(d, 'ada', { sections: held }), await person(d, 'member')];
  await before?.(ada, d);
  const { path: reference, contract: declared } = functions.find((fn) => fn.name === name)!;
  const who = caller?.({ d, ada, member }) ?? ada;
  const { costs, answer } = await costByTable(() =>
    declared.kind === 'query'
      ? who.query(async (ctx) => {
          await ctx.runQuery(makeFunctionReference<'query'>(reference), args());
          return ctx.meta.getTransactionMetrics();
        })
      : who.mutation(async (ctx) => {
          const answer = await ctx.runMutation(makeFunctionReference<'mutation'>(reference), {
            ...args(),
            idempotencyKey: key(),
          });
          expect([name, answer]).not.toHaveProperty('1.refused');
          return ctx.meta.getTransactionMetrics();
        }),
  );
  return { costs, metrics: answer };
}

const functions = listFunctions(contract).filter(({ name }) => /^(profile|privacy\.access)\./.test(name));

/** A function without a case of its own is called as its sample says. */
function allCases(): Case[] {
  const sample = {
    handle: 'ada',
    photos: [],
    etag: '',
    site: SITE,
    origin: '',
    link: '',
    partner: '',
    key: '',
    code: '',
  } as unknown as SampleSubject;
  return functions.flatMap(({ name }) => {
    const own = [...cases, ...inPhases].filter((one) => one.name === name);
    return own.length > 0
      ? own
      : [{ name, what: '', args: () => functionSamples.get(name)!(sample) as Record<string, unknown> }];
  });
}

const sum = (costs: Iterable<Cost>): Cost =>
  [...costs].reduce((total, cost) => ({
    ranges: total.ranges + cost.ranges,
    read: total.read + cost.read,
    written: total.written + cost.written,
  }));

test('the cost of each function is as the table says', async () => {
  const rows: string[] = [];
  for (const one of allCases()) {
    const { costs, metrics } = await costOf(one);
    const total = sum(costs.values());
    // The counts by table add up to Convex's own count of the transaction.
    expect([one.name, one.what, total]).toEqual([
      one.name,
      one.what,
      {
        ranges: metrics.databaseQueries.used,
        read: metrics.documentsRead.used,
        written: metrics.documentsWritten.used,
      },
    ]);
    const call = [`\`${one.name}\``, one.what].filter(Boolean).join(': ');
    rows.push(`| **${call}** | | **${total.ranges}** | **${total.read}** | **${total.written}** |`);
    for (const [table, { ranges, read, written }] of [...costs].sort(([a], [b]) => (a < b ? -1 : 1)))
      rows.push(`| ${purposeOf(table)} | \`${table}\` | ${ranges} | ${read} | ${written} |`);
  }
  const filepath = FILE;
  const page = await format(pageOf(rows), { ...(await resolveConfig(filepath)), filepath });
  await expect(page).toMatchFileSnapshot(FILE);
}, 120_000);

function purposeOf(table: string): string {
  const purpose = purposes[table] ?? (/^profile[A-Z]/.test(table) ? 'items of a list' : undefined);
  if (purpose === undefined) throw new Error(`Name the purpose of reads and writes of ${table} in this test.`);
  return purpose;
}

function pageOf(rows: string[]): string {
  return `# Documents read and written

Made by \`tests/convex/transactions.test.ts\`, which fails where this page is not what it counts:
\`npx vitest run --project convex tests/convex/transactions.test.ts --update\` writes it anew.

Each public function of the profile domain, and each for leases, called by the owner of the largest profile that the contract allows (${items} items in lists)
unless it says otherwise. One line a purpose; the line of the call is the sum, which is what Convex counts for the transaction. A document that
is written over or deleted counts as read too.

| call, purpose | table | index ranges | documents read | written |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
