/** The job that makes exports: an action for each file, with its reads and reports. */
import { toJsonResume } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import type { Id, TableNames } from '../_generated/dataModel.js';
import {
  type ActionCtx,
  type QueryCtx,
  internalAction,
  internalMutation,
  internalQuery,
} from '../_generated/server.js';
import { fileSchema } from '../model/privacy/exportSchemas.js';
import { type ExportSource, writeFile } from '../model/privacy/exportArchive.js';
import {
  beginFile,
  closeExport,
  expireExports,
  fileAt,
  followLost,
  keepFile,
  noteProgress,
} from '../model/privacy/exports.js';
import { livingPerson } from '../model/profile/person.js';
import { profileSource } from '../model/profile/source.js';
import { stores } from '../model/stores.js';
import schema from '../schema.js';

const id = v.id('exports');
const place = v.object({ store: v.number(), cursor: v.union(v.string(), v.null()) });

/** Makes the next file of an export. */
export const make = internalAction({
  args: { id },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    const begun = await ctx.runMutation(internal.privacy.exportJob.begin, args);
    const handle = begun && (await ctx.runQuery(internal.privacy.exportJob.handleOf, args));
    if (!begun || handle === null) return null;
    const file = await writeFile(sourceOf(ctx, args.id, begun.attempt), { ...begun, handle });
    if (!file) return null;
    const stored = await ctx.storage.store(file.blob);
    await ctx.runMutation(internal.privacy.exportJob.keep, {
      id: args.id,
      attempt: begun.attempt,
      file: stored,
      size: file.size,
      next: file.next,
    });
    return null;
  },
});

function sourceOf(ctx: ActionCtx, exportId: Id<'exports'>, attempt: number): ExportSource {
  const of = { id: exportId };
  return {
    stores: stores.map((store) => {
      const { table, about, export: exported } = store;
      const without = typeof exported === 'string' ? exported : null;
      const validator = table in schema.tables ? schema.tables[table as TableNames].validator : v.any();
      return { table, about, without, schema: without === null ? fileSchema(store, validator) : null };
    }),
    read: async (at) => {
      const page = await ctx.runQuery(internal.privacy.exportJob.page, { ...of, at });
      return { ...page, rows: JSON.parse(page.rows) as Record<string, unknown>[] };
    },
    file: (file) => ctx.storage.get(file),
    resume: () => ctx.runQuery(internal.privacy.exportJob.resume, of),
    progress: (done) => ctx.runMutation(internal.privacy.exportJob.progress, { ...of, attempt, done }),
  };
}

async function personOfExport(ctx: QueryCtx, exportId: Id<'exports'>) {
  const row = await ctx.db.get('exports', exportId);
  const account = row && (await ctx.db.get('accounts', row.accountId));
  return account && livingPerson(ctx, account);
}

/** A page of a store, its rows as JSON: names of fields, such as those of privacy settings, may be none of Convex's. */
export const page = internalQuery({
  args: { id, at: place },
  returns: v.object({
    rows: v.string(),
    cursor: v.union(v.string(), v.null()),
    files: v.array(v.object({ id: v.id('_storage'), name: v.string() })),
  }),
  handler: async (ctx, { id: exportId, at }) => {
    const exported = stores[at.store]?.export;
    const person = await personOfExport(ctx, exportId);
    if (!person || typeof exported !== 'function') return { rows: '[]', cursor: null, files: [] };
    const { rows, cursor, files = [] } = await exported(ctx, person, at.cursor);
    return { rows: JSON.stringify(rows), cursor, files };
  },
});

/** A text of one export; null if there is no export any more. */
const textOfExport = { args: { id }, returns: v.union(v.string(), v.null()) };

/** The name for the title of the page. */
export const handleOf = internalQuery({
  ...textOfExport,
  handler: async (ctx, { id: exportId }) => {
    const person = await personOfExport(ctx, exportId);
    return person && (person.account.handle ?? 'you');
  },
});

export const resume = internalQuery({
  ...textOfExport,
  handler: async (ctx, { id: exportId }) => {
    const person = await personOfExport(ctx, exportId);
    const stored = person?.account.handle === undefined ? null : await profileSource(ctx, person.account.handle);
    return stored && JSON.stringify(toJsonResume(stored.profile), null, 2);
  },
});

export const begin = internalMutation({
  args: { id },
  returns: v.union(v.null(), v.object({ attempt: v.number(), number: v.number(), next: place })),
  handler: (ctx, { id: exportId }) => beginFile(ctx, exportId),
});

export const progress = internalMutation({
  args: { id, attempt: v.number(), done: v.number() },
  returns: v.boolean(),
  handler: (ctx, args) => noteProgress(ctx, args),
});

export const keep = internalMutation({
  args: { id, attempt: v.number(), file: v.id('_storage'), size: v.number(), next: v.union(place, v.null()) },
  returns: v.null(),
  handler: async (ctx, args) => {
    await keepFile(ctx, args);
    return null;
  },
});

export const overdue = internalMutation({
  args: { id, attempt: v.number() },
  returns: v.null(),
  handler: async (ctx, { id: exportId, attempt }) => {
    await followLost(ctx, exportId, attempt);
    return null;
  },
});

export const close = internalMutation({
  args: { id, tokenHash: v.string() },
  returns: v.null(),
  handler: async (ctx, { id: exportId, tokenHash }) => {
    await closeExport(ctx, exportId, tokenHash);
    return null;
  },
});

/** Deletes exports whose seven days are over. Scheduled with each, and a cron starts it too. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    if (await expireExports(ctx)) await ctx.scheduler.runAfter(0, internal.privacy.exportJob.expire, {});
    return null;
  },
});

/** The file at an address. */
export const served = internalQuery({
  args: { token: v.string(), number: v.number() },
  returns: v.union(v.null(), v.id('_storage')),
  handler: (ctx, { token, number }) => fileAt(ctx, token, number),
});
