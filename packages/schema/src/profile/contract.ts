/** Public functions of the profile domain. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members, selfChosenRoleSchema } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { shownAsSchema } from '../privacy/shown-as.ts';
import { baselinesSchema } from './baselines.ts';
import { accountsContract } from './accounts-contract.ts';
import { changesSchema, expectedSchema, newSectionsSchema } from './changes.ts';
import { ownProfileSchema, profileViewSchema, versionsSchema } from './document.ts';
import { driftContract } from './drift.ts';
import { fromVersions, isRecord, sectionsOfOperations } from './from-versions.ts';
import { importsContract } from './imports/contract.ts';
import { operationsSchema } from './operations.ts';
import { ownSectionSchema, removedItemSchema } from './parts.ts';
import { ownPhotoSchema } from './photo.ts';
import { photosContract } from './photos-contract.ts';
import { sectionNames } from './sections.ts';
import { strengthSchema } from './strength/document.ts';

const written = z.strictObject({ handle: handleSchema, versions: versionsSchema });

const updateArgs = fromVersions(
  z.strictObject({ changes: changesSchema, expected: expectedSchema }),
  ({ changes }) => new Set(isRecord(changes) ? sectionNames.filter((name) => changes[name] !== undefined) : []),
);

const editArgs = fromVersions(
  z.strictObject({ operations: operationsSchema, expected: expectedSchema }),
  sectionsOfOperations,
);

/** The sections that a reader shows; by default all that it may see. */
const shownSectionsSchema = z
  .array(z.enum(sectionNames, `must be one of ${sectionNames.join(', ')}`), 'must be a list of sections')
  .min(1, 'must name a section')
  .max(sectionNames.length, 'must name each section once')
  .refine((named) => new Set(named).size === named.length, fault('must name each section once', 'not_unique'));

/** The terms on which people edit their own profiles. */
const edits = {
  errors: ['not_found', 'version_conflict', 'too_large'],
  callers: members,
  reveals: 'Nothing about others.',
  rate: { rate: 120, periodMs: 60_000, capacity: 120 },
  audit: { subject: 'profile', changed: 'the sections that differ' },
} as const;

export const profileContract = {
  get: query({
    summary:
      'A profile as the caller may see it, whole or the sections that it names; null when there is none for this caller, whether hidden or unknown.',
    args: z.strictObject({ handle: handleSchema, sections: shownSectionsSchema.optional() }),
    result: profileViewSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals:
      "The profile's public view; to viewers whose session was opened for it, its platform view; to organisations that its owner named, restricted content too; to its owner, signed in to Gigsy, everything shown to others or not. Members read more of others by `privacy.access.open`; those whom the flag `privacy.leases` leaves out get it here.",
  }),
  preview: query({
    summary:
      "The caller's own profile as another viewer sees it; null where that viewer sees nothing, before there is a profile, and for a grant that is not there.",
    args: z.strictObject({ viewer: shownAsSchema }),
    result: profileViewSchema.nullable(),
    callers: members,
    reveals: "Nothing about others; a part of the caller's own profile.",
  }),
  mine: query({
    summary:
      "The caller's own profile, whole, with section versions to update from, and how far its picture is; null before it is created.",
    args: z.strictObject({}),
    result: ownProfileSchema.extend({ photo: ownPhotoSchema.optional() }).nullable(),
    callers: ['newcomer', ...members],
    reveals: "Nothing about others; the caller's own profile.",
  }),
  create: mutation({
    summary: "Creates the caller's profile under a free handle.",
    args: z.strictObject({
      handle: handleSchema,
      role: selfChosenRoleSchema,
      sections: newSectionsSchema,
    }),
    result: written,
    errors: ['profile_exists', 'handle_unavailable', 'too_large'],
    callers: ['newcomer', ...members],
    reveals:
      'That a handle cannot be had (taken, reserved, retired and confusable with such a one look the same): a documented declassifier.',
    rate: { rate: 10, periodMs: 60_000, capacity: 10 },
    audit: { subject: 'profile', changed: 'all sections' },
  }),
  update: mutation({
    summary: "Changes sections of the caller's own profile, all or none, from the versions the caller read.",
    args: updateArgs,
    result: written,
    ...edits,
  }),
  drift: driftContract,
  strength: query({
    summary:
      "How strong the caller's own profile is, by topic, and the next steps that raise the score; null before it is created.",
    args: z.strictObject({}),
    result: strengthSchema.nullable(),
    callers: ['newcomer', ...members],
    reveals: "Nothing about others; the caller's own score. Nobody else sees it.",
  }),
  baselines: query({
    summary:
      'How complete profiles are, how long people take to complete theirs, and how often each section is edited: counts, for operators.',
    args: z.strictObject({}),
    result: baselinesSchema,
    callers: ['moderator', 'admin'],
    reveals: 'Counts over all profiles, hidden ones too, and no names: a documented declassifier.',
  }),
  accounts: accountsContract,
  photos: photosContract,
  imports: importsContract,
  edit: mutation({
    summary:
      "Changes single fields and items of the caller's own profile in the order given, all or none, from the versions the caller read. `ids` has the item's id for each operation, null for one on an object section.",
    args: editArgs,
    result: written.extend({ ids: z.array(z.string().nullable()) }),
    ...edits,
  }),
  section: query({
    summary:
      "One section of the caller's own profile, with the version to change it from; null before the profile is created.",
    args: z.strictObject({ section: z.enum(sectionNames, `must be one of ${sectionNames.join(', ')}`) }),
    result: ownSectionSchema.nullable(),
    callers: members,
    reveals: "Nothing about others; a part of the caller's own profile.",
  }),
  removed: query({
    summary:
      'Items that the caller removed and can restore: the latest 100 of the last 30 days, the last removed first.',
    args: z.strictObject({}),
    result: z.array(removedItemSchema),
    callers: members,
    reveals: "Nothing about others; items of the caller's own profile.",
  }),
  changeHandle: mutation({
    summary:
      'Gives the profile another handle, at most once in 30 days. The old one leads to it for 90 days for those who may see the profile, and nobody else can ever have it.',
    args: z.strictObject({ handle: handleSchema }),
    result: written,
    errors: ['not_found', 'handle_unavailable', 'handle_cooling_down'],
    callers: members,
    reveals:
      'That a handle cannot be had (taken, reserved, retired and confusable with such a one look the same): a documented declassifier.',
    rate: { rate: 10, periodMs: 60_000, capacity: 10 },
    audit: { subject: 'profile', changed: '`handle`' },
  }),
};
