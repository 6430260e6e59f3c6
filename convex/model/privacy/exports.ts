/**
 * Exports of people's data: one row a person, a chain of actions that make its files, and addresses for a short time. An
 * action may be lost, since Convex runs it at most once: another takes its place, and a late report changes nothing.
 */
import { EXPORT_ADDRESS_MS, EXPORT_KEPT_MS, type ExportFile, type ExportState, randomHex } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { hashOfText } from '../contract/hash.js';
import { exportAddress } from './exportAddress.js';
import { notePurged } from './purges.js';

/** Longer than an action may run: ten minutes. */
const OVERDUE_MS = 12 * 60_000;
const MAX_LOST = 3;
/** Far more than the files of anybody: each has megabytes. */
const MAX_FILES = 1_000;

export type ExportPlace = Doc<'exports'>['next'];

export function findExport(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<Doc<'exports'> | null> {
  return ctx.db
    .query('exports')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .unique();
}

export function filesOf(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  count = MAX_FILES,
): Promise<Doc<'exportFiles'>[]> {
  return ctx.db
    .query('exportFiles')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
}

/** `stores` is the number of stores that an export goes through. */
export async function exportState(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  stores: number,
): Promise<ExportState> {
  const row = await findExport(ctx, accountId);
  if (!row) return { state: 'none', requestedAt: null, progress: 0, files: 0, size: 0, expiresAt: null };
  const files = await filesOf(ctx, accountId);
  return {
    state: row.state,
    requestedAt: Math.floor(row._creationTime),
    progress: row.state === 'ready' ? 1 : row.done / stores,
    files: files.length,
    size: files.reduce((sum, { size }) => sum + size, 0),
    expiresAt: row.expiresAt ?? null,
  };
}

/** Begins an export in place of one that is finished. */
export async function requestExport(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<void> {
  const before = await findExport(ctx, accountId);
  if (before?.state === 'making') throw refusal('account_state', 'Your export is being made already.');
  if (before) await discardExport(ctx, before);
  const id = await ctx.db.insert('exports', {
    accountId,
    state: 'making',
    next: { store: 0, cursor: null },
    done: 0,
    attempt: 0,
    lost: 0,
  });
  await ctx.scheduler.runAfter(0, internal.privacy.exportJob.make, { id });
}

export async function cancelExport(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<void> {
  const row = await findExport(ctx, accountId);
  if (!row) throw refusal('not_found', 'You have no export.');
  await discardExport(ctx, row);
}

async function discardExport(ctx: MutationCtx, { _id, accountId }: Doc<'exports'>): Promise<void> {
  await eraseExportFiles(ctx, accountId, MAX_FILES);
  await ctx.db.delete('exports', _id);
}

/** Addresses of the files, in place of earlier ones. */
export async function openExport(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
): Promise<{ files: ExportFile[]; expiresAt: number }> {
  const row = await findExport(ctx, accountId);
  if (row?.state !== 'ready') throw refusal('not_found', 'You have no finished export.');
  const token = randomHex(16);
  const tokenHash = await hashOfText(token);
  await ctx.db.patch('exports', row._id, { tokenHash });
  await ctx.scheduler.runAfter(EXPORT_ADDRESS_MS, internal.privacy.exportJob.close, { id: row._id, tokenHash });
  const files = await filesOf(ctx, accountId);
  return {
    files: files.map(({ number, size }) => ({
      name: files.length === 1 ? 'gigsy-export.zip' : `gigsy-export-${number}.zip`,
      address: exportAddress(token, number),
      size,
    })),
    expiresAt: Date.now() + EXPORT_ADDRESS_MS,
  };
}

/** Ends the addresses with this token, unless newer ones have taken their place. */
export async function closeExport(ctx: MutationCtx, id: Id<'exports'>, tokenHash: string): Promise<void> {
  const row = await ctx.db.get('exports', id);
  if (row?.tokenHash === tokenHash) await ctx.db.patch('exports', id, { tokenHash: undefined });
}

/** The file at an address. Null if there is none, for any reason. */
export async function fileAt(ctx: QueryCtx, token: string, number: number): Promise<Id<'_storage'> | null> {
  const tokenHash = await hashOfText(token);
  const row = await ctx.db
    .query('exports')
    .withIndex('by_token', (range) => range.eq('tokenHash', tokenHash))
    .unique();
  if (!row) return null;
  const found = await ctx.db
    .query('exportFiles')
    .withIndex('by_account', (range) => range.eq('accountId', row.accountId).eq('number', number))
    .unique();
  return found?.file ?? null;
}

/** The next file's number and place, for the action that begins it now. Null if the export is not wanted any more. */
export async function beginFile(
  ctx: MutationCtx,
  id: Id<'exports'>,
): Promise<{ attempt: number; number: number; next: ExportPlace } | null> {
  const row = await ctx.db.get('exports', id);
  if (row?.state !== 'making') return null;
  const attempt = row.attempt + 1;
  await ctx.db.patch('exports', id, { attempt, done: row.next.store });
  await ctx.scheduler.runAfter(OVERDUE_MS, internal.privacy.exportJob.overdue, { id, attempt });
  return { attempt, number: (await filesOf(ctx, row.accountId)).length + 1, next: row.next };
}

/** Notes that so many stores are done. False if the action is not the one at work any more. */
export async function noteProgress(
  ctx: MutationCtx,
  { id, attempt, done }: { id: Id<'exports'>; attempt: number; done: number },
): Promise<boolean> {
  const row = await ctx.db.get('exports', id);
  if (row?.state !== 'making' || row.attempt !== attempt) return false;
  await ctx.db.patch('exports', id, { done });
  return true;
}

/** Keeps a file. `next` is the place where the next one begins; null if it is the last. */
export async function keepFile(
  ctx: MutationCtx,
  {
    id,
    attempt,
    file,
    size,
    next,
  }: { id: Id<'exports'>; attempt: number; file: Id<'_storage'>; size: number; next: ExportPlace | null },
): Promise<void> {
  const row = await ctx.db.get('exports', id);
  if (row?.state !== 'making' || row.attempt !== attempt) return ctx.storage.delete(file);
  const { accountId } = row;
  const number = (await filesOf(ctx, accountId)).length + 1;
  await ctx.db.insert('exportFiles', { accountId, number, file, size });
  if (next) {
    await ctx.db.patch('exports', id, { next, lost: 0, attempt: attempt + 1 });
    await ctx.scheduler.runAfter(0, internal.privacy.exportJob.make, { id });
    return;
  }
  await ctx.db.patch('exports', id, { state: 'ready', expiresAt: Date.now() + EXPORT_KEPT_MS });
  await ctx.scheduler.runAfter(EXPORT_KEPT_MS, internal.privacy.exportJob.expire, {});
}

/** Makes the file of a lost action again, or gives the export up. */
export async function followLost(ctx: MutationCtx, id: Id<'exports'>, attempt: number): Promise<void> {
  const row = await ctx.db.get('exports', id);
  if (row?.state !== 'making' || row.attempt !== attempt) return;
  const lost = row.lost + 1;
  if (lost >= MAX_LOST) return ctx.db.patch('exports', id, { state: 'failed', lost });
  await ctx.db.patch('exports', id, { lost });
  await ctx.scheduler.runAfter(0, internal.privacy.exportJob.make, { id });
}

/** Exports that one transaction deletes. */
const BATCH = 20;

/** Deletes a batch of exports whose time is over. True if there may be more. */
export async function expireExports(ctx: MutationCtx): Promise<boolean> {
  const over = await ctx.db
    .query('exports')
    .withIndex('by_expiry', (range) => range.gt('expiresAt', 0).lte('expiresAt', Date.now()))
    .take(BATCH);
  for (const row of over) await discardExport(ctx, row);
  await notePurged(ctx, 'exports', over.length);
  return over.length === BATCH;
}

/** Number of exports deleted: one or none. */
export async function removeExport(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<number> {
  const row = await findExport(ctx, accountId);
  if (row) await ctx.db.delete('exports', row._id);
  return row ? 1 : 0;
}

export async function eraseExportFiles(ctx: MutationCtx, accountId: Id<'accounts'>, count: number): Promise<number> {
  const files = await filesOf(ctx, accountId, count);
  for (const { _id, file } of files) {
    await ctx.storage.delete(file);
    await ctx.db.delete('exportFiles', _id);
  }
  return files.length;
}

/** Whether a file of an export is this one. */
export async function namesExportFile(ctx: MutationCtx, file: Id<'_storage'>): Promise<boolean> {
  const row = await ctx.db
    .query('exportFiles')
    .withIndex('by_file', (range) => range.eq('file', file))
    .first();
  return row !== null;
}
