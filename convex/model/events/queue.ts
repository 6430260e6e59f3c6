/**
 * The job of one source: it goes through the accepted events in their order, finds the person of each and gives the event to
 * the mapper of its domain. Each source has a job of its own, so none waits for another's events.
 */
import { type InboundContracts, type LaterFault, inboundCatalog, schemaAddress, upcastInbound } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { logLine } from '../operations/logLine.js';
import { noteSpan } from '../operations/spans.js';
import { isTracing } from '../operations/telemetry.js';
import { type BegunSpan, beginSpan } from '../operations/trace.js';
import { type InboxEvent, keyOf } from './inbox.js';
import { wakeLater, wakeSoon } from './log.js';
import { type InboundMapper, type MappedEvent, reasonOf } from './mapper.js';
import { type Job, type Meter, jobOf, meterOf, moveJob } from './meters.js';
import { countOut, findQuarantined, quarantine } from './quarantine.js';
import { type Source, sourceById } from './sources.js';
import { inTrace } from './traces.js';

/** Events of one transaction. Each may cost its mapper dozens of documents. */
const PASS = 20;

/** Finds the account that a subject of this source's events names. */
export type Identify = (source: Source, subject: string) => Promise<Id<'accounts'> | undefined>;

/**
 * One pass. Events that waited for their domain's mapper come before newer ones. True if there may be more.
 */
export async function drainPass(
  ctx: MutationCtx,
  sourceId: Id<'eventSources'>,
  mappers: readonly InboundMapper[],
  identify: Identify,
): Promise<boolean> {
  const source = await sourceById(ctx, sourceId);
  await wakeSoon(ctx);
  const job = await jobOf(ctx, sourceId);
  for (const { domain } of mappers) {
    const parked = await parkedOf(ctx, sourceId, domain, PASS);
    for (const event of parked) await applied(ctx, source, event);
    if (parked.length > 0) return goesOn(ctx, job, job.taken);
  }
  const events = await ctx.db
    .query('inboxEvents')
    .withIndex('by_number', (range) => range.eq('sourceId', sourceId).gt('number', job.taken))
    .take(PASS);
  for (const event of events) await passed(ctx, source, event, mappers, identify);
  if (events.length === PASS) return goesOn(ctx, job, events.at(-1)!.number);
  // Numbers of events that were erased meanwhile are passed over.
  const { received } = await meterOf(ctx, sourceId);
  await moveJob(ctx, job, { taken: received, draining: false });
  return false;
}

async function goesOn(ctx: MutationCtx, job: Job, taken: number): Promise<true> {
  await moveJob(ctx, job, { taken, draining: true });
  return true;
}

function parkedOf(
  ctx: MutationCtx,
  sourceId: Id<'eventSources'>,
  domain: InboxEvent['domain'],
  count: number,
): Promise<InboxEvent[]> {
  return ctx.db
    .query('inboxEvents')
    .withIndex('by_state', (range) => range.eq('sourceId', sourceId).eq('domain', domain).eq('state', 'parked'))
    .take(count);
}

/** A job without a step for so long has been lost. */
const LOST_MS = 2 * 60_000;

/** Whether a source has events that its job would move, and no job that runs. */
export async function wantsJob(
  ctx: MutationCtx,
  { sourceId, received }: Meter,
  mappers: readonly InboundMapper[],
): Promise<boolean> {
  const { taken, draining, at } = await jobOf(ctx, sourceId);
  if (draining && at + LOST_MS > Date.now()) return false;
  if (received > taken) return true;
  for (const { domain } of mappers) if ((await parkedOf(ctx, sourceId, domain, 1)).length > 0) return true;
  return false;
}

async function passed(
  ctx: MutationCtx,
  source: Source,
  event: InboxEvent,
  mappers: readonly InboundMapper[],
  identify: Identify,
): Promise<void> {
  const accountId = await identify(source, event.subject);
  if (!accountId) return aside(ctx, source, event, 'unknown_subject');
  await ctx.db.patch('inboxEvents', event._id, { accountId, state: 'parked' });
  if (mappers.some(({ domain }) => domain === event.domain)) await applied(ctx, source, { ...event, accountId });
}

