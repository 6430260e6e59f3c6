/** The stores of personal data of contributions, uploads and files, which `stores.ts` joins. */
import { v } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { EXPORT_PAGE, type Exported, type Store, exportedPage, withoutIds } from '../contract/store.js';
import { type FileFacts, filesOf, removeFile } from './files.js';
import { contributionsOf } from './rows.js';
import { removeUpload, uploadsOf } from './uploads.js';

/** The type of a file's bytes stands in its name: `pdf` of `application/pdf`. */
function fileNamed(name: string, { id, type }: FileFacts): { id: Id<'_storage'>; name: string } {
  return { id, name: `${name}.${type.split('/')[1]}` };
}

/** The row of an upload or a file, without the unguessable ends of addresses. */
function exportedFile({
  token,
  tokens,
  file,
  ...row
}: (Doc<'portfolioUploads'> | Doc<'portfolioFiles'>) & { token?: string; tokens?: object }) {
  const { id, hash, ...facts } = file ?? { id: undefined, hash: undefined };
  return { ...withoutIds(row), ...facts };
}

const facts = {
  type: v.optional(v.string()),
  size: v.optional(v.number()),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
};

/** Erases row by row: each takes a file with it. */
async function eraseAll<Row>(
  ctx: MutationCtx,
  rows: readonly Row[],
  remove: (ctx: MutationCtx, row: Row) => Promise<void>,
) {
  for (const row of rows) await remove(ctx, row);
  return rows.length;
}

export const fileStores: readonly Store[] = [
  {
    table: 'portfolioUploadParts',
    about: 'Parts of files whose upload is not finished.',
    // Before the uploads, which would take them along and leave them uncounted.
    async erase(ctx, { account }, count) {
      const parts = await ctx.db
        .query('portfolioUploadParts')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .take(count);
      for (const { _id, file } of parts) {
        await ctx.storage.delete(file);
        await ctx.db.delete('portfolioUploadParts', _id);
      }
      return parts.length;
    },
    export: 'parts of files that are not whole: nobody can read them yet',
    async names(ctx, file) {
      const named = await ctx.db
        .query('portfolioUploadParts')
        .withIndex('by_file', (range) => range.eq('file', file))
        .first();
      return named !== null;
    },
  },
  {
    table: 'portfolioUploads',
    about: 'Files that you uploaded and have not used, kept for a day.',
    shape: { lacks: ['token', 'file', 'size'], has: facts },
    erase: async (ctx, { account }, count) => eraseAll(ctx, await uploadsOf(ctx, account._id, count), removeUpload),
    async export(ctx, { account }, cursor): Promise<Exported> {
      const page = await ctx.db
        .query('portfolioUploads')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      const files = page.page.flatMap(({ upload, file }) => (file ? [fileNamed(`file-${upload}`, file)] : []));
      return { ...exportedPage(page, exportedFile), files };
    },
    async names(ctx, file) {
      const named = await ctx.db
        .query('portfolioUploads')
        .withIndex('by_file', (range) => range.eq('file.id', file))
        .first();
      return named !== null;
    },
  },
  {
    table: 'portfolioContributions',
    about: 'What you added to your portfolio.',
    async erase(ctx, { account }, count) {
      const rows = await contributionsOf(ctx, account._id, count);
      for (const { _id } of rows) await ctx.db.delete('portfolioContributions', _id);
      return rows.length;
    },
    async export(ctx, { account }, cursor): Promise<Exported> {
      const page = await ctx.db
        .query('portfolioContributions')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      return exportedPage(page, withoutIds);
    },
  },
  {
    table: 'portfolioFiles',
    about: 'Files of the contributions in your portfolio.',
    shape: { lacks: ['tokens', 'file'], has: facts },
    erase: async (ctx, { account }, count) =>
      eraseAll(ctx, (await filesOf(ctx, account._id)).slice(0, count), removeFile),
    async export(ctx, { account }, cursor): Promise<Exported> {
      const page = await ctx.db
        .query('portfolioFiles')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      return {
        ...exportedPage(page, exportedFile),
        files: page.page.map(({ upload, file }) => fileNamed(`file-${upload}`, file)),
      };
    },
    async names(ctx, file) {
      const named = await ctx.db
        .query('portfolioFiles')
        .withIndex('by_file', (range) => range.eq('file.id', file))
        .first();
      return named !== null;
    },
  },
];
