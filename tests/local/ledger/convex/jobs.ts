/** Scheduled work that leaves a row each time it runs. */
import {
  anyApi,
  internalActionGeneric as internalAction,
  internalMutationGeneric as internalMutation,
  mutationGeneric as mutation,
  queryGeneric as query,
} from 'convex/server';
import { v } from 'convex/values';

const kind = v.union(v.literal('mutation'), v.literal('action'));

export const plan = mutation({
  args: { key: v.string(), kind, delayMs: v.number() },
  handler: async ({ db, scheduler }, { key, kind: planned, delayMs }) => {
    await db.insert('plans', { key, kind: planned });
    const job = planned === 'mutation' ? anyApi.jobs!.note : anyApi.jobs!.act;
    await scheduler.runAfter(delayMs, job as never, { key } as never);
  },
});

export const note = internalMutation({
  args: { key: v.string() },
  handler: ({ db }, { key }) => db.insert('runs', { key }),
});

export const act = internalAction({
  args: { key: v.string() },
  handler: async (ctx, { key }) => {
    await ctx.runMutation(anyApi.jobs!.note as never, { key } as never);
  },
});

/** One page of scheduled jobs, with the number of runs of each. */
export const ranPage = query({
  args: { cursor: v.union(v.string(), v.null()) },
  handler: async ({ db }, { cursor }) => {
    const { page, isDone, continueCursor } = await db.query('plans').paginate({ cursor, numItems: 1_000 });
    const jobs = await Promise.all(
      page.map(async ({ key, kind: planned }) => {
        const runs = await db
          .query('runs')
          .withIndex('by_key', (q) => q.eq('key', key as string))
          .collect();
        return { key: key as string, kind: planned as 'mutation' | 'action', runs: runs.length };
      }),
    );
    return { jobs, isDone, continueCursor };
  },
});

export const pending = query({
  args: {},
  handler: async ({ db }) => {
    const jobs = await db.system.query('_scheduled_functions').order('desc').take(500);
    return jobs.filter(({ state }) => state.kind === 'pending' || state.kind === 'inProgress').length;
  },
});
