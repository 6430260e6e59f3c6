/** Leases: how members read fields of another person that are not public, and how the owner sees and ends it. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { leasedViews } from '../leased.ts';
import { idSchema } from '../operations/partners.ts';
import { VIEWED_DAYS, dailyViewsSchema } from './daily-views.ts';
import {
  ACCESS_PAGE,
  MAX_LEASES,
  SHOWN_LEASES,
  accessPurposeSchema,
  givenLeaseSchema,
  heldLeaseSchema,
  loggedAccessSchema,
  openAccessSchema,
} from './access.ts';

const ended = {
  args: z.strictObject({ lease: idSchema }),
  result: z.strictObject({ lease: z.string() }),
  errors: ['not_found'],
  callers: members,
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
  audit: { subject: 'profile', changed: 'the fields that the lease opened' },
} as const;

export const accessContract = {
  open: mutation({
    summary:
      'Opens a lease on the fields of a profile that the caller may see and the public may not, restricted ones among them where the owner has named the caller, for a purpose. The owner sees who opened it, why, and which fields.',
    args: openAccessSchema,
    result: heldLeaseSchema,
    errors: ['not_found', 'too_large'],
    callers: members,
    reveals:
      'Names of the fields that the caller may see. A profile that is unknown, hidden, or public as a whole is `not_found`.',
    rate: { rate: 60, periodMs: 60 * 60 * 1000, capacity: 30 },
    audit: { subject: 'profile', changed: 'the fields that the lease opens; the row has the purpose too' },
  }),
  view: query({
    summary:
      "The profile of one of the caller's leases: its public fields and those that the lease opened and the caller may still see. Null once the lease has ended in any way.",
    args: z.strictObject({ lease: idSchema }),
    result: z.strictObject({ ...leasedViews, purpose: accessPurposeSchema, endsAt: z.number() }).nullable(),
    callers: members,
    reveals: 'The part of the profile that the caller may see, as far as the lease names it.',
  }),
  held: query({
    summary: `The caller's open leases, oldest first, at most ${MAX_LEASES}.`,
    args: z.strictObject({}),
    result: z.array(heldLeaseSchema),
    callers: members,
    reveals: "Nothing about others; the caller's own leases.",
  }),
  close: mutation({
    ...ended,
    summary: "Ends one of the caller's leases.",
    reveals: 'Nothing about others.',
  }),
  given: query({
    summary: `The open leases on the caller's own profile, newest first, at most ${SHOWN_LEASES}.`,
    args: z.strictObject({}),
    result: z.array(givenLeaseSchema),
    callers: members,
    reveals: "Who reads the caller's profile and why: the handle, where the caller may see the viewer's profile.",
  }),
  revoke: mutation({
    ...ended,
    summary: "Ends a lease on the caller's own profile. Its live view is gone at once.",
    reveals: 'Nothing about others.',
  }),
  views: query({
    summary: `An estimate of how often the caller's own profile was read over HTTP as the public sees it, by day, newest first: the last ${VIEWED_DAYS} days with views. One view in eight is counted, as eight, and of a day's many views one in 64, as 64. Nobody is named, the caller's own readings count too, and those over a socket do not.`,
    args: z.strictObject({}),
    result: z.strictObject({ days: z.array(dailyViewsSchema) }),
    callers: members,
    reveals: "Numbers about the caller's own profile.",
  }),
  log: query({
    summary: `The leases that others have opened on the caller's own profile, with their reasons, newest first, ${ACCESS_PAGE} at a time: give \`next\` as \`before\` for the next page.`,
    args: z.strictObject({
      before: z
        .string('must be text')
        .regex(/^\d{1,19}$/, 'must be what an earlier page gave')
        .optional(),
    }),
    result: z.strictObject({ accesses: z.array(loggedAccessSchema), next: z.string().nullable() }),
    callers: members,
    reveals: "Who read the caller's profile and why: the handle, where the caller may see the viewer's profile.",
  }),
};
