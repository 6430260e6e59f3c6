/** Access to a person's data that are not public: for what, for how long, and how much at once. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { handleSchema, line } from '../contract/text.ts';
import { privacyRetention } from './retention.ts';

/** The closed list of purposes. `other` wants words. */
export const accessPurposes = [
  'hiring',
  'admissions',
  'mentoring',
  'verification',
  'support',
  'moderation',
  'other',
] as const;
export type AccessPurpose = (typeof accessPurposes)[number];
export const accessPurposeSchema = z.enum(accessPurposes, `must be one of ${accessPurposes.join(', ')}`);

/** The functions whose calls the owner reads about in the log of accesses. */
export const accessActions = ['privacy.access.open', 'trust.moderation.inspect'] as const;

/** Longest words of a reason, in UTF-16 code units. */
export const MAX_NOTE = 200;
/** Open leases of one viewer. */
export const MAX_LEASES = 50;
/** Open leases on a profile that its owner is shown, newest first. */
export const SHOWN_LEASES = 100;
/** Accesses on a page of the owner's log. */
export const ACCESS_PAGE = 50;
/** How long a lease lasts, in minutes: unless the viewer says otherwise, and at most. */
export const LEASE_MINUTES = 60;
export const MAX_LEASE_MINUTES = privacyRetention.leases.periodMs / 60_000;

/** The arguments of `privacy.access.open`, without the idempotency key. */
export const openAccessSchema = z
  .strictObject({
    handle: handleSchema,
    purpose: accessPurposeSchema,
    note: line(MAX_NOTE).optional(),
    minutes: z
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(MAX_LEASE_MINUTES, `must be at most ${MAX_LEASE_MINUTES}`)
      .default(LEASE_MINUTES),
  })
  .superRefine(
    (given, context) => {
      const { purpose, note } = given as { purpose?: unknown; note?: unknown };
      if (purpose === 'other' && note === undefined)
        context.addIssue({ code: 'custom', path: ['note'], ...fault('must say for what', 'required') });
    },
    { when: ({ value }) => value !== null && typeof value === 'object' },
  );

/** Unix milliseconds. */
const time = z.number();
/** Names of fields that are not public, as `section.field`. */
const fields = z.array(z.string());
const why = { purpose: accessPurposeSchema, fields };

/** A lease as its viewer has it. */
export const heldLeaseSchema = z.strictObject({
  lease: z.string(),
  handle: handleSchema,
  ...why,
  openedAt: time,
  endsAt: time,
});
export type HeldLease = z.infer<typeof heldLeaseSchema>;

/** The viewer as the owner is told of them: the handle, or null where the owner may not see the viewer's profile. */
const viewer = handleSchema.nullable();
/** The viewer's own words; null where there are none, or none any more. */
const note = z.string().nullable();

/** A lease as the owner of the profile sees it. */
export const givenLeaseSchema = z.strictObject({
  lease: z.string(),
  viewer,
  ...why,
  note,
  openedAt: time,
  endsAt: time,
});
export type GivenLease = z.infer<typeof givenLeaseSchema>;

/** One access in the owner's log. */
export const loggedAccessSchema = z.strictObject({
  viewer,
  ...why,
  note,
  at: time,
  /** The time at which it ended at the latest. */
  endsAt: time,
});
export type LoggedAccess = z.infer<typeof loggedAccessSchema>;
