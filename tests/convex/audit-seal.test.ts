/**
 * The seals of the audit log: whatever is done to sealed rows around the door is found, and nothing is found where nothing
 * was done. The walk is the one of `gigsy audit verify`.
 */
import { type AuditFault, type Verified, BLOCK_ROWS, verifyLog, noteText } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Doc } from '../../convex/_generated/dataModel.js';
import type { MutationCtx } from '../../convex/_generated/server.js';
import { hashOfText } from '../../convex/model/contract/hash.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';

let d: Deployment;
let admin: Caller;

beforeEach(() => begun());
afterEach(() => {
  vi.useRealTimers();
});

async function begun(): Promise<void> {
  d = deployment();
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  admin = d.as('user_root');
}

const seal = () => d.t.mutation(internal.privacy.audit.seal, {});
const verify = (anchors: { number: number; head: string }[] = []): Promise<Verified> =>
  verifyLog(
    {
      status: () => admin.query(api.privacy.audit.status, {}),
      page: (block) => admin.query(api.privacy.audit.page, { block }),
    },
    { digest: hashOfText, anchors },
  );
const faultsOf = async (anchors?: { number: number; head: string }[]) =>
  (await verify(anchors)).findings.map(({ fault }) => fault);

/** Writes around the door. */
const around = <T>(write: (ctx: MutationCtx) => Promise<T>) => d.t.run((ctx) => write(ctx as never)) as Promise<T>;

interface Log {
  rows: Doc<'auditLog'>[];
  blocks: Doc<'auditBlocks'>[];
}
const log = (): Promise<Log> =>
  around(async (ctx) => ({
    rows: await ctx.db.query('auditLog').withIndex('by_commit').collect(),
    blocks: await ctx.db.query('auditBlocks').withIndex('by_number').collect(),
  }));

/** Appends `count` rows in one transaction; with a note, the first tells that ben reads ada's profile, in his words. */
const append = (count: number, word: string, note?: string) =>
  around(async (ctx) => {
    const accounts = await ctx.db.query('accounts').collect();
    const row = { changed: [word], commitTs: ctx.db.vars.commitTs };
    if (note !== undefined) {
      const viewer = accounts.find(({ handle }) => handle === 'ben')!._id;
      const profileId = (await ctx.db.query('profiles').first())!._id;
      const commitment = await hashOfText(noteText(note, 'a0'));
      await ctx.db.insert('accessNotes', { profileId, viewer, commitment, salt: 'a0', note });
      const reason = { purpose: 'other' as const, endsAt: 1, note: commitment };
      await ctx.db.insert('auditLog', {
        ...row,
        actor: viewer,
        action: 'a',
        subject: { kind: 'profile', id: profileId },
        reason,
      });
    }
    const [{ _id: actor }] = accounts as [Doc<'accounts'>];
    for (let n = note === undefined ? 0 : 1; n < count; n += 1)
      await ctx.db.insert('auditLog', { ...row, actor, action: `a.${n}`, subject: { kind: 'account', id: actor } });
  });

/** One of a list that is not empty. */
const pick = <T>(list: readonly T[], draw: number): T => list[draw % list.length]!;

