/** A table with an aggregate over it, kept in the same mutations; and a sharded counter of its rows. */
import { TableAggregate } from '@convex-dev/aggregate';
import { ShardedCounter } from '@convex-dev/sharded-counter';
import { componentsGeneric, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';

const components = componentsGeneric();
const byScore = new TableAggregate<any>(components.aggregateScores as any, {
  sortKey: (document: any) => document.score,
  sumValue: (document: any) => document.score,
});
const counter = new ShardedCounter(components.shardedCounter as any, { shards: { scores: 4 } });

export const add = mutation({
  args: { player: v.string(), score: v.number() },
  handler: async (ctx, row) => {
    const id = await ctx.db.insert('scores', row);
    await byScore.insert(ctx, (await ctx.db.get(id)) as any);
    await counter.inc(ctx, 'scores');
    return id;
  },
});

export const change = mutation({
  args: { id: v.id('scores'), score: v.number() },
  handler: async (ctx, { id, score }) => {
    const before = await ctx.db.get(id);
    await ctx.db.patch(id, { score });
    await byScore.replace(ctx, before as any, (await ctx.db.get(id)) as any);
  },
});

export const remove = mutation({
  args: { id: v.id('scores') },
  handler: async (ctx, { id }) => {
    const before = await ctx.db.get(id);
    await ctx.db.delete(id);
    await byScore.delete(ctx, before as any);
    await counter.dec(ctx, 'scores');
  },
});

export const standing = query({
  args: { above: v.number() },
  handler: async (ctx, { above }) => ({
    count: await byScore.count(ctx),
    sum: await byScore.sum(ctx),
    best: (await byScore.max(ctx))?.key,
    above: await byScore.count(ctx, { bounds: { lower: { key: above, inclusive: false } } } as any),
    third: (await byScore.at(ctx, 2)).key,
    counted: await counter.count(ctx, 'scores'),
  }),
});
