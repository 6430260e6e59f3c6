/** Public functions of endorsements: written by one person, accepted by another, seen by those whom the second lets see them. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members } from '../contract/principals.ts';
import { handleSchema, itemIdSchema } from '../contract/text.ts';
import { endorsementRequestsContract } from './endorsement-requests-contract.ts';
import {
  MAX_ACCEPTED,
  MAX_GIVEN,
  MAX_PROPOSED,
  SHOWN_VERSIONS,
  addresseeSchema,
  endorsedSkillSchema,
  endorsementsViewSchema,
  endorsersSchema,
  givenSchema,
  receivedSchema,
  versionSchema,
  writtenSchema,
} from './endorsements/document.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const own = {
  callers: members,
  reveals: 'Nothing about others.',
  rate: { rate: 120, periodMs: 60_000, capacity: 120 },
  audit: { subject: 'profile', changed: '`endorsements` and the step' },
} as const;

const one = { args: z.strictObject({ id: itemIdSchema }), result: z.strictObject({ id: itemIdSchema }) } as const;

/** How many versions the caller has seen: another one was written since if the last has a higher number. */
const version = z.number().int('must be a whole number').min(1, 'must be at least 1');

export const endorsementsContract = {
  requests: endorsementRequestsContract,
  get: query({
    summary:
      'The accepted endorsements of a person that the caller may see, and how often each skill was endorsed; null when there is no profile for this caller, whether hidden or unknown.',
    args: z.strictObject({ handle: handleSchema }),
    result: endorsementsViewSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals:
      "The public's view of the endorsements; to viewers whose session was opened for it, the platform's; to those whom its owner named, restricted content too; to its owner everything. Of each author what the public saw of them when they signed. Members read more of others by `privacy.access.open`; those whom the flag `privacy.leases` leaves out get it here.",
  }),
  received: query({
    summary: `The caller's endorsements with those that wait for an answer, newest first, and who may write without being asked. At most ${MAX_ACCEPTED} are accepted and ${MAX_PROPOSED} wait.`,
    args: z.strictObject({}),
    result: z.strictObject({ endorsers: endorsersSchema, endorsements: z.array(receivedSchema) }),
    callers: members,
    reveals: 'Of each author what the public saw of them when they signed.',
  }),
  given: query({
    summary: `Endorsements that the caller has written, newest first, at most ${MAX_GIVEN}.`,
    args: z.strictObject({}),
    result: z.array(givenSchema),
    callers: members,
    reveals:
      'The handles and public names of those whose profile the caller may see; whether they have accepted an endorsement of the caller, and hidden it. Not that they declined one.',
  }),
  options: query({
    summary:
      "The skills of a person that the caller may endorse, and whether the caller may write; null when there is no profile for this caller, and for a request that is over. `because` says by what right: the person asked, the two share a gig, a course or an organisation in the person's portfolio as members see it, or the person lets every member write.",
    args: z.strictObject({ to: addresseeSchema }),
    result: z
      .strictObject({
        handle: handleSchema,
        name: z.string().nullable(),
        because: z.enum(['asked', 'shared', 'open']).nullable(),
        skills: z.array(endorsedSkillSchema),
        /** The last version of the caller's, to be changed. */
        written: versionSchema.optional(),
        /** As whom the caller signs; null without a name that the public sees. */
        signature: z.string().nullable(),
      })
      .nullable(),
    callers: members,
    reveals:
      'The public name of the person, and their skills as members see them; to those who were asked, the skills that the request names.',
  }),
  write: mutation({
    ...own,
    summary:
      "Writes an endorsement of a person, or writes the caller's own anew. Nobody but its author and the person sees it until the person accepts it; one that was accepted stays as it was until then. It is signed with the caller's name as the public sees it. At most 3 versions a day for one person.",
    args: z.strictObject({ to: addresseeSchema, endorsement: writtenSchema }),
    result: z.strictObject({ id: itemIdSchema, version: z.number() }),
    errors: ['not_found', 'too_large', 'not_ready'],
    reveals: 'By `too_large`, that the person has as many proposals as may wait.',
    rate: { rate: 30, periodMs: DAY_MS, capacity: 30 },
  }),
  withdraw: mutation({
    ...own,
    ...one,
    summary: 'Takes back an endorsement that the caller has written. It is deleted, with its history.',
    errors: ['not_found'],
  }),
  accept: mutation({
    ...own,
    summary: 'Accepts the version of an endorsement that the caller has read. It is shown from now on.',
    args: z.strictObject({ id: itemIdSchema, version }),
    result: z.strictObject({ id: itemIdSchema }),
    errors: ['not_found', 'version_conflict', 'too_large'],
  }),
  decline: mutation({
    ...own,
    ...one,
    summary:
      'Declines what an author offers. The author is not told. Of an accepted endorsement the accepted version stays.',
    errors: ['not_found'],
  }),
  hide: mutation({
    ...own,
    ...one,
    summary: 'Hides an accepted endorsement from everybody but its author.',
    errors: ['not_found'],
  }),
  show: mutation({
    ...own,
    ...one,
    summary: 'Shows a hidden endorsement again.',
    errors: ['not_found'],
  }),
  remove: mutation({
    ...own,
    ...one,
    summary: 'Deletes an accepted endorsement, with its history.',
    errors: ['not_found'],
  }),
  open: mutation({
    ...own,
    summary:
      'Says who may endorse the caller without being asked: nobody, those who share a gig, a course or an organisation, or every member.',
    args: z.strictObject({ endorsers: endorsersSchema }),
    result: z.strictObject({ endorsers: endorsersSchema }),
    errors: ['not_found'],
    audit: { subject: 'profile', changed: '`endorsers`' },
  }),
  history: query({
    summary: `Versions of an endorsement that the caller has written or has accepted, newest first, at most ${SHOWN_VERSIONS}; to its owner those alone that they accepted or that wait; empty for every other.`,
    args: z.strictObject({ id: itemIdSchema }),
    result: z.array(versionSchema),
    callers: members,
    reveals: 'Of the author what the public saw of them when they signed.',
  }),
};