/** Each writes around the door into a sealed log of two blocks or more, and returns the faults that must be found. */
const tamperings: Record<string, (at: Log, draw: number) => Promise<AuditFault | AuditFault[]>> = {
  'a changed field': async ({ rows }, draw) => {
    await around((ctx) => ctx.db.patch('auditLog', pick(rows, draw)._id, { changed: ['forged'] }));
    return 'row_changed';
  },
  'another actor': async ({ rows }, draw) => {
    const row = rows.filter(({ actor }) => actor !== null).at(draw % 2)!;
    await around((ctx) => ctx.db.patch('auditLog', row._id, { actor: null }));
    return 'row_changed';
  },
  'a removed row': async ({ rows }, draw) => {
    await around((ctx) => ctx.db.delete('auditLog', pick(rows, draw)._id));
    return 'row_missing';
  },
  'two rows with their contents swapped': async ({ rows }, draw) => {
    const content = ({ _id, _creationTime, commitTs, ...rest }: Doc<'auditLog'>) => rest;
    const one = pick(rows, draw);
    const other = rows.find((row) => JSON.stringify(content(row)) !== JSON.stringify(content(one)))!;
    await around(async (ctx) => {
      await ctx.db.replace('auditLog', one._id, { ...content(other), commitTs: one.commitTs } as never);
      await ctx.db.replace('auditLog', other._id, { ...content(one), commitTs: other.commitTs } as never);
    });
    return 'row_changed';
  },
  'two rows with their times swapped': async ({ rows, blocks }, draw) => {
    const one = pick(rows, draw);
    const other = rows.find(({ commitTs }) => commitTs !== one.commitTs)!;
    await around(async (ctx) => {
      await ctx.db.patch('auditLog', one._id, { commitTs: other.commitTs });
      await ctx.db.patch('auditLog', other._id, { commitTs: one.commitTs });
    });
    const blockOf = ({ _id }: Doc<'auditLog'>) => blocks.find(({ entries }) => entries.some(({ row }) => row === _id));
    return blockOf(one) === blockOf(other) ? ['row_changed', 'rows_reordered'] : ['row_missing', 'row_added'];
  },
  'a row that is inserted between sealed ones': async ({ rows }, draw) => {
    const { _id, _creationTime, ...content } = pick(rows, draw);
    await around((ctx) => ctx.db.insert('auditLog', content));
    return 'row_added';
  },
  'two seals swapped': async ({ blocks }, draw) => {
    const block = pick(
      blocks.filter(({ entries }) => entries.length > 1),
      draw,
    );
    const [first, second, ...rest] = block.entries;
    await around((ctx) => ctx.db.patch('auditBlocks', block._id, { entries: [second!, first!, ...rest] }));
    return 'block_changed';
  },
  'a changed salt': async ({ blocks }, draw) => {
    const block = pick(blocks, draw);
    const entries = block.entries.map((entry, at) =>
      at === draw % block.entries.length ? { ...entry, salt: 'ff' } : entry,
    );
    await around((ctx) => ctx.db.patch('auditBlocks', block._id, { entries }));
    return 'row_changed';
  },
  'a changed row under a new seal': async ({ blocks }, draw) => {
    const block = pick(blocks, draw);
    const [entry, ...rest] = block.entries;
    const forged = { ...entry!, commitment: await hashOfText('forged') };
    await around((ctx) => ctx.db.patch('auditBlocks', block._id, { entries: [forged, ...rest] }));
    return 'block_changed';
  },
  'a removed block': async ({ blocks }, draw) => {
    const block = pick(blocks.slice(0, -1), draw);
    await around((ctx) => ctx.db.delete('auditBlocks', block._id));
    return 'block_missing';
  },
  'a second block of the same number': async ({ blocks }, draw) => {
    const { _id, _creationTime, ...block } = pick(blocks, draw);
    await around((ctx) => ctx.db.insert('auditBlocks', block));
    return 'block_added';
  },
  'other words of a reason': async () => {
    await around(async (ctx) => {
      const note = (await ctx.db.query('accessNotes').first())!;
      await ctx.db.patch('accessNotes', note._id, { note: 'Forged' });
    });
    return 'note_changed';
  },
  'another salt of the words': async () => {
    await around(async (ctx) => {
      const note = (await ctx.db.query('accessNotes').first())!;
      await ctx.db.patch('accessNotes', note._id, { salt: 'ff' });
    });
    return 'note_changed';
  },
  'words that are gone while everybody is there': async () => {
    await around(async (ctx) => ctx.db.delete('accessNotes', (await ctx.db.query('accessNotes').first())!._id));
    return 'note_missing';
  },
};

/** The transactions of a log: rows in each, and whether the sealer runs after it. */
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), { minLength: 2, maxLength: 8 });

/** A sealed log of at least two blocks, with one row that has words. */
async function sealedLog(transactions: (readonly [number, boolean])[]): Promise<Log> {
  await begun();
  await person(d, 'ada');
  await person(d, 'ben');
  await append(2, 'first', 'For the open position');
  await seal();
  for (const [count, isSealed] of transactions) {
    await append(count, `w${count}`);
    if (isSealed) await seal();
  }
  await append(1, 'last');
  await seal();
  return log();
}

