import { actionGeneric as action, anyApi, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';

const place = { name: v.string(), kind: v.string(), open: v.boolean(), position: v.array(v.float64()) };

export const add = mutation({
  args: { places: v.array(v.object(place)) },
  handler: (ctx, { places }) => Promise.all(places.map((row) => ctx.db.insert('places', row))),
});

export const edit = mutation({
  args: { id: v.id('places'), patch: v.any() },
  handler: async (ctx, { id, patch }) => {
    await ctx.db.patch(id, patch as object);
    return null;
  },
});

export const remove = mutation({
  args: { id: v.id('places'), fail: v.optional(v.boolean()) },
  handler: async (ctx, { id, fail }) => {
    await ctx.db.delete(id);
    if (fail) throw new Error('changed my mind');
    return null;
  },
});

export const name = query({
  args: { id: v.id('places') },
  handler: async (ctx, { id }) => (await ctx.db.get(id))!.name,
});

export const near = action({
  args: {
    position: v.array(v.float64()),
    limit: v.optional(v.number()),
    kinds: v.optional(v.array(v.string())),
    open: v.optional(v.boolean()),
  },
  handler: async (ctx, { position, limit, kinds, open }) => {
    const conditions = (q: any) => [
      ...(kinds ?? []).map((kind) => q.eq('kind', kind)),
      ...(open === undefined ? [] : [q.eq('open', open)]),
    ];
    const hits = await ctx.vectorSearch('places', 'by_position', {
      vector: position,
      ...(limit === undefined ? {} : { limit }),
      ...(kinds || open !== undefined
        ? { filter: (q: any) => (conditions(q).length === 1 ? conditions(q)[0] : q.or(...conditions(q))) }
        : {}),
    } as any);
    return Promise.all(
      hits.map(async ({ _id, _score }) => ({
        name: (await ctx.runQuery(anyApi.places!.name as any, { id: _id })) as string,
        score: _score,
      })),
    );
  },
});

export const wrongFilter = action({
  args: {},
  handler: (ctx) =>
    ctx.vectorSearch('places', 'by_position', { vector: [1, 0, 0], filter: (q: any) => q.eq('name', 'x') } as any),
});
