/**
 * The documents that each public function of the profile domain, and each for leases, reads and writes for the largest profile, as a committed
 * table. After a change that is meant: npx vitest run --project convex tests/convex/transactions.test.ts --update
 */
import path from 'node:path';
import { contract, listFunctions } from '@gigsy/schema';
import { makeFunctionReference } from 'convex/server';
import { format, resolveConfig } from 'prettier';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../packages/schema/src/samples.ts';
import { SITE, deployment, key, person } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { type Case, cases, inPhases, items, sections } from './transaction-cases.ts';
import { type Cost, costByTable } from './transaction-cost.ts';

const FILE = path.resolve(import.meta.dirname, '../../docs/transactions.md');

/** Why a function touches a table. A table has one purpose. */
const purposes: Record<string, string> = {
  accounts: 'who calls, and whether the owner may be seen',
  profiles: 'object sections, links, versions, settings',
  users: 'the snapshot and its hash',
  clerkUsers: 'what Clerk has told of the person',
  flags: 'flags: the phase of the cutover, who needs leases',
  legalHolds: 'whether the deletion has to wait',
  profileViews: 'what the public and members see',
  portfolios: 'the order of a portfolio, and its versions',
  portfolioRecords: 'courses, gigs and badges of other systems',
  portfolioContributions: 'what the person adds to the portfolio',
  portfolioFiles: 'the files of contributions',
  portfolioUploads: 'files that no contribution has yet',
  portfolioViews: 'what the public and members see of the portfolio',
  trustEvidence: 'what the person has proved',
  trustReviews: 'what others have written about the person',
  trustStandings: 'what the reputation index stands at',
  trustViews: 'what the public and members see of it',
  trustEndorsements: 'what others say of the person',
  trustEndorsementVersions: 'versions of that',
  trustEndorsementViews: 'what the public and members see of it',
  viewCounts: 'how often the public has looked',
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
  eventWakes: 'whether consumers of the log are about to run',
  privacyGrants: 'whom the owner has named',
  relations: 'who has agreed to a relation',
  consents: 'what the person has agreed to',
  importedParts: 'what came by an import',
  importFetches: 'the answer of a source',
  auditLog: 'who changed or saw what',
  accessLeases: 'who may see fields that are not public',
  accessNotes: 'the words of a reason',
  idempotencyKeys: 'the answer to a repeated request',
  rateLimits: 'the caller’s bucket',
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
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
