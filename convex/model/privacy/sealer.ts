/**
 * The sealer of the audit log: chains rows into blocks behind the writers, in the order of commits. It is the only one that
 * reads the last block, so no writer waits for it. See docs/adr/0028.
 */
import { BLOCK_ROWS, FIRST_HEAD, canonicalJson, commitmentText, headText, randomHex } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';

type Ctx = QueryCtx | MutationCtx;
type Row = Doc<'auditLog'>;

/** Most rows of one transaction: the door writes one a call. */
const MAX_TOGETHER = 1_000;

export function lastBlock(ctx: Ctx): Promise<Doc<'auditBlocks'> | null> {
  return ctx.db.query('auditBlocks').withIndex('by_number').order('desc').first();
}

/** The blocks with this number, at most two: there is one unless somebody wrote around the sealer. */
export function blocksAt(ctx: Ctx, number: number): Promise<Doc<'auditBlocks'>[]> {
  return ctx.db
    .query('auditBlocks')
    .withIndex('by_number', (range) => range.eq('number', number))
    .take(2);
}

/** The row as it is committed to: everything in it, in canonical JSON. */
export function textOf({ _id: row, _creationTime: at, commitTs, ...content }: Row): string {
  return canonicalJson({ row, at, commitTs: String(commitTs), ...content });
}

/** At most `count` rows that no block holds, in the order of commits. */
export function unsealedRows(ctx: Ctx, last: Doc<'auditBlocks'> | null, count: number): Promise<Row[]> {
  return ctx.db
    .query('auditLog')
    .withIndex('by_commit', (range) => (last ? range.gt('commitTs', last.through) : range))
    .take(count);
}

/** The rows in the place of a block, which begins behind `after`; at most as many as a block can hold, and one. */
export function rowsInPlace(ctx: Ctx, after: bigint | null, through: bigint): Promise<Row[]> {
  return ctx.db
    .query('auditLog')
    .withIndex('by_commit', (range) =>
      after === null ? range.lte('commitTs', through) : range.gt('commitTs', after).lte('commitTs', through),
    )
    .take(BLOCK_ROWS + MAX_TOGETHER + 1);
}

/** Seals the next rows as one block. True if there may be more. */
export async function sealBlock(ctx: MutationCtx): Promise<boolean> {
  const last = await lastBlock(ctx);
  const first = await unsealedRows(ctx, last, BLOCK_ROWS);
  const end = first.at(-1);
  if (!end) return false;
  const rows = await wholeTransactions(ctx, first);
  const entries = await Promise.all(rows.map(entryOf));
  const block = {
    number: (last?.number ?? 0) + 1,
    previous: last?.head ?? FIRST_HEAD,
    size: (last?.size ?? 0) + rows.length,
    sealedAt: Date.now(),
    entries,
  };
  // A row of an earlier transaction has its timestamp.
  const through = end.commitTs as bigint;
  const head = await hashOfText(headText({ ...block, through: String(through) }));
  await ctx.db.insert('auditBlocks', { ...block, through, head });
  return first.length === BLOCK_ROWS;
}

/** A transaction is never divided between blocks, so that a commit timestamp says where a block ends. */
async function wholeTransactions(ctx: MutationCtx, rows: Row[]): Promise<Row[]> {
  const end = rows.at(-1)!;
  const together = await ctx.db
    .query('auditLog')
    .withIndex('by_commit', (range) => range.eq('commitTs', end.commitTs))
    .take(MAX_TOGETHER);
  return [...rows.filter(({ commitTs }) => commitTs !== end.commitTs), ...together];
}

async function entryOf(row: Row): Promise<Doc<'auditBlocks'>['entries'][number]> {
  const salt = randomHex(16);
  return { row: row._id, salt, commitment: await hashOfText(commitmentText(textOf(row), salt)) };
}
