/** The export of spans: what the action that sends them reads and notes, and the jobs that keep the table small. */
import { operationsRetention } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { logLine } from '../model/operations/logLine.js';
import {
  breakOf,
  deleteSpans,
  endBreak,
  noteBreak,
  purgeSpans,
  stillWaiting,
  waitingSpans,
} from '../model/operations/spans.js';
import { isTracing } from '../model/operations/telemetry.js';
import { purgeAgain } from '../model/privacy/purges.js';
import { spanFields } from '../tables/operations.js';

/** Has waiting spans sent, unless the collector fails. A cron starts it: writers of spans schedule nothing. */
export const start = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    if (!isTracing() || ((await breakOf(ctx))?.until ?? 0) > Date.now()) return null;
    if ((await ctx.db.query('traceSpans').first()) !== null)
      await ctx.scheduler.runAfter(0, internal.operations.node.exportSpans.run, {});
    return null;
  },
});

const spanId = v.id('traceSpans');

export const waiting = internalQuery({
  args: {},
  returns: v.array(spanFields.extend({ _id: spanId, _creationTime: v.number() })),
  handler: (ctx) => waitingSpans(ctx),
});

/**
 * The outcome of a request. Spans that a collector refuses for good are gone too: they would be refused again. An outcome for
 * spans that are all gone comes late, and counts for nothing.
 */
export const settle = internalMutation({
  args: {
    spans: v.array(spanId),
    fault: v.union(v.string(), v.null()),
    gone: v.boolean(),
    waitMs: v.number(),
  },
  returns: v.null(),
  handler: async (ctx, { spans, fault, gone, waitMs }): Promise<null> => {
    const left = await stillWaiting(ctx, spans);
    if (left.length === 0) return null;
    if (gone) await deleteSpans(ctx, left);
    if (fault === null) await endBreak(ctx);
    else logLine('error', 'telemetry.not_taken', { fault, ...(await noteBreak(ctx, waitMs)) });
    return null;
  },
});

/** Deletes spans that nobody has taken in their time. A cron starts it. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const purged = await purgeSpans(ctx, Date.now() - operationsRetention.spans.periodMs);
    return purgeAgain(ctx, 'spans', purged, internal.operations.telemetry.expire);
  },
});
