import {
  anyApi,
  internalMutationGeneric as internalMutation,
  mutationGeneric as mutation,
  queryGeneric as query,
} from 'convex/server';
import { v } from 'convex/values';

export const fill = mutation({
  args: { group: v.string(), count: v.number(), bytes: v.number() },
  handler: async (ctx, { group, count, bytes }) => {
    for (let at = 0; at < count; at++) await ctx.db.insert('rows', { group, text: 'x'.repeat(bytes) });
    return null;
  },
});

export const touch = mutation({
  args: { group: v.string() },
  handler: async (ctx, { group }) => {
    const row = (await inGroup(ctx, group).first())!;
    await ctx.db.patch(row._id, { text: `${row.text}x` });
    return null;
  },
});

const inGroup = (ctx: any, group: string) =>
  ctx.db.query('rows').withIndex('by_group', (q: any) => q.eq('group', group));

export const texts = query({
  args: { group: v.string() },
  handler: async (ctx, { group }) => (await inGroup(ctx, group).collect()).map(({ text }: { text: string }) => text),
});

export const countIn = query({
  args: { group: v.string() },
  handler: async (ctx, { group }) => (await inGroup(ctx, group).collect()).length,
});

export const ranges = query({
  args: { count: v.number() },
  handler: async (ctx, { count }) => {
    for (let at = 0; at < count; at++) await inGroup(ctx, `none ${at}`).first();
    return count;
  },
});

export const noop = internalMutation({ args: { text: v.optional(v.string()) }, handler: async () => null });

export const schedule = mutation({
  args: { count: v.number(), bytes: v.optional(v.number()) },
  handler: async (ctx, { count, bytes }) => {
    for (let at = 0; at < count; at++)
      await ctx.scheduler.runAfter(3_600_000, anyApi.rows!.noop as any, bytes ? { text: 'x'.repeat(bytes) } : {});
    return null;
  },
});

export const runSoon = mutation({
  args: {},
  handler: (ctx) => ctx.scheduler.runAfter(0, anyApi.rows!.noop as any, {}),
});

export const scheduled = query({
  args: {},
  handler: async (ctx) => (await ctx.db.system.query('_scheduled_functions').collect()).map(({ state }) => state.kind),
});

export const withIdentity = query({
  args: { group: v.string() },
  handler: async (ctx, { group }) => ({
    who: (await ctx.auth.getUserIdentity())?.subject ?? null,
    count: (await inGroup(ctx, group).collect()).length,
    draw: Math.random(),
  }),
});

export const anonymous = query({
  args: { group: v.string() },
  handler: async (ctx, { group }) => ({ count: (await inGroup(ctx, group).collect()).length, draw: Math.random() }),
});

/** Asks for the caller only once the group has rows. */
export const sometimes = query({
  args: { group: v.string() },
  handler: async (ctx, { group }) =>
    (await inGroup(ctx, group).first()) ? ((await ctx.auth.getUserIdentity())?.subject ?? null) : 'empty',
});