test.each(Object.keys(tamperings))(
  '%s is found in random logs, and nothing is found before',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(1_000), async (transactions, draw) => {
        const sealed = await sealedLog(transactions);
        const untouched = await verify();
        expect(untouched).toMatchObject({ findings: [], rows: sealed.rows.length, blocks: sealed.blocks.length });
        const expected = await tamperings[name]!(sealed, draw);
        expect([name, await faultsOf()]).toEqual([name, expect.arrayContaining([expected].flat())]);
      }),
      { numRuns: 6 },
    );
  },
  60_000,
);

test('a removed end is found by a head that left the database, and so is a chain that was made anew', async () => {
  const { blocks } = await sealedLog([
    [3, true],
    [2, true],
  ]);
  const { number, head, entries, _id } = blocks.at(-1)!;
  expect(await faultsOf([{ number, head }])).toEqual([]);
  await around(async (ctx) => {
    await ctx.db.delete('auditBlocks', _id);
    for (const { row } of entries) await ctx.db.delete('auditLog', row);
  });
  expect(await faultsOf()).toEqual([]);
  expect(await faultsOf([{ number, head }])).toEqual(['anchor_ahead']);
  await append(1, 'other');
  await seal();
  expect(await faultsOf()).toEqual([]);
  expect(await faultsOf([{ number, head }])).toEqual(['anchor_differs']);
});

test.each(['ada', 'ben'])(
  'words that go with an erased person leave the chain whole, and count as erased: %s',
  async (who) => {
    await sealedLog([[2, true]]);
    vi.useFakeTimers();
    await d.t.mutation(internal.profile.clerk.followDeletion, { subject: `user_${who}` });
    await d.t.finishAllScheduledFunctions(vi.runAllTimers);
    expect(await around((ctx) => ctx.db.query('accessNotes').collect())).toEqual([]);
    expect(await around((ctx) => ctx.db.query('erasures').collect())).toMatchObject([{ erased: { accessNotes: 1 } }]);
    await seal();
    expect(await verify()).toMatchObject({ findings: [], erased: 1 });
  },
);

test('blocks hold at most 200 rows, and never a part of a transaction', async () => {
  await append(150, 'a');
  await append(150, 'b');
  await append(BLOCK_ROWS + 50, 'c');
  vi.useFakeTimers();
  await seal();
  await d.t.finishAllScheduledFunctions(vi.runAllTimers);
  const { blocks, rows } = await log();
  expect(blocks.map(({ entries, size }) => [entries.length, size])).toEqual([
    [301, 301],
    [250, 551],
  ]);
  expect(blocks.flatMap(({ entries }) => entries.map(({ row }) => row))).toEqual(rows.map(({ _id }) => _id));
  expect(await verify()).toMatchObject({ findings: [], status: { unsealed: { count: 0, oldestAt: null } } });
});

test('tells how many rows wait for their seal, and since when', async () => {
  expect((await verify()).status).toMatchObject({ last: null, unsealed: { count: 1, more: false } });
  await seal();
  await append(1_001, 'many');
  const oldest = (await log()).rows[1]!._creationTime;
  expect((await verify()).status).toMatchObject({
    last: { number: 1, size: 1 },
    unsealed: { count: 1_000, more: true, oldestAt: oldest },
  });
});

test('a sealer that stops midway goes on at the next run, and several at once make one chain', async () => {
  for (let n = 0; n < 3; n += 1) await append(BLOCK_ROWS, `w${n}`);
  vi.useFakeTimers();
  await seal();
  // The next page of the run is lost.
  await around(async (ctx) => {
    for (const job of await ctx.db.system.query('_scheduled_functions').collect()) await ctx.scheduler.cancel(job._id);
  });
  expect((await log()).blocks).toHaveLength(1);
  await Promise.all([seal(), append(5, 'meanwhile'), seal(), seal(), append(7, 'meanwhile')]);
  await d.t.finishAllScheduledFunctions(vi.runAllTimers);
  await seal();
  expect(await verify()).toMatchObject({ findings: [], rows: 613, status: { unsealed: { count: 0 } } });
});

test('a mutation writes its row and touches no seal', async () => {
  await person(d, 'ada');
  await seal();
  const before = (await log()).blocks;
  await d
    .as('user_ada')
    .mutation(api.privacy.update, { changes: { about: 'owner' }, expected: 1, idempotencyKey: key() });
  const after = await log();
  expect(after.blocks).toEqual(before);
  expect(after.rows.at(-1)).toMatchObject({ action: 'privacy.update', changed: ['about'] });
});
