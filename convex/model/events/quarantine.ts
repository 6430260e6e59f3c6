/** Events that cannot be processed, kept as they were sent until an operator has mended the cause or their time is over. */
import { type EventFault, QUARANTINE_PAGE, type QuarantinedEvent, eventFaults, personNamed } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { findLink } from '../operations/links.js';
import { meterOf, moveMeter } from './meters.js';
import type { Source } from './sources.js';

export type Quarantined = Doc<'inboxQuarantine'>;
type Fields = Pick<Quarantined, 'sourceId' | 'key' | 'id' | 'reason' | 'faults'> & {
  [K in 'type' | 'subject' | 'accountId' | 'text']?: Quarantined[K] | undefined;
};

/** Puts an event into quarantine, in the place of the row `before` if there is one. */
export async function quarantine(ctx: MutationCtx, before: Quarantined | null, fields: Fields): Promise<void> {
  if (before) await dropQuarantined(ctx, before);
  await ctx.db.insert('inboxQuarantine', { ...fields, at: Date.now() } as Omit<Quarantined, '_id' | '_creationTime'>);
}

export function findQuarantined(
  ctx: MutationCtx,
  sourceId: Id<'eventSources'>,
  key: string,
): Promise<Quarantined | null> {
  return ctx.db
    .query('inboxQuarantine')
    .withIndex('by_key', (range) => range.eq('sourceId', sourceId).eq('key', key))
    .unique();
}

/**
 * Notes the people of events that name them by ids of the source's organisation, so that an erasure finds the events. A job does
 * it: the request reads nobody's data (ADR 34).
 */
export async function attribute(ctx: MutationCtx, source: Source, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const row = await findQuarantined(ctx, source._id, key);
    const named = row?.accountId === undefined && row?.subject !== undefined ? personNamed(row.subject) : undefined;
    if (!row || !named || !('user' in named) || !source.partnerId) continue;
    const link = await findLink(ctx, source.partnerId, named.user);
    if (link) await ctx.db.patch('inboxQuarantine', row._id, { accountId: link.accountId });
  }
}

/** The event that an administrator names. Throws if there is none. */
export async function namedQuarantined(ctx: MutationCtx, id: string): Promise<Quarantined> {
  const known = ctx.db.normalizeId('inboxQuarantine', id);
  const row = known && (await ctx.db.get('inboxQuarantine', known));
  if (row) return row;
  throw refusal('not_found', 'There is no such event in quarantine.');
}

/** The caller counts it out, where its source knows of it (`isOwnFault`). */
export async function dropQuarantined(ctx: MutationCtx, { _id }: Quarantined): Promise<void> {
  await ctx.db.delete('inboxQuarantine', _id);
}

/** Whether the event's own text is at fault. Such events alone count towards the bound of their source. */
export function isOwnFault(reason: Quarantined['reason']): reason is EventFault {
  return (eventFaults as readonly string[]).includes(reason);
}

export async function countOut(ctx: MutationCtx, rows: readonly Quarantined[]): Promise<void> {
  const own = rows.filter(({ reason }) => isOwnFault(reason));
  for (const sourceId of new Set(own.map((row) => row.sourceId))) {
    const meter = await meterOf(ctx, sourceId);
    const gone = own.filter((row) => row.sourceId === sourceId).length;
    await moveMeter(ctx, meter, { quarantined: meter.quarantined - gone });
  }
}

/** Newest first. */
export function quarantinedBefore(ctx: QueryCtx, time: number): Promise<Quarantined[]> {
  return ctx.db
    .query('inboxQuarantine')
    .withIndex('by_time', (range) => range.lt('at', time))
    .order('desc')
    .take(QUARANTINE_PAGE);
}

export function quarantinedShown(row: Quarantined, source: string): QuarantinedEvent {
  const { _id: event, id, type = null, reason, faults: fields, at: quarantinedAt, text } = row;
  return { event, source, id, type, reason, fields, quarantinedAt, replayable: text !== undefined };
}

/** Deletes events that came into quarantine before `time`, the oldest first. Returns their number. */
export async function purgeQuarantine(ctx: MutationCtx, time: number, count: number): Promise<number> {
  const over = await ctx.db
    .query('inboxQuarantine')
    .withIndex('by_time', (range) => range.lt('at', time))
    .take(count);
  for (const row of over) await dropQuarantined(ctx, row);
  await countOut(ctx, over);
  return over.length;
}
