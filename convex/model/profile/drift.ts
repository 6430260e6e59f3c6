/**
 * Findings of drift: opened when reconciliation sees a difference between the copies of a profile, closed when it no longer
 * does. This module alone writes `driftFindings`.
 */
import { type DriftStatus, MAX_FINDINGS, driftPlaces, driftWalks } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type News, meterOf, openAt, tell } from './alarms.js';
import type { Difference } from './compare.js';
import { profileIdIn } from './rowsCopies.js';
import { walkOf } from './walks.js';

/** Number of open findings, counted up to `limit`. 0 means that no copy of any profile is known to differ. */
export async function openDrift(ctx: QueryCtx | MutationCtx, limit: number): Promise<number> {
  const open = await ctx.db
    .query('driftFindings')
    .withIndex('by_state', (range) => range.eq('repairedAt', undefined))
    .take(limit);
  return open.length;
}

/** The open findings about one profile: at most one for each place. */
export function openFindings(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>): Promise<Doc<'driftFindings'>[]> {
  return ctx.db
    .query('driftFindings')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId).eq('repairedAt', undefined))
    .take(driftPlaces.length);
}

/** The profile with this id if it has an open finding; null otherwise. */
export async function driftedProfile(ctx: MutationCtx, given: string): Promise<Id<'profiles'> | null> {
  const id = profileIdIn(ctx, given);
  return id && (await openFindings(ctx, id)).length > 0 ? id : null;
}

/** The oldest open findings that are younger than `after`, a creation time; at most `count`. */
export function openFindingsAfter(ctx: MutationCtx, after: number, count: number): Promise<Doc<'driftFindings'>[]> {
  return ctx.db
    .query('driftFindings')
    .withIndex('by_state', (range) => range.eq('repairedAt', undefined).gt('_creationTime', after))
    .take(count);
}

/**
 * Makes the open findings about a profile those that a comparison saw just now, and tells what is new. Returns the number
 * of findings that it opened.
 */
export async function settleFindings(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  differences: readonly Difference[],
): Promise<number> {
  const now = Date.now();
  const open = new Map((await openFindings(ctx, profileId)).map((finding) => [finding.where, finding]));
  const news: News[] = [];
  for (const { where, sections } of differences) {
    const finding = open.get(where);
    open.delete(where);
    if (!finding) {
      await ctx.db.insert('driftFindings', { profileId, where, sections: [...sections], foundAt: now });
      news.push({ profileId, where, change: 'found', sections });
    } else if (finding.sections.join() !== sections.join()) {
      await ctx.db.patch('driftFindings', finding._id, { sections: [...sections] });
    }
  }
  for (const { _id, where, sections } of open.values()) {
    await ctx.db.patch('driftFindings', _id, { repairedAt: now });
    news.push({ profileId, where, change: 'repaired', sections });
  }
  if (news.length > 0) await tell(ctx, news);
  return news.filter(({ change }) => change === 'found').length;
}

/** For administrators. */
export async function driftStatus(ctx: QueryCtx): Promise<DriftStatus> {
  const newest = await ctx.db
    .query('driftFindings')
    .withIndex('by_state', (range) => range.eq('repairedAt', undefined))
    .order('desc')
    .take(MAX_FINDINGS);
  return {
    places: await Promise.all(
      driftPlaces.map(async (where) => {
        const meter = await meterOf(ctx, where);
        return {
          where,
          open: (await openAt(ctx, where, MAX_FINDINGS)).length,
          found: meter?.found ?? 0,
          repaired: meter?.repaired ?? 0,
          alert: alertState(meter),
        };
      }),
    ),
    findings: newest.map(({ profileId: profile, where, sections, foundAt }) => ({ profile, where, sections, foundAt })),
    walks: await Promise.all(
      driftWalks.map(async (walk) => {
        const state = await walkOf(ctx, walk);
        const { startedAt = null, checked = 0, found = 0, finished = null } = state ?? {};
        return { walk, startedAt, checked, found, finished };
      }),
    ),
  };
}

function alertState(meter: Doc<'driftMeters'> | null): DriftStatus['places'][number]['alert'] {
  if (!meter || meter.revision === 0) return 'none';
  return meter.revision > meter.delivered ? 'sending' : 'sent';
}
