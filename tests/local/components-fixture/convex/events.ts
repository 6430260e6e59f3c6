/** The batch worker's own example: events in commit order, summed in batches by one loop. */
import { defineBatchWorkerValidators, ping } from '@convex-dev/batch-worker';
import {
  anyApi,
  componentsGeneric,
  internalMutationGeneric as internalMutation,
  internalQueryGeneric as internalQuery,
  mutationGeneric as mutation,
  queryGeneric as query,
} from 'convex/server';
import { v } from 'convex/values';

const BATCH_SIZE = 10;
const events = anyApi.events as any;

export const add = mutation({
  args: { value: v.number() },
  handler: async (ctx, { value }) => {
    await ctx.db.insert('events', { value, insertedAt: (ctx.db as any).vars.commitTs });
    await ping(ctx, componentsGeneric().batchWorker as any, {
      name: 'events',
      workQuery: events.nextBatch,
      workerMutation: events.process,
    });
  },
});

const vEvents = v.array(v.object({ id: v.id('events'), value: v.number() }));
const { vQueryArgs, vQueryReturns, vMutationArgs } = defineBatchWorkerValidators({ batch: { events: vEvents } });

export const nextBatch = internalQuery({
  args: vQueryArgs,
  returns: vQueryReturns,
  handler: async (ctx: any, { cursor }: any) => {
    const found = await ctx.db
      .query('events')
      .withIndex('insertedAt', (q: any) => q.gte('insertedAt', cursor ?? 0n))
      .take(BATCH_SIZE);
    if (found.length === 0) return { kind: 'idle' as const };
    return {
      kind: 'work' as const,
      batch: { events: found.map((event: any) => ({ id: event._id, value: event.value })) },
      cursor: found.at(-1)!.insertedAt,
    };
  },
} as any);

export const process = internalMutation({
  args: vMutationArgs,
  handler: async ({ db }: any, batch: any) => {
    const sum = await db.query('sums').first();
    const added = batch.events.reduce((total: number, { value }: { value: number }) => total + value, 0);
    if (sum) await db.patch(sum._id, { total: sum.total + added, batches: sum.batches + 1 });
    else await db.insert('sums', { total: added, batches: 1 });
    for (const { id } of batch.events) await db.delete(id);
  },
} as any);

export const sum = query({
  args: {},
  handler: async ({ db }) => ({
    sum: await db.query('sums').first(),
    left: (await db.query('events').collect()).length,
  }),
});
