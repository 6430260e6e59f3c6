/**
 * Baselines: counts over all profiles, made of the log by a consumer of its own. Each profile has an entry with what of it is
 * counted, so that counting it again changes nothing, and a profile that is gone is taken out of the counts.
 */
import {
  BASELINE_DAYS,
  type Baselines,
  COMPLETENESS_BANDS,
  type Role,
  TIME_BANDS,
  completenessBand,
  sectionNames,
  timeBand,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type TakenEvent, cursorOf } from '../events/cursors.js';
import { ensureStrength, refreshStrengths } from './writeStrength.js';

export const BASELINE_CONSUMER = 'profile.baselines';
/** Events of one transaction: each may be about a profile that is read whole, at most 256 KiB. */
export const EVENT_BATCH = 25;

/** Counts a batch of events. */
export async function countEvents(ctx: MutationCtx, events: readonly TakenEvent[]): Promise<void> {
  await countEdits(ctx, events);
  await countProfiles(ctx, profilesIn(events));
}

/** Makes a batch of strengths of older rules again and counts them. True if there may be more. */
export async function refreshCounts(ctx: MutationCtx): Promise<boolean> {
  const { refreshed, more } = await refreshStrengths(ctx);
  await countProfiles(ctx, refreshed);
  return more;
}

function profilesIn(events: readonly TakenEvent[]): Id<'profiles'>[] {
  return [...new Set(events.flatMap(({ subject }) => (subject.kind === 'profile' ? [subject.id] : [])))];
}

async function countEdits(ctx: MutationCtx, events: readonly TakenEvent[]): Promise<void> {
  const days = new Map<string, Record<string, number>>();
  for (const { type, data, at } of events) {
    if (type !== 'profile.updated') continue;
    const day = new Date(at).toISOString().slice(0, 10);
    const edits = days.get(day) ?? (await editsOf(ctx, day));
    // The event names the role too, which is no section.
    for (const section of data.sections.filter((name) => (sectionNames as string[]).includes(name)))
      edits[section] = (edits[section] ?? 0) + 1;
    days.set(day, edits);
  }
  for (const [day, edits] of days) {
    const row = await findDay(ctx, day);
    if (row) await ctx.db.patch('baselineDays', row._id, { edits });
    else await ctx.db.insert('baselineDays', { day, edits });
  }
}

async function editsOf(ctx: MutationCtx, day: string): Promise<Record<string, number>> {
  return { ...(await findDay(ctx, day))?.edits };
}

function findDay(ctx: MutationCtx, day: string): Promise<Doc<'baselineDays'> | null> {
  return ctx.db
    .query('baselineDays')
    .withIndex('by_day', (range) => range.eq('day', day))
    .unique();
}

type Entry = Pick<Doc<'baselineEntries'>, 'role' | 'completeness' | 'timeToComplete'>;

async function countProfiles(ctx: MutationCtx, profiles: readonly Id<'profiles'>[]): Promise<void> {
  for (const profileId of profiles) {
    const before = await findEntry(ctx, profileId);
    const strength = await ensureStrength(ctx, profileId);
    const after = strength && entryOf(strength);
    if (before && after && sameEntry(before, after)) continue;
    if (before) await addToRole(ctx, before, -1);
    if (after) await addToRole(ctx, after, 1);
    if (!after) {
      if (before) await ctx.db.delete('baselineEntries', before._id);
    } else if (before) await ctx.db.patch('baselineEntries', before._id, after);
    else await ctx.db.insert('baselineEntries', { profileId, ...after });
  }
}

/** Takes a profile that is erased out of the counts. Returns the number of documents that it deletes, 0 or 1. */
export async function uncountProfile(ctx: MutationCtx, profileId: Id<'profiles'>): Promise<number> {
  const entry = await findEntry(ctx, profileId);
  if (!entry) return 0;
  await addToRole(ctx, entry, -1);
  await ctx.db.delete('baselineEntries', entry._id);
  return 1;
}

export function findEntry(
  ctx: QueryCtx | MutationCtx,
  profileId: Id<'profiles'>,
): Promise<Doc<'baselineEntries'> | null> {
  return ctx.db
    .query('baselineEntries')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .unique();
}

function entryOf({ role, strength, createdAt, completedAt }: Doc<'profileStrengths'>): Entry {
  return {
    role,
    completeness: completenessBand(strength.score),
    timeToComplete: completedAt === undefined ? null : timeBand(completedAt - createdAt),
  };
}

function sameEntry(a: Entry, b: Entry): boolean {
  return a.role === b.role && a.completeness === b.completeness && a.timeToComplete === b.timeToComplete;
}

async function addToRole(ctx: MutationCtx, { role, completeness, timeToComplete }: Entry, by: 1 | -1): Promise<void> {
  const row = await findRole(ctx, role);
  const counts = row ?? {
    completeness: Array<number>(COMPLETENESS_BANDS).fill(0),
    timeToComplete: Array<number>(TIME_BANDS.length + 1).fill(0),
  };
  const next = {
    completeness: added(counts.completeness, completeness, by),
    timeToComplete: added(counts.timeToComplete, timeToComplete, by),
  };
  if (row) await ctx.db.patch('baselineRoles', row._id, next);
  else await ctx.db.insert('baselineRoles', { role, ...next });
}

function added(counts: readonly number[], band: number | null, by: 1 | -1): number[] {
  return counts.map((count, at) => (at === band ? count + by : count));
}

function findRole(ctx: MutationCtx, role: Role): Promise<Doc<'baselineRoles'> | null> {
  return ctx.db
    .query('baselineRoles')
    .withIndex('by_role', (range) => range.eq('role', role))
    .unique();
}

/** The figures as the consumer last left them: at most 34 documents. */
export async function readBaselines(ctx: QueryCtx): Promise<Baselines> {
  const cursor = await cursorOf(ctx, BASELINE_CONSUMER);
  const roles = await ctx.db.query('baselineRoles').withIndex('by_role').take(5);
  const days = await ctx.db.query('baselineDays').withIndex('by_day').order('desc').take(BASELINE_DAYS);
  return {
    upTo: cursor && cursor.creationTime,
    roles: roles
      .filter(({ completeness }) => completeness.some((count) => count > 0))
      .map(({ role, completeness, timeToComplete }) => ({ role, completeness, timeToComplete })),
    days: days.reverse().map(({ day, edits }) => ({
      day,
      edits: sectionNames.flatMap((section) => (edits[section] ? [{ section, count: edits[section] }] : [])),
    })),
  };
}