/** In a transaction of its own, so that a mapper that fails takes nothing else with it. */
async function applied(ctx: MutationCtx, source: Source, event: InboxEvent): Promise<void> {
  try {
    await ctx.runMutation(internal.events.inbox.apply, { event: event._id });
  } catch (thrown) {
    const reason = reasonOf(thrown) ?? 'mapping_failed';
    const told = { source: source.name, type: event.type, row: event._id };
    if (reason === 'mapping_failed') logLine('error', 'inbox.mapping_failed', told);
    await noteSpan(ctx, await spanOf(ctx, event), { ...APPLY, outcome: reason, event: event.type });
    await aside(ctx, source, event, reason);
  }
}

const APPLY = { name: 'events.inbox.apply', kind: 'consumer' } as const;

/** The span of an event, in the trace that its sender began. An organisation's own source speaks for the organisation. */
async function spanOf(ctx: MutationCtx, { traceparent, sourceId }: InboxEvent): Promise<BegunSpan | undefined> {
  if (!isTracing()) return undefined;
  return beginSpan(traceparent, (await sourceById(ctx, sourceId)).partnerId);
}

/** Gives one event to its mapper. Throws whatever the mapper throws. */
export async function applyEvent(
  ctx: MutationCtx,
  id: Id<'inboxEvents'>,
  mappers: readonly InboundMapper[],
): Promise<void> {
  const event = await ctx.db.get('inboxEvents', id);
  const mapper = mappers.find(({ domain }) => domain === event?.domain);
  if (!event?.accountId || !mapper) throw new Error('The event has no person, or its domain no mapper.');
  wakeLater(ctx);
  const span = await spanOf(ctx, event);
  const mapped = mappedEvent({ ...event, accountId: event.accountId });
  await inTrace(ctx, span, () => mapper.apply(ctx, mapped));
  // Nothing needs the sender's trace any more, and the row stays for as long as its person does.
  await ctx.db.patch('inboxEvents', id, { state: 'applied', traceparent: undefined });
  await noteSpan(ctx, span, { ...APPLY, outcome: 'ok', event: event.type });
}

function mappedEvent(event: InboxEvent & { accountId: Id<'accounts'> }): MappedEvent {
  const { type, version, accountId, sourceId, id, time, traceparent, _creationTime } = event;
  const upcast = upcastInbound((inboundCatalog as InboundContracts)[type]!, version, event.data);
  if (!upcast?.ok) throw new Error('A stored event is not of the version that it names.');
  return { type, data: upcast.data, accountId, sourceId, id, at: time ?? _creationTime, traceparent };
}

/** Moves an event to quarantine, with its text for a replay. */
async function aside(ctx: MutationCtx, source: Source, event: InboxEvent, reason: LaterFault): Promise<void> {
  const { _id, sourceId, id, type, subject, accountId } = event;
  const text = JSON.stringify(envelopeFrom(source, event));
  const key = await keyOf(id, text);
  const before = await findQuarantined(ctx, sourceId, key);
  if (before) await countOut(ctx, [before]);
  await quarantine(ctx, before, { sourceId, key, id, type, subject, accountId, reason, faults: [], text });
  await ctx.db.delete('inboxEvents', _id);
}

function envelopeFrom(
  { address }: Source,
  { id, type, version, subject, time, data, traceparent }: InboxEvent,
): object {
  return {
    specversion: '1.0',
    id,
    source: address,
    type,
    subject,
    dataschema: schemaAddress(process.env.CONVEX_SITE_URL!, type, version),
    data,
    ...(time !== undefined && { time: new Date(time).toISOString() }),
    ...(traceparent !== undefined && { traceparent }),
  };
}
