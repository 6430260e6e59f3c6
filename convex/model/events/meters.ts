/** How far the events of each source have come. Requests and the job of one source write its row, and nobody else. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

export type Meter = Doc<'inboxMeters'>;

export async function insertMeter(ctx: MutationCtx, sourceId: Id<'eventSources'>): Promise<void> {
  await ctx.db.insert('inboxMeters', { sourceId, received: 0, taken: 0, quarantined: 0, draining: false });
}

export async function meterOf(ctx: QueryCtx | MutationCtx, sourceId: Id<'eventSources'>): Promise<Meter> {
  const meter = await ctx.db
    .query('inboxMeters')
    .withIndex('by_source', (range) => range.eq('sourceId', sourceId))
    .unique();
  if (!meter) throw new Error('A source has no meter.');
  return meter;
}

export async function moveMeter(
  ctx: MutationCtx,
  { _id }: Meter,
  moved: Partial<Pick<Meter, 'received' | 'taken' | 'quarantined' | 'draining'>>,
): Promise<void> {
  await ctx.db.patch('inboxMeters', _id, moved);
}

/** Meters that were made after `time`, the oldest first. */
export function metersAfter(ctx: MutationCtx, time: number, count: number): Promise<Meter[]> {
  return ctx.db
    .query('inboxMeters')
    .withIndex('by_creation_time', (range) => range.gt('_creationTime', time))
    .take(count);
}
