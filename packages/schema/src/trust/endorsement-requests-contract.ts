/** Public functions of requests for endorsements. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { idSchema } from '../operations/partners.ts';
import { endorsedSkillSchema } from './endorsements/document.ts';
import {
  LINK_USES,
  MAX_REQUESTS,
  SHOWN_REQUESTS,
  incomingRequestSchema,
  requestFieldsSchema,
  sentRequestSchema,
} from './endorsements/requests.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const changing = {
  callers: members,
  reveals: 'Nothing about others.',
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
  audit: { subject: 'profile', changed: '`endorsementRequests`' },
} as const;

const token = z.string('must be text').regex(/^[\w-]{32,64}$/, 'must be the token of a link');

export const endorsementRequestsContract = {
  ask: mutation({
    ...changing,
    summary:
      'Asks the person under a handle for an endorsement. The answer is the same for a handle that is unknown or hidden, and for somebody who declines. A request that is open already stays as it is. It is over after 30 days.',
    args: requestFieldsSchema.extend({ handle: handleSchema }),
    result: z.strictObject({ request: z.string() }),
    errors: ['not_found', 'too_large'],
    reveals:
      "Nothing about others. To the one who is asked: the caller's handle, the note and the names of the skills.",
    rate: { rate: 20, periodMs: DAY_MS, capacity: 20 },
  }),
  link: mutation({
    ...changing,
    summary: `Makes a link by which people can be asked who have no account yet: those who have its token may write, ${LINK_USES} people at most, for 30 days.`,
    args: requestFieldsSchema,
    result: z.strictObject({ request: z.string(), token: z.string().nullable() }),
    errors: ['not_found', 'too_large'],
    rate: { rate: 20, periodMs: DAY_MS, capacity: 20 },
    shownOnce: ['token'],
  }),
  cancel: mutation({
    ...changing,
    summary: "Takes back one of the caller's requests. A link leads nowhere from now on.",
    args: z.strictObject({ request: idSchema }),
    result: z.strictObject({ request: z.string() }),
    errors: ['not_found'],
  }),
  decline: mutation({
    ...changing,
    summary: "Declines somebody's request. The person is not told.",
    args: z.strictObject({ request: idSchema }),
    result: z.strictObject({ request: z.string() }),
    errors: ['not_found'],
  }),
  sent: query({
    summary: `The caller's open requests, newest first, at most ${MAX_REQUESTS}.`,
    args: z.strictObject({}),
    result: z.array(sentRequestSchema),
    callers: members,
    reveals: 'Nothing about others, not even that a handle exists.',
  }),
  incoming: query({
    summary: `Requests to the caller that are open, newest first, at most ${SHOWN_REQUESTS}.`,
    args: z.strictObject({}),
    result: z.array(incomingRequestSchema),
    callers: members,
    reveals:
      'The handles of those who asked, with their public names and headlines, their notes and the names of the skills that they asked about.',
  }),
  opened: query({
    summary: 'The request behind a link; null for a token that is unknown, over or used up.',
    args: z.strictObject({ token }),
    result: z
      .strictObject({
        handle: handleSchema,
        name: z.string().nullable(),
        headline: z.string().nullable(),
        note: z.string().optional(),
        skills: z.array(endorsedSkillSchema),
      })
      .nullable(),
    callers: everyone,
    reveals:
      'To those who have the token: the handle of the one who made it, with their public name and headline, the note and the names of the skills that they asked about.',
  }),
};
