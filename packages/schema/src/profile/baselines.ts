/** Baselines of the profile domain: figures over all profiles, against which a change of the product is held. */
import * as z from 'zod';
import { roleSchema } from '../contract/principals.ts';
import { sectionNames } from './sections.ts';

/** The score from which a profile counts as complete. */
export const COMPLETE_SCORE = 80;

/** Bands of the score: 0 to 9, 10 to 19 and so on; the last is 90 to 100. */
export const COMPLETENESS_BANDS = 10;

const HOUR = 60 * 60 * 1000;
/**
 * Upper bounds, in milliseconds, of the times from a profile's creation to its first score of `COMPLETE_SCORE`: an hour, a day, a
 * week, four weeks. A last band has the longer ones.
 */
export const TIME_BANDS = [HOUR, 24 * HOUR, 7 * 24 * HOUR, 28 * 24 * HOUR] as const;

/** Days of edits that one answer has, the latest that had any. */
export const BASELINE_DAYS = 28;

/** The band of a score of 0 to 100. */
export function completenessBand(score: number): number {
  return Math.min(Math.floor(score / (100 / COMPLETENESS_BANDS)), COMPLETENESS_BANDS - 1);
}

/** The band of a time in milliseconds: one up to a bound is in the band of that bound. */
export function timeBand(milliseconds: number): number {
  const band = TIME_BANDS.findIndex((bound) => milliseconds <= bound);
  return band < 0 ? TIME_BANDS.length : band;
}

const count = z.int().min(0);

const roleBaselineSchema = z.strictObject({
  role: roleSchema,
  /** Number of profiles in each band of the score. */
  completeness: z.array(count).length(COMPLETENESS_BANDS),
  /** Number of profiles that became complete in a time of each band. Those that were complete before that was measured are absent. */
  timeToComplete: z.array(count).length(TIME_BANDS.length + 1),
});
export type RoleBaseline = z.infer<typeof roleBaselineSchema>;

export const baselinesSchema = z.strictObject({
  /** Time of the last event in the figures, in Unix milliseconds; null before there is one. */
  upTo: z.number().nullable(),
  /** Roles that have profiles. */
  roles: z.array(roleBaselineSchema),
  /** The latest days (UTC) with edits, oldest first, and the number of edits of each section. Sections without any are absent. */
  days: z
    .array(
      z.strictObject({
        day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        edits: z.array(z.strictObject({ section: z.enum(sectionNames), count: count.min(1) })),
      }),
    )
    .max(BASELINE_DAYS),
});
export type Baselines = z.infer<typeof baselinesSchema>;
