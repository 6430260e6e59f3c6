/**
 * Takes the events of a request, all or none. Each is accepted once by its source and id. The outcomes depend on the text of
 * the events and on the source's own earlier events: nobody's data are read here.
 */
import {
  type EventOutcome,
  type InboundDomain,
  type InboundType,
  MAX_BATCH,
  MAX_QUARANTINED,
  MAX_WAITING_EVENTS,
  inboundDomains,
} from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { JudgedEvent } from '../../tables/events/inbox.js';
import { refusal } from '../contract/errors.js';
import { hashOfText } from '../contract/hash.js';
import { drawToken } from '../operations/rate.js';
import { type Meter, jobOf, meterOf, moveJob, moveMeter } from './meters.js';
import { dropQuarantined, findQuarantined, quarantine } from './quarantine.js';
import type { Source } from './sources.js';

/** Time after which a source that has too much waiting may try again. The job takes hundreds of events in it. */
const BACKLOG_RETRY_MS = 30_000;

export type InboxEvent = Doc<'inboxEvents'>;

/** Throws `rate_limited`, and takes nothing, from a source that sends too many events or has too many that wait. */
export async function takeInto(
  ctx: MutationCtx,
  source: Source,
  judged: readonly JudgedEvent[],
): Promise<EventOutcome[]> {
  const meter = { ...(await meterOf(ctx, source._id)) };
  const { taken: passed } = await jobOf(ctx, source._id);
  refuseBacklog({ waiting: meter.received - passed, quarantined: meter.quarantined }, judged);
  await drawToken(
    ctx,
    'events.inbox',
    source.name,
    { rate: source.perMinute, periodMs: 60_000, capacity: Math.max(source.perMinute, MAX_BATCH) },
    { count: Math.max(1, judged.length) },
  );
  const outcomes: EventOutcome[] = [];
  for (const one of judged) outcomes.push(await taken(ctx, meter, one));
  await keepGoing(ctx, meter);
  await attributeLater(ctx, source, judged);
  return outcomes;
}

/** Has the people found whom faulty events of an organisation name by its own ids. */
async function attributeLater(ctx: MutationCtx, source: Source, judged: readonly JudgedEvent[]): Promise<void> {
  const keys = judged.filter(({ faulty }) => faulty?.subject?.startsWith('user:')).map(({ key }) => key);
  if (source.partnerId && keys.length > 0)
    await ctx.scheduler.runAfter(0, internal.events.quarantine.attributed, { sourceId: source._id, keys });
}

function refuseBacklog(
  { waiting, quarantined }: { waiting: number; quarantined: number },
  judged: readonly JudgedEvent[],
): void {
  const good = judged.filter(({ event }) => event).length;
  if (waiting + good > MAX_WAITING_EVENTS)
    throw refusal('rate_limited', 'Too many events of this source wait to be processed; send these again later.', {
      retryAfterMs: BACKLOG_RETRY_MS,
    });
  if (good < judged.length && quarantined + judged.length - good > MAX_QUARANTINED)
    throw refusal(
      'rate_limited',
      'Too many faulty events of this source are in quarantine; mend them, or ask an operator.',
      {
        retryAfterMs: 60 * BACKLOG_RETRY_MS,
      },
    );
}

/** Counts in `meter`, which the caller stores. */
async function taken(
  ctx: MutationCtx,
  meter: Meter,
  { key, id, text, event, faulty }: JudgedEvent,
): Promise<EventOutcome> {
  const { sourceId } = meter;
  if (await wasAccepted(ctx, sourceId, key)) return { id, outcome: 'duplicate' };
  const before = await findQuarantined(ctx, sourceId, key);
  if (!event || id === null) {
    const { fault, faults, type, subject } = faulty!;
    await quarantine(ctx, before, { sourceId, key, id, type, subject, reason: fault, faults, text });
    if (!before) meter.quarantined += 1;
    return { id, outcome: 'quarantined', reason: fault, ...(faults.length > 0 && { fields: faults }) };
  }
  if (before) {
    await dropQuarantined(ctx, before);
    meter.quarantined -= 1;
  }
  await ctx.db.insert('inboxReceipts', { sourceId, key });
  await append(ctx, meter, id, event);
  return { id, outcome: 'accepted' };
}

/** Adds an event behind those of its source. Counts in `meter`, which the caller stores. */
export async function append(
  ctx: MutationCtx,
  meter: Meter,
  id: string,
  event: NonNullable<JudgedEvent['event']>,
): Promise<void> {
  meter.received += 1;
  const { sourceId, received: number } = meter;
  await ctx.db.insert('inboxEvents', {
    sourceId,
    number,
    id,
    ...event,
    domain: domainOf(event.type),
    state: 'accepted',
  });
}

/** Stores the meter, and starts the source's job unless it runs. */
export async function keepGoing(ctx: MutationCtx, meter: Meter): Promise<void> {
  const { sourceId, received, quarantined } = meter;
  await moveMeter(ctx, meter, { received, quarantined });
  const job = await jobOf(ctx, sourceId);
  if (job.draining || received <= job.taken) return;
  await moveJob(ctx, job, { draining: true });
  await ctx.scheduler.runAfter(0, internal.events.inbox.drain, { sourceId });
}

async function wasAccepted(ctx: MutationCtx, sourceId: Id<'eventSources'>, key: string): Promise<boolean> {
  const receipt = await ctx.db
    .query('inboxReceipts')
    .withIndex('by_key', (range) => range.eq('sourceId', sourceId).eq('key', key))
    .first();
  return receipt !== null;
}

/** Notes that an event counts, unless that is noted. */
export async function noteAccepted(ctx: MutationCtx, sourceId: Id<'eventSources'>, key: string): Promise<void> {
  if (!(await wasAccepted(ctx, sourceId, key))) await ctx.db.insert('inboxReceipts', { sourceId, key });
}

/** Names an event of its source without telling its id, which may be personal: a hash of the id or, without one, of the text. */
export function keyOf(id: string | null, text: string): Promise<string> {
  return hashOfText(id === null ? `text:${text}` : `id:${id}`);
}

export function domainOf(type: InboundType): InboundDomain {
  const entries = Object.entries(inboundDomains) as [InboundDomain, readonly InboundType[]][];
  return entries.find(([, types]) => types.includes(type))![0];
}

/** Deletes receipts from before `time`, the oldest first. Returns their number. */
export async function purgeReceipts(ctx: MutationCtx, time: number, count: number): Promise<number> {
  const over = await ctx.db
    .query('inboxReceipts')
    .withIndex('by_creation_time', (range) => range.lt('_creationTime', time))
    .take(count);
  for (const { _id } of over) await ctx.db.delete('inboxReceipts', _id);
  return over.length;
}
