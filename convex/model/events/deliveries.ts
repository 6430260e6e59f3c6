/**
 * The queue of deliveries to webhooks. Each webhook has a line for each subject: a delivery waits until the earlier ones about
 * the same subject are delivered or dead. Lines and webhooks do not wait for one another.
 */
import {
  DELIVERIES_KEPT_MS,
  DELIVERY_PAGE,
  DELIVERY_RETRIES,
  type Delivery,
  type DeliveryFault,
  type SentType,
  isPublicEvent,
} from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { LoggedEvent } from '../../tables/events.js';
import { type Sender, allWebhooks, senderOf } from './webhooks.js';

type Row = Doc<'webhookDeliveries'>;
type Queued = Pick<Row, 'event' | 'subject'> & { type: SentType };

/** Deliveries that are tried at once; one alone after a failure, to find out whether the receiver is back. */
const AT_ONCE = 10;
/** Failures one after another from which the webhook is paused, first for a minute, in the end for an hour. */
const PAUSED_FROM = 5;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
/** Longest that a receiver may ask to be left alone. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;
/** Longer than a run takes: its requests end after 15 seconds. */
const RUN_MS = 60_000;

/** Puts the public events among these into the queues of all webhooks that are active. */
export async function enqueuePublic(
  ctx: MutationCtx,
  events: readonly (LoggedEvent & { id: Id<'events'> })[],
): Promise<void> {
  const news = events.filter(({ type }) => isPublicEvent(type));
  if (news.length === 0) return;
  for (const { _id, state } of await allWebhooks(ctx)) if (state === 'active') await enqueueAll(ctx, _id, news);
}

/** Puts public events into the queue of one webhook; an event that is in it already only once it is dead or delivered. */
export async function enqueueAll(
  ctx: MutationCtx,
  webhookId: Id<'webhooks'>,
  events: readonly (LoggedEvent & { id: Id<'events'> })[],
): Promise<void> {
  for (const { id: event, type, subject } of events) {
    if (!isPublicEvent(type)) continue;
    const before = await ctx.db
      .query('webhookDeliveries')
      .withIndex('by_event', (range) => range.eq('webhookId', webhookId).eq('event', event))
      .first();
    if (before) await sendAgain(ctx, before);
    else await enqueue(ctx, webhookId, { event, subject: subject.id, type });
  }
}

export async function enqueue(ctx: MutationCtx, webhookId: Id<'webhooks'>, queued: Queued): Promise<Row['_id']> {
  const place = await placeOf(ctx, webhookId, queued.subject);
  const id = await ctx.db.insert('webhookDeliveries', { webhookId, ...queued, ...place, attempts: 0 });
  if (place.dueAt !== undefined) await sendSoon(ctx, webhookId, place.dueAt);
  return id;
}

/** Sends what is dead or delivered once more, behind what waits about the same subject. */
export async function sendAgain(ctx: MutationCtx, { _id, webhookId, subject, state }: Row): Promise<void> {
  if (state === 'queued' || state === 'waiting') return;
  const place = await placeOf(ctx, webhookId, subject);
  await ctx.db.patch('webhookDeliveries', _id, { ...place, attempts: 0, status: undefined, fault: undefined });
  if (place.dueAt !== undefined) await sendSoon(ctx, webhookId, place.dueAt);
}

async function placeOf(
  ctx: MutationCtx,
  webhookId: Id<'webhooks'>,
  subject: string | undefined,
): Promise<{ state: 'queued' | 'waiting'; dueAt: number | undefined }> {
  const isBehind = subject !== undefined && (await firstIn(ctx, webhookId, subject, 'waiting')) !== null;
  return isBehind ? { state: 'queued', dueAt: undefined } : { state: 'waiting', dueAt: Date.now() };
}

function firstIn(
  ctx: MutationCtx,
  webhookId: Id<'webhooks'>,
  subject: string,
  state: 'queued' | 'waiting',
): Promise<Row | null> {
  return ctx.db
    .query('webhookDeliveries')
    .withIndex('by_line', (range) => range.eq('webhookId', webhookId).eq('subject', subject).eq('state', state))
    .first();
}

