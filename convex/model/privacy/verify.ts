/** The audit log as administrators read it to verify it. */
import { type AuditPage, type AuditStatus, MAX_UNSEALED } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import { anchoredBlock } from './anchors.js';
import { noteState } from './notes.js';
import { blocksAt, lastBlock, rowsInPlace, textOf, unsealedRows } from './sealer.js';

export async function auditStatus(ctx: QueryCtx): Promise<AuditStatus> {
  const last = await lastBlock(ctx);
  const unsealed = await unsealedRows(ctx, last, MAX_UNSEALED + 1);
  const count = Math.min(unsealed.length, MAX_UNSEALED);
  return {
    last: last && { number: last.number, head: last.head, size: last.size, sealedAt: last.sealedAt },
    unsealed: { count, more: unsealed.length > count, oldestAt: unsealed[0]?._creationTime ?? null },
    anchored: await anchoredBlock(ctx),
  };
}

/** A block beside the rows in its place, which may be others than those that it seals. */
export async function auditPage(ctx: QueryCtx, number: number): Promise<AuditPage> {
  const [block, double] = await blocksAt(ctx, number);
  if (!block) return { block: null, doubled: false, rows: [] };
  const [before] = await blocksAt(ctx, number - 1);
  const rows = await rowsInPlace(ctx, before?.through ?? null, block.through);
  return {
    block: shown(block),
    doubled: double !== undefined,
    rows: await Promise.all(
      rows.map(async (row) => ({ row: row._id, text: textOf(row), note: await noteState(ctx, row) })),
    ),
  };
}

function shown({ _id, _creationTime, through, ...block }: Doc<'auditBlocks'>) {
  return { ...block, through: String(through) };
}
