/**
 * How far the events of each source have come, in two rows: one is of its requests, the other of the job that passes its events on.
 * The job reads none that requests write, as long as more waits than it takes at once: requests that come meanwhile do not repeat it.
 */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

export type Meter = Doc<'inboxMeters'>;
/** `_id` is missing where the source has no row yet. */
export type Job = Omit<Doc<'inboxJobs'>, '_id' | '_creationTime'> & { _id?: Id<'inboxJobs'> };

export async function insertMeter(ctx: MutationCtx, sourceId: Id<'eventSources'>): Promise<void> {
  await ctx.db.insert('inboxMeters', { sourceId, received: 0, quarantined: 0 });
  await ctx.db.insert('inboxJobs', { sourceId, taken: 0, draining: false, at: Date.now() });
}

export async function meterOf(ctx: QueryCtx | MutationCtx, sourceId: Id<'eventSources'>): Promise<Meter> {
  const meter = await ctx.db
    .query('inboxMeters')
    .withIndex('by_source', (range) => range.eq('sourceId', sourceId))
    .unique();
  if (!meter) throw new Error('A source has no meter.');
  return meter;
}

/** Sources from before jobs had rows of their own have their place in the meter. */
export async function jobOf(ctx: QueryCtx | MutationCtx, sourceId: Id<'eventSources'>): Promise<Job> {
  const job = await ctx.db
    .query('inboxJobs')
    .withIndex('by_source', (range) => range.eq('sourceId', sourceId))
    .unique();
  if (job) return job;
  const { taken = 0 } = await meterOf(ctx, sourceId);
  return { sourceId, taken, draining: false, at: 0 };
}

export async function moveMeter(
  ctx: MutationCtx,
  { _id }: Meter,
  moved: Partial<Pick<Meter, 'received' | 'quarantined'>>,
): Promise<void> {
  await ctx.db.patch('inboxMeters', _id, moved);
}

/** Notes that the job makes, or is to make, a step now. */
export async function moveJob(
  ctx: MutationCtx,
  { _id, sourceId, taken }: Job,
  moved: Pick<Job, 'draining'> & Partial<Pick<Job, 'taken'>>,
): Promise<void> {
  const job = { taken, ...moved, at: Date.now() };
  if (_id) await ctx.db.patch('inboxJobs', _id, job);
  else await ctx.db.insert('inboxJobs', { sourceId, ...job });
}

/** Meters that were made after `time`, the oldest first. */
export function metersAfter(ctx: MutationCtx, time: number, count: number): Promise<Meter[]> {
  return ctx.db
    .query('inboxMeters')
    .withIndex('by_creation_time', (range) => range.gt('_creationTime', time))
    .take(count);
}
