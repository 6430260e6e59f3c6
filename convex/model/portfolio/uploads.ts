/**
 * Uploads of files: an unguessable address that takes the parts, the whole that is made of them, and its end. The parts of an
 * upload go with its row. A file that no row names yet, since the deployment was killed between the two, is swept.
 */
import {
  FILE_UPLOAD_MS,
  type FileFault,
  MAX_FILES,
  MAX_FILES_BYTES,
  MAX_FILE_BYTES,
  MAX_FILE_UPLOADS,
  type StoredFile,
  type Upload,
  countParts,
  randomHex,
} from '@gigsy/schema';
import type { Infer } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { uploadState } from '../../tables/portfolio/files.js';
import { refusal } from '../contract/errors.js';
import { type Purged, withoutHeld } from '../privacy/holds.js';
import { type FileFacts, filesOf } from './files.js';

type Ctx = QueryCtx | MutationCtx;
type Row = Doc<'portfolioUploads'>;

export type UploadState = Infer<typeof uploadState>;

/** Most parts of a file. */
const MOST_PARTS = countParts(MAX_FILE_BYTES);

/** Begins an upload. Throws where the person has too many under way, or no room for the file. */
export async function beginUpload(ctx: MutationCtx, accountId: Id<'accounts'>, size: number): Promise<Row> {
  const uploads = await withRoom(ctx, await uploadsOf(ctx, accountId, MAX_FILE_UPLOADS));
  await checkRoom(ctx, accountId, uploads, size);
  const id = await ctx.db.insert('portfolioUploads', {
    accountId,
    upload: randomHex(8),
    token: randomHex(16),
    size,
    state: 'receiving',
  });
  return (await ctx.db.get('portfolioUploads', id))!;
}

/** The uploads, fewer than the most. Refused ones, which stay to tell why, make room where there is none. */
async function withRoom(ctx: MutationCtx, uploads: readonly Row[]): Promise<Row[]> {
  if (uploads.length < MAX_FILE_UPLOADS) return [...uploads];
  const kept = uploads.filter(({ state }) => state !== 'refused');
  if (kept.length >= MAX_FILE_UPLOADS)
    throw refusal('too_large', `${MAX_FILE_UPLOADS} uploads are under way; use or cancel one first.`);
  for (const upload of uploads) if (upload.state === 'refused') await removeUpload(ctx, upload);
  return kept;
}

/** Counts uploads too: otherwise many of them together would be more than a person may have. */
async function checkRoom(ctx: MutationCtx, accountId: Id<'accounts'>, uploads: readonly Row[], size: number) {
  const files = await filesOf(ctx, accountId);
  const sizes = [...uploads, ...files.map(({ file }) => file)].map((each) => each.size);
  if (sizes.length >= MAX_FILES || sizes.reduce((sum, each) => sum + each, size) > MAX_FILES_BYTES)
    throw refusal('too_large', `A person may have ${MAX_FILES} files of 512 MiB in all; remove some first.`);
}

/** Whether the time of an upload is over. For mutations: no query reads a clock. */
export function isOver({ _creationTime }: Row): boolean {
  return _creationTime + FILE_UPLOAD_MS <= Date.now();
}

export function uploadsOf(ctx: Ctx, accountId: Id<'accounts'>, count: number): Promise<Row[]> {
  return ctx.db
    .query('portfolioUploads')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
}

export function findUpload(ctx: Ctx, token: string): Promise<Row | null> {
  return ctx.db
    .query('portfolioUploads')
    .withIndex('by_token', (range) => range.eq('token', token))
    .unique();
}

export function findOwnUpload(ctx: Ctx, accountId: Id<'accounts'>, upload: string): Promise<Row | null> {
  return ctx.db
    .query('portfolioUploads')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('upload', upload))
    .unique();
}

/** In their order. */
export function partsOfUpload(ctx: Ctx, uploadId: Id<'portfolioUploads'>): Promise<Doc<'portfolioUploadParts'>[]> {
  return ctx.db
    .query('portfolioUploadParts')
    .withIndex('by_upload', (range) => range.eq('uploadId', uploadId))
    .take(MOST_PARTS);
}

/** For the person who began it. */
export async function shownUpload(ctx: QueryCtx, row: Row): Promise<Upload> {
  const parts = await partsOfUpload(ctx, row._id);
  return {
    upload: row.upload,
    state: row.state,
    size: row.size,
    received: parts.map(({ number }) => number),
    ...(row.fault && { fault: row.fault }),
    ...(row.file && { stored: storedFile(row.upload, row.file) }),
    expiresAt: row._creationTime + FILE_UPLOAD_MS,
  };
}

