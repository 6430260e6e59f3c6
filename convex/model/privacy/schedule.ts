/** Changes of settings that are to come: rows that a scheduled function takes away when it makes the change. */
import { MAX_AHEAD_MS, MAX_SCHEDULED, type Scheduled, type SettingChanges, refusedFields } from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

type Row = Doc<'privacySchedules'>;

export async function listScheduled(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>): Promise<Scheduled[]> {
  return (await scheduledOf(ctx, profileId)).map(shown);
}

export async function addScheduled(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  { at, changes }: { at: number; changes: SettingChanges },
): Promise<Scheduled> {
  const now = Date.now();
  if (at <= now || at > now + MAX_AHEAD_MS)
    throw new ConvexError(
      refusedFields([{ path: 'at', code: 'out_of_range', message: 'must be later than now, by 366 days at most' }]),
    );
  if ((await scheduledOf(ctx, profileId)).length >= MAX_SCHEDULED)
    throw refusal('too_large', `${MAX_SCHEDULED} changes are to come already; call one off first.`);
  const id = await ctx.db.insert('privacySchedules', { profileId, at, changes });
  await ctx.scheduler.runAt(at, internal.privacy.schedule.apply, { scheduled: id });
  return shown((await ctx.db.get('privacySchedules', id))!);
}

export async function removeScheduled(ctx: MutationCtx, profileId: Id<'profiles'>, id: string): Promise<void> {
  const known = ctx.db.normalizeId('privacySchedules', id);
  const row = known && (await ctx.db.get('privacySchedules', known));
  if (row?.profileId !== profileId)
    throw refusal('not_found', 'There is no such change to come; it may be made already.');
  await ctx.db.delete('privacySchedules', row._id);
}

/** Takes a change whose time has come. Null for one that was called off or made already. */
export async function takeScheduled(ctx: MutationCtx, id: Id<'privacySchedules'>): Promise<Row | null> {
  const row = await ctx.db.get('privacySchedules', id);
  if (row) await ctx.db.delete('privacySchedules', id);
  return row;
}

/** At most `count` changes whose time was `time` (Unix milliseconds) or before, oldest first. */
export async function overdue(ctx: MutationCtx, time: number, count: number): Promise<Id<'privacySchedules'>[]> {
  const rows = await ctx.db
    .query('privacySchedules')
    .withIndex('by_time', (range) => range.lte('at', time))
    .take(count);
  return rows.map(({ _id }) => _id);
}

export async function eraseScheduled(ctx: MutationCtx, profileId: Id<'profiles'>, count: number): Promise<number> {
  const rows = (await scheduledOf(ctx, profileId)).slice(0, count);
  for (const { _id } of rows) await ctx.db.delete('privacySchedules', _id);
  return rows.length;
}

function scheduledOf(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>): Promise<Row[]> {
  return ctx.db
    .query('privacySchedules')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(MAX_SCHEDULED);
}

function shown({ _id, _creationTime, at, changes }: Row): Scheduled {
  return { scheduled: _id, at, changes, createdAt: _creationTime };
}