/** Has the sender of the webhook run at this time, unless it runs before. */
export async function sendSoon(ctx: MutationCtx, webhookId: Id<'webhooks'>, at: number): Promise<void> {
  const sender = await senderOf(ctx, webhookId);
  if (!sender || !(await isActive(ctx, webhookId))) return;
  const from = Math.max(at, sender.pausedUntil ?? 0);
  const { nextAt } = sender;
  const isLost = nextAt !== undefined && nextAt + RUN_MS < Date.now();
  if (nextAt !== undefined && nextAt <= from && !isLost) return;
  await ctx.db.patch('webhookSenders', sender._id, { nextAt: from });
  await ctx.scheduler.runAt(from, internal.events.node.deliver.run, { webhook: webhookId });
}

async function isActive(ctx: MutationCtx, webhookId: Id<'webhooks'>): Promise<boolean> {
  return (await ctx.db.get('webhooks', webhookId))?.state === 'active';
}

/**
 * The deliveries whose attempt is due. The attempt is counted before it is made, since Convex runs an action at most once: one
 * that is lost is followed by the next.
 */
export async function claimDue(ctx: MutationCtx, webhookId: Id<'webhooks'>): Promise<Row[]> {
  const sender = await senderOf(ctx, webhookId);
  if (!sender || !(await isActive(ctx, webhookId)) || (sender.pausedUntil ?? 0) > Date.now()) return [];
  const due = await ctx.db
    .query('webhookDeliveries')
    .withIndex('by_due', (range) => range.eq('webhookId', webhookId).eq('state', 'waiting').lte('dueAt', Date.now()))
    .take(sender.failures > 0 ? 1 : AT_ONCE);
  const claimed: Row[] = [];
  for (const row of due) {
    if (row.attempts > DELIVERY_RETRIES.length) await end(ctx, row, { state: 'dead' });
    else {
      const attempts = row.attempts + 1;
      await ctx.db.patch('webhookDeliveries', row._id, { attempts, dueAt: Date.now() + RUN_MS });
      claimed.push({ ...row, attempts });
    }
  }
  if (due.length > 0) await ctx.db.patch('webhookSenders', sender._id, { nextAt: Date.now() });
  return claimed;
}

/** An answer of the receiver, or why there was none. */
export interface Attempted {
  fault: DeliveryFault | null;
  status: number | null;
  /** Milliseconds for which the receiver asked to be left alone. */
  waitMs: number | null;
}

/** Notes the outcome of an attempt. */
export async function settle(ctx: MutationCtx, id: Row['_id'], { fault, status, waitMs }: Attempted): Promise<void> {
  const row = await ctx.db.get('webhookDeliveries', id);
  const sender = row && (await senderOf(ctx, row.webhookId));
  if (!row || !sender || row.state !== 'waiting') return;
  const outcome = { status: status ?? undefined, fault: fault ?? undefined };
  if (fault === null) {
    await ctx.db.patch('webhookSenders', sender._id, { failures: 0, fault: undefined, pausedUntil: undefined });
    return end(ctx, row, { state: 'delivered', ...outcome });
  }
  const isGone = status === 410;
  await noteFailure(ctx, sender, fault, waitMs);
  if (isGone) await ctx.db.patch('webhooks', row.webhookId, { state: 'disabled' });
  if (isGone || row.attempts > DELIVERY_RETRIES.length) return end(ctx, row, { state: 'dead', ...outcome });
  // A tenth at random, so that what failed at once does not come back at once.
  const delay = DELIVERY_RETRIES[row.attempts - 1]! * (1 + Math.random() / 10);
  const wait = Math.min(waitMs ?? 0, LONGEST_WAIT_MS);
  await ctx.db.patch('webhookDeliveries', id, { ...outcome, dueAt: Date.now() + Math.ceil(Math.max(delay, wait)) });
}

