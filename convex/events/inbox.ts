/** The inbox: `POST /v1/events`, and the jobs behind it. */
import {
  CLOUD_EVENTS_BATCH_TYPE,
  CLOUD_EVENT_TYPE,
  type EventOutcome,
  type InboxAnswer,
  MAX_BATCH,
  MAX_REQUEST,
  type Registered,
  eventId,
  eventOutcomeSchema,
  eventText,
  eventsRetention,
  inboundCatalog,
  personNamed,
  readEvent,
  routes,
} from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import type { Id } from '../_generated/dataModel.js';
import { type MutationCtx, internalMutation, internalQuery } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { jsonResponse, refusalResponse } from '../model/contract/problem.js';
import { implementRoute, refuseMethods } from '../model/door/route.js';
import { keyOf, purgeReceipts, takeInto } from '../model/events/inbox.js';
import { metersAfter } from '../model/events/meters.js';
import { applyEvent, drainPass, wantsJob } from '../model/events/queue.js';
import { isSigned } from '../model/events/signature.js';
import { type Source, findSource, registeredAs } from '../model/events/sources.js';
import { inboundMappers } from '../model/inbound.js';
import { findLink } from '../model/operations/links.js';
import { notePurged } from '../model/privacy/purges.js';
import { accountBehind } from '../model/profile/rowsHandles.js';
import { convexObject } from '../tables/contract.js';
import { type JudgedEvent, judgedEvent } from '../tables/events/inbox.js';

/**
 * `POST /v1/events?source=src_…`. The signature is checked before the body is read as JSON. All refusals of a signature look
 * the same, whether there is such a source or not.
 */
export const receive = implementRoute(routes.events.receive, async (ctx, request) => {
  try {
    const text = await bodyOf(request);
    const name = new URL(request.url).searchParams.get('source') ?? '';
    const signer = await ctx.runQuery(internal.events.inbox.signer, { name });
    if (!signer || !isSigned(request.headers, text, signer.secrets))
      throw refusal('unauthenticated', 'The request is not signed by a registered source, or is not of now.');
    const given = eventsIn(text, mediaTypeOf(request));
    const events = await Promise.all(given.map((event) => judge(event, signer.registered)));
    const outcomes = await ctx.runMutation(internal.events.inbox.take, { name, events });
    return jsonResponse({ outcomes } satisfies InboxAnswer, { 'Cache-Control': 'no-store' }, 202);
  } catch (refused) {
    return refusalResponse(refused);
  }
});

const { refuseGetInbox, refusePutInbox, refusePatchInbox, refuseDeleteInbox } = routes.events;

export const refusals = refuseMethods(
  [refuseGetInbox, refusePutInbox, refusePatchInbox, refuseDeleteInbox],
  'POST',
  'This address takes POST alone, from registered sources.',
);

async function bodyOf(request: Request): Promise<string> {
  const tooLarge = () => refusal('too_large', `A request has at most ${MAX_REQUEST / 1024} KiB: send fewer events.`);
  if (Number(request.headers.get('Content-Length')) > MAX_REQUEST) throw tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_REQUEST) throw tooLarge();
  return new TextDecoder().decode(bytes);
}

