/** The report of purges, as administrators read it: numbers by day and class of data. */
import * as z from 'zod';
import { query } from '../contract/define.ts';

/** Days that the report goes back. */
export const REPORTED_DAYS = 31;
/** Up to this many erasures that wait for holds are counted. */
export const MAX_WAITING = 1_000;

export const purgeReportSchema = z.strictObject({
  /** Days on which something was purged, newest first, at most 31. An hour may pass until a purge is counted. */
  days: z.array(
    z.strictObject({
      /** UTC, as YYYY-MM-DD. */
      day: z.string(),
      /** Documents or files, by class of docs/retention.md. */
      purged: z.record(z.string(), z.number()),
    }),
  ),
  /** Erasures that wait for legal holds, counted up to 1,000. */
  waiting: z.number(),
});
export type PurgeReport = z.infer<typeof purgeReportSchema>;

export const retentionContract = {
  report: query({
    summary: 'How much was purged on the last days, by class of data, and how many erasures wait for legal holds.',
    args: z.strictObject({}),
    result: purgeReportSchema,
    callers: ['admin'],
    reveals: 'To administrators: numbers over all people, without names.',
  }),
};
