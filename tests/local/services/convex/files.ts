import { actionGeneric as action, anyApi, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';

export const uploadUrl = mutation({ args: {}, handler: (ctx) => ctx.storage.generateUploadUrl() });

export const url = query({ args: { id: v.string() }, handler: (ctx, { id }) => ctx.storage.getUrl(id) });

export const describe = query({
  args: { id: v.string() },
  handler: async (ctx, { id }) => ({
    metadata: await ctx.storage.getMetadata(id as any),
    document: await ctx.db.system.get(id as any),
    all: (await ctx.db.system.query('_storage').collect()).length,
  }),
});

export const attach = mutation({
  args: { file: v.id('_storage') },
  handler: (ctx, { file }) => ctx.db.insert('photos', { file }),
});

export const remove = mutation({
  args: { id: v.string(), fail: v.optional(v.boolean()) },
  handler: async (ctx, { id, fail }) => {
    await ctx.storage.delete(id);
    const left = await ctx.storage.getUrl(id);
    if (fail) throw new Error('changed my mind');
    return left;
  },
});

export const storeInMutation = mutation({ args: {}, handler: (ctx) => (ctx.storage as any).store(new Blob(['x'])) });

export const roundTrip = action({
  args: { text: v.string(), type: v.string(), sha256: v.optional(v.string()) },
  handler: async (ctx, { text, type, sha256 }) => {
    const id = await ctx.storage.store(new Blob([text], { type }), sha256 === undefined ? undefined : { sha256 });
    const blob = await ctx.storage.get(id);
    const viaMutation = (await ctx.runQuery(anyApi.files!.url as any, { id })) as string;
    return { id, text: await blob!.text(), type: blob!.type, url: await ctx.storage.getUrl(id), viaMutation };
  },
});

export const removeInAction = action({
  args: { id: v.string() },
  handler: async (ctx, { id }) => {
    await ctx.storage.delete(id);
    return (await ctx.storage.get(id)) === null && (await ctx.storage.getUrl(id)) === null;
  },
});