function mediaTypeOf({ headers }: Request): string {
  return (headers.get('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
}

function eventsIn(text: string, mediaType: string): unknown[] {
  const faulty = (path: string, code: 'not_an_option' | 'invalid_format' | 'wrong_type', message: string) =>
    refusal('invalid_argument', `Refused: check ${path}.`, { fields: [{ path, code, message }] });
  if (mediaType !== CLOUD_EVENT_TYPE && mediaType !== CLOUD_EVENTS_BATCH_TYPE)
    throw faulty('Content-Type', 'not_an_option', `must be ${CLOUD_EVENT_TYPE} or ${CLOUD_EVENTS_BATCH_TYPE}`);
  const given = parsed(text);
  if (given === undefined) throw faulty('body', 'invalid_format', 'must be JSON');
  if (mediaType === CLOUD_EVENT_TYPE) return [given];
  if (!Array.isArray(given)) throw faulty('body', 'wrong_type', 'must be a list of events');
  if (given.length > MAX_BATCH) throw refusal('too_large', `A batch has at most ${MAX_BATCH} events.`);
  return given;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function judge(given: unknown, registered: Registered): Promise<JudgedEvent> {
  const [id, text] = [eventId(given), eventText(given)];
  const key = await keyOf(id, text ?? '');
  const event = readEvent(given, registered, inboundCatalog);
  if (!('fault' in event)) return { key, id, event };
  const { fault, faults, type, subject } = event;
  const known = { ...(type !== undefined && { type }), ...(subject !== undefined && { subject }) };
  const kept = text === undefined || fault === 'too_large' ? {} : { text };
  return { key, id, faulty: { fault, faults, ...known }, ...kept };
}

/** The secrets of a source. Null if there is none. The caller has a clock and checks when a secret ends. */
export const signer = internalQuery({
  args: { name: v.string() },
  returns: v.union(
    v.null(),
    v.object({
      registered: v.object({ address: v.string(), ofPartner: v.boolean() }),
      secrets: v.array(v.object({ secret: v.string(), endsAt: v.optional(v.number()) })),
    }),
  ),
  handler: async (ctx, { name }) => {
    const source = await findSource(ctx, name);
    return source && { registered: registeredAs(source), secrets: source.secrets };
  },
});

export const take = internalMutation({
  args: { name: v.string(), events: v.array(judgedEvent) },
  returns: v.array(convexObject<EventOutcome>(eventOutcomeSchema)),
  handler: async (ctx, { name, events }): Promise<InboxAnswer['outcomes']> => {
    const source = await findSource(ctx, name);
    if (!source)
      throw refusal('unauthenticated', 'The request is not signed by a registered source, or is not of now.');
    return takeInto(ctx, source, events);
  },
});

const sourceId = v.id('eventSources');

export const drain = internalMutation({
  args: { sourceId },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    const more = await drainPass(ctx, args.sourceId, inboundMappers, (source, subject) =>
      identified(ctx, source, subject),
    );
    if (more) await ctx.scheduler.runAfter(0, internal.events.inbox.drain, args);
    return null;
  },
});

/** The account of a subject's person: the one who has or had the handle, or is linked to the source's organisation. */
async function identified(
  ctx: MutationCtx,
  { partnerId }: Source,
  subject: string,
): Promise<Id<'accounts'> | undefined> {
  const named = personNamed(subject);
  if (!named) return undefined;
  if ('handle' in named) return accountBehind(ctx, named.handle, Number.MAX_SAFE_INTEGER);
  return partnerId && (await findLink(ctx, partnerId, named.user))?.accountId;
}

/** In a transaction of its own, inside that of `drain`. */
export const apply = internalMutation({
  args: { event: v.id('inboxEvents') },
  returns: v.null(),
  handler: async (ctx, { event }): Promise<null> => {
    await applyEvent(ctx, event, inboundMappers);
    return null;
  },
});

/** Sources of one transaction. */
const SOURCES = 50;

/** Starts the jobs of sources that have work: after a new mapper, or if a job was lost. A cron starts it. */
export const wake = internalMutation({
  args: { after: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { after = 0 }): Promise<null> => {
    const meters = await metersAfter(ctx, after, SOURCES);
    for (const meter of meters)
      if (await wantsJob(ctx, meter, inboundMappers))
        await ctx.scheduler.runAfter(0, internal.events.inbox.drain, { sourceId: meter.sourceId });
    if (meters.length === SOURCES)
      await ctx.scheduler.runAfter(0, internal.events.inbox.wake, { after: meters.at(-1)!._creationTime });
    return null;
  },
});

/** Receipts of one transaction. */
const BATCH = 500;

/** Deletes receipts that are older than their time. A cron starts it. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const count = await purgeReceipts(ctx, Date.now() - eventsRetention.inboxReceipts.periodMs, BATCH);
    await notePurged(ctx, 'inboxReceipts', count);
    if (count === BATCH) await ctx.scheduler.runAfter(0, internal.events.inbox.expire, {});
    return null;
  },
});