async function noteFailure(
  ctx: MutationCtx,
  sender: Sender,
  fault: DeliveryFault,
  waitMs: number | null,
): Promise<void> {
  const failures = sender.failures + 1;
  const pause = failures < PAUSED_FROM ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (failures - PAUSED_FROM), LONGEST_PAUSE_MS);
  const until = Date.now() + Math.max(pause, Math.min(waitMs ?? 0, LONGEST_WAIT_MS));
  const pausedUntil = Math.max(sender.pausedUntil ?? 0, until);
  await ctx.db.patch('webhookSenders', sender._id, {
    failures,
    fault,
    ...(pausedUntil > Date.now() && { pausedUntil }),
  });
}

/** Ends a delivery, and lets the next one about the same subject go. */
async function end(
  ctx: MutationCtx,
  { _id, webhookId, subject }: Row,
  outcome: Pick<Row, 'state'> & Partial<Pick<Row, 'status' | 'fault'>>,
): Promise<void> {
  await ctx.db.patch('webhookDeliveries', _id, { ...outcome, dueAt: undefined });
  await advance(ctx, webhookId, subject);
}

/** Lets the next delivery about a subject go. */
async function advance(ctx: MutationCtx, webhookId: Id<'webhooks'>, subject: string | undefined): Promise<void> {
  const next = subject === undefined ? null : await firstIn(ctx, webhookId, subject, 'queued');
  if (next) await ctx.db.patch('webhookDeliveries', next._id, { state: 'waiting', dueAt: Date.now() });
}

/** Ends a run. The next one comes with the next delivery that is due. */
export async function endRun(ctx: MutationCtx, webhookId: Id<'webhooks'>): Promise<void> {
  const sender = await senderOf(ctx, webhookId);
  if (sender) await ctx.db.patch('webhookSenders', sender._id, { nextAt: undefined });
  await sendNext(ctx, webhookId);
}

/** Has the sender run when the next delivery is due. */
export async function sendNext(ctx: MutationCtx, webhookId: Id<'webhooks'>): Promise<void> {
  const next = await ctx.db
    .query('webhookDeliveries')
    .withIndex('by_due', (range) => range.eq('webhookId', webhookId).eq('state', 'waiting'))
    .first();
  if (next) await sendSoon(ctx, webhookId, next.dueAt ?? Date.now());
}

/** Deliveries that one transaction deletes. */
const PURGED = 200;

/** Deletes deliveries of all webhooks whose time is over. Their number, and whether there may be more. */
export async function purgeDeliveries(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const old = await ctx.db
    .query('webhookDeliveries')
    .withIndex('by_creation_time', (range) => range.lte('_creationTime', Date.now() - DELIVERIES_KEPT_MS))
    .take(PURGED);
  for (const row of old) {
    await ctx.db.delete('webhookDeliveries', row._id);
    if (row.state === 'waiting') await advance(ctx, row.webhookId, row.subject);
  }
  return { count: old.length, more: old.length === PURGED };
}

/** Deletes a page of the deliveries of a webhook that has ended. True if there may be more. */
export async function dropDeliveries(ctx: MutationCtx, webhookId: Id<'webhooks'>): Promise<boolean> {
  const rows = await ctx.db
    .query('webhookDeliveries')
    .withIndex('by_webhook', (range) => range.eq('webhookId', webhookId))
    .take(PURGED);
  for (const { _id } of rows) await ctx.db.delete('webhookDeliveries', _id);
  return rows.length === PURGED;
}

/** A page of what is and was sent to a webhook. */
export async function deliveriesOf(
  ctx: QueryCtx,
  webhookId: Id<'webhooks'>,
  { state, before = Infinity }: { state?: Row['state'] | undefined; before?: number | undefined },
): Promise<Row[]> {
  const table = ctx.db.query('webhookDeliveries');
  const found =
    state === undefined
      ? table.withIndex('by_webhook', (range) => range.eq('webhookId', webhookId).lt('_creationTime', before))
      : table.withIndex('by_state', (range) =>
          range.eq('webhookId', webhookId).eq('state', state).lt('_creationTime', before),
        );
  return found.order('desc').take(DELIVERY_PAGE);
}

export function deliveryShown(row: Row): Delivery {
  const { _id: delivery, event, type, state, attempts, _creationTime: createdAt } = row;
  const { dueAt = null, status = null, fault = null } = row;
  return { delivery, id: event ?? delivery, type, state, attempts, createdAt, dueAt, status, fault };
}
