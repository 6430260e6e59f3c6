/** The event log, for operators: run with a deployment's admin key. */
import { v } from 'convex/values';
import { internalQuery } from '../_generated/server.js';
import { readEvents } from '../model/events/log.js';

/** At most `count` events in commit order, from the start or after a `cursor` that an earlier page gave. */
export const page = internalQuery({
  args: { count: v.number(), cursor: v.optional(v.string()) },
  returns: v.object({ events: v.array(v.any()), cursor: v.string(), isDone: v.boolean() }),
  handler: (ctx, { count, cursor = null }) => readEvents(ctx, { numItems: count, cursor }),
});
