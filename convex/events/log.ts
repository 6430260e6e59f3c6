/** The event log, for operators: run with a deployment's admin key. */
import { eventsRetention } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { eventIn, readEvents } from '../model/events/log.js';
import { eventsOfTrace, purgeTraces } from '../model/events/traces.js';
import { notePurged } from '../model/privacy/purges.js';

/** At most `count` events in commit order, from the start or after a `cursor` that an earlier page gave. */
export const page = internalQuery({
  args: { count: v.number(), cursor: v.optional(v.string()) },
  returns: v.object({ events: v.array(v.any()), cursor: v.string(), isDone: v.boolean() }),
  handler: (ctx, { count, cursor = null }) => readEvents(ctx, { numItems: count, cursor }),
});

/** Events of one trace that are told of. */
const TRACED = 100;

/** The events of one trace, for some days: `traceId` is what a collector of spans shows, 32 hex digits. */
export const ofTrace = internalQuery({
  args: { traceId: v.string() },
  returns: v.array(v.any()),
  handler: async (ctx, { traceId }) => (await eventsOfTrace(ctx, traceId, TRACED)).map(eventIn),
});

/** Traces of one transaction. */
const BATCH = 500;

/** Deletes traces of events that are older than their time. A cron starts it. */
export const expireTraces = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const count = await purgeTraces(ctx, Date.now() - eventsRetention.eventTraces.periodMs, BATCH);
    await notePurged(ctx, 'eventTraces', count);
    if (count === BATCH) await ctx.scheduler.runAfter(0, internal.events.log.expireTraces, {});
    return null;
  },
});
