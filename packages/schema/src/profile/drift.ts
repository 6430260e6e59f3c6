/** Drift: differences between the copies of a profile, and the functions by which operators read of them and repair them. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { idSchema } from '../operations/partners.ts';

/**
 * The copies that can differ. `rows`: the system of record has changed since the write that made the snapshot and the
 * hashes. `snapshot`: the snapshot is not what the rows hold. `hash`: a stored hash does not fit. `view`: a stored view is
 * not the projection of the rows.
 */
export const driftPlaces = ['rows', 'snapshot', 'hash', 'view'] as const;
export type DriftPlace = (typeof driftPlaces)[number];

/** `changed`: the profiles that the log names, each hour. `all`: every profile and every row of none, each day. */
export const driftWalks = ['changed', 'all'] as const;
export type DriftWalk = (typeof driftWalks)[number];

/** Findings that the status lists, and up to which it counts. */
export const MAX_FINDINGS = 100;

const count = z.number();
/** Unix milliseconds. */
const time = z.number();
const placeSchema = z.enum(driftPlaces);

export const driftStatusSchema = z.strictObject({
  places: z.array(
    z.strictObject({
      where: placeSchema,
      /** Open findings, counted up to 100. */
      open: count,
      /** Findings since the deployment began, and those of them that are closed. */
      found: count,
      repaired: count,
      /** `none`: nothing to tell so far. `sending`: the receiver has not taken the last news. */
      alert: z.enum(['none', 'sending', 'sent']),
    }),
  ),
  /** Open findings, newest first, at most 100: names of parts, never content. */
  findings: z.array(
    z.strictObject({ profile: z.string(), where: placeSchema, sections: z.array(z.string()), foundAt: time }),
  ),
  walks: z.array(
    z.strictObject({
      walk: z.enum(driftWalks),
      /** Start of the pass that is under way; null between passes. */
      startedAt: time.nullable(),
      /** Profiles that this pass has compared, and findings that it has opened. */
      checked: count,
      found: count,
      /** The last whole pass. */
      finished: z.strictObject({ startedAt: time, finishedAt: time, checked: count, found: count }).nullable(),
    }),
  ),
});
export type DriftStatus = z.infer<typeof driftStatusSchema>;

export const driftContract = {
  status: query({
    summary: 'Drift between the copies of profiles: open findings, counts by place, and how far reconciliation is.',
    args: z.strictObject({}),
    result: driftStatusSchema,
    callers: ['admin'],
    reveals: 'Surrogates of profiles whose copies differ, with names of parts, to administrators. Never content.',
  }),
  repair: mutation({
    summary:
      'Starts a job that repairs one profile, or each with an open finding, from the rows, which are the system of record.',
    args: z.strictObject({ profile: idSchema.optional() }),
    result: z.strictObject({ open: count }),
    errors: ['not_found'],
    callers: ['admin'],
    reveals: 'The number of open findings that the job begins with, counted up to 100.',
    rate: { rate: 10, periodMs: 60_000, capacity: 10 },
    audit: { subject: 'account', changed: '`drift`; the job leaves a row for each profile that it repairs' },
  }),
};
