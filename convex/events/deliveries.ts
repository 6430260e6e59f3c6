/** The queue of deliveries to webhooks: what the action that sends them reads and notes, and the jobs that keep it. */
import { deliveryFaults, randomHex } from '@gigsy/schema';
import { type Infer, v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation, internalQuery } from '../_generated/server.js';
import {
  claimDue,
  dropDeliveries,
  endRun,
  enqueueAll,
  purgeDeliveries,
  sendNext,
  settle as noteOutcome,
} from '../model/events/deliveries.js';
import { eventIn } from '../model/events/log.js';
import { type Outgoing, type PublicHandle, outgoing } from '../model/events/outgoing.js';
import { allSenders, allowsLoopback, noteVerified, secretsInForce } from '../model/events/webhooks.js';
import { noteSpan } from '../model/operations/spans.js';
import { notePurged } from '../model/privacy/purges.js';
import { shownHandle } from '../model/privacy/views.js';
import { profileViews } from '../model/profile/views.js';

const receiver = { url: v.string(), secrets: v.array(v.string()), loopback: v.boolean() };
const fault = v.union(...deliveryFaults.map((name) => v.literal(name)), v.null());
const webhook = v.id('webhooks');
/** The span of an attempt. */
const span = v.optional(
  v.object({
    traceId: v.string(),
    spanId: v.string(),
    parentId: v.string(),
    startedAt: v.number(),
    event: v.string(),
    /** Whether the receiver gets its `traceparent`. */
    told: v.boolean(),
  }),
);

const handleOf: PublicHandle = (ctx, profile) => shownHandle(ctx, profileViews, profile, 'public');

/** Where a webhook leads, and the secrets that sign; null once it has ended. */
export const receiverOf = internalQuery({
  args: { webhook },
  returns: v.union(v.object(receiver), v.null()),
  handler: async (ctx, args) => {
    const row = await ctx.db.get('webhooks', args.webhook);
    return row && { url: row.url, secrets: secretsInForce(row), loopback: allowsLoopback() };
  },
});

/** The deliveries to attempt now, each with its body. None: the run is over. */
export const claim = internalMutation({
  args: { webhook },
  returns: v.array(v.object({ delivery: v.id('webhookDeliveries'), id: v.string(), body: v.string(), span })),
  handler: async (ctx, args) => {
    const claimed = await claimDue(ctx, args.webhook);
    if (claimed.length === 0) await endRun(ctx, args.webhook);
    const bodies = await Promise.all(claimed.map((row) => outgoing(ctx, row, handleOf)));
    return bodies.flatMap((made, at) => {
      if (!made) return [];
      const { _id: delivery, type } = claimed[at]!;
      return [{ delivery, id: made.id, body: made.body, ...attemptOf(made, type) }];
    });
  },
});

const ATTEMPT = { name: 'events.webhooks.deliver', kind: 'client' } as const;

function attemptOf({ trace }: Outgoing, event: string): { span?: NonNullable<Infer<typeof span>> } {
  if (!trace) return {};
  const { traceId, spanId: parentId, told } = trace;
  return { span: { traceId, parentId, spanId: randomHex(8), startedAt: Date.now(), event, told } };
}

export const settle = internalMutation({
  args: {
    delivery: v.id('webhookDeliveries'),
    fault,
    status: v.union(v.number(), v.null()),
    waitMs: v.union(v.number(), v.null()),
    span,
  },
  returns: v.null(),
  handler: async (ctx, { delivery, span: attempt, ...outcome }): Promise<null> => {
    await noteOutcome(ctx, delivery, outcome);
    if (attempt) {
      const { startedAt, event, told: _, ...begun } = attempt;
      await noteSpan(ctx, begun, { ...ATTEMPT, startedAt, event, outcome: outcome.fault ?? 'ok' });
    }
    return null;
  },
});

/** The outcome of a challenge. */
export const verified = internalMutation({
  args: { webhook, fault },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    if (await noteVerified(ctx, args.webhook, args.fault)) await sendNext(ctx, args.webhook);
    return null;
  },
});

/** Events of the log that one transaction puts into a queue. */
const REPLAYED = 50;

/** Puts the public events of a time into the queue of a webhook, page by page. */
export const replay = internalMutation({
  args: { webhook, from: v.number(), until: v.number(), cursor: v.union(v.string(), v.null()) },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    if (!(await ctx.db.get('webhooks', args.webhook))) return null;
    const { page, isDone, continueCursor } = await ctx.db
      .query('events')
      .withIndex('by_creation_time', (range) => range.gte('_creationTime', args.from).lt('_creationTime', args.until))
      .paginate({ numItems: REPLAYED, cursor: args.cursor });
    const events = page.map((row) => ({ ...eventIn(row), id: row._id }));
    await enqueueAll(ctx, args.webhook, events);
    if (!isDone)
      await ctx.scheduler.runAfter(0, internal.events.deliveries.replay, { ...args, cursor: continueCursor });
    return null;
  },
});

/** Has the senders run whose run was lost. */
export const resume = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    for (const { webhookId } of await allSenders(ctx)) await sendNext(ctx, webhookId);
    return null;
  },
});

export const drop = internalMutation({
  args: { webhook },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    if (await dropDeliveries(ctx, args.webhook)) await ctx.scheduler.runAfter(0, internal.events.deliveries.drop, args);
    return null;
  },
});

export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const purged = await purgeDeliveries(ctx);
    if (purged.more) await ctx.scheduler.runAfter(0, internal.events.deliveries.expire, {});
    await notePurged(ctx, 'deliveries', purged.count);
    return null;
  },
});
