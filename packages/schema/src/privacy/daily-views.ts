/** Views of a profile by the public, counted by day. Nobody is named: who looked is stored nowhere. */
import * as z from 'zod';

/** Days with views that the owner is shown. Counts of older days are deleted. */
export const VIEWED_DAYS = 30;

export const dailyViewsSchema = z.strictObject({
  /** UTC, as YYYY-MM-DD. */
  day: z.string(),
  views: z.number(),
});
export type DailyViews = z.infer<typeof dailyViewsSchema>;