/** An upload for the routes: its parts, or what became of it. */
export async function stateOf(ctx: Ctx, { _id, upload, size, fault, file }: Row): Promise<UploadState> {
  if (fault) return { state: 'refused', fault };
  if (file) return { state: 'stored', stored: storedFile(upload, file) };
  const parts = (await partsOfUpload(ctx, _id)).map(({ number, digest, file: part }) => ({
    number,
    digest,
    file: part,
  }));
  return { state: 'receiving', size, parts };
}

/** The facts of a file as its owner is told them. */
export function storedFile(file: string, { type, size, width, height }: FileFacts): StoredFile {
  return { file, type, size, ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}

/**
 * Keeps a part. False if nobody waits for it any more. The file goes where it is not wanted: nobody waits, or the part is there.
 */
export async function keepPart(
  ctx: MutationCtx,
  token: string,
  part: Pick<Doc<'portfolioUploadParts'>, 'number' | 'digest' | 'file'>,
): Promise<boolean> {
  const row = await findUpload(ctx, token);
  const isWaiting = row?.state === 'receiving' && !isOver(row);
  const known = isWaiting && (await partsOfUpload(ctx, row._id)).find(({ number }) => number === part.number);
  if (isWaiting && !known) {
    await ctx.db.insert('portfolioUploadParts', { uploadId: row._id, accountId: row.accountId, ...part });
    return true;
  }
  await ctx.storage.delete(part.file);
  return known !== undefined && known !== false && known.digest === part.digest;
}

/** Ends the wait for parts: with the checked file, or with the reason for which it is refused. Null if the upload is gone. */
export async function settleUpload(
  ctx: MutationCtx,
  token: string,
  outcome: { file: FileFacts } | { fault: FileFault },
): Promise<Row | null> {
  const row = await findUpload(ctx, token);
  if (row?.state !== 'receiving' || isOver(row)) {
    // Somebody else has settled it, or it was cancelled, while this file was checked.
    if ('file' in outcome) await ctx.storage.delete(outcome.file.id);
    return row && !isOver(row) ? row : null;
  }
  await removeParts(ctx, row);
  const settled =
    'file' in outcome ? ({ state: 'stored', ...outcome } as const) : ({ state: 'refused', ...outcome } as const);
  await ctx.db.patch('portfolioUploads', row._id, settled);
  return { ...row, ...settled };
}

/** The uploads of a person that have a file, by its name. */
export async function storedUploadsOf(
  ctx: Ctx,
  accountId: Id<'accounts'>,
): Promise<Map<string, { row: Row; file: FileFacts }>> {
  const rows = await uploadsOf(ctx, accountId, MAX_FILE_UPLOADS);
  return new Map(rows.flatMap((row) => (row.file ? [[row.upload, { row, file: row.file }] as const] : [])));
}

/** Ends an upload whose file has another row from now on. */
export async function releaseUpload(ctx: MutationCtx, { _id }: Row): Promise<void> {
  await ctx.db.delete('portfolioUploads', _id);
}

/** Deletes an upload with all that it brought. */
export async function removeUpload(ctx: MutationCtx, row: Row): Promise<void> {
  await removeParts(ctx, row);
  if (row.file) await ctx.storage.delete(row.file.id);
  await ctx.db.delete('portfolioUploads', row._id);
}

async function removeParts(ctx: MutationCtx, { _id }: Row): Promise<void> {
  for (const part of await partsOfUpload(ctx, _id)) {
    await ctx.storage.delete(part.file);
    await ctx.db.delete('portfolioUploadParts', part._id);
  }
}

/** Uploads that one transaction ends, each with ten parts at most. */
const BATCH = 50;

/** Deletes the uploads that were not used in time among the next ones after `after`, but those of people who are held. */
export async function expireUploads(ctx: MutationCtx, after: number): Promise<Purged> {
  const over = await ctx.db
    .query('portfolioUploads')
    .withIndex('by_creation_time', (range) =>
      range.gt('_creationTime', after).lt('_creationTime', Date.now() - FILE_UPLOAD_MS),
    )
    .take(BATCH);
  const expired = await withoutHeld(ctx, over, async ({ accountId }) => accountId);
  for (const upload of expired) await removeUpload(ctx, upload);
  return { count: expired.length, reached: over[BATCH - 1]?._creationTime ?? null };
}
