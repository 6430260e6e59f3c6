/** Public functions of the profile domain. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members, selfChosenRoleSchema } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { changesSchema, expectedSchema, newSectionsSchema } from './changes.ts';
import { ownProfileSchema, profileViewSchema, versionsSchema } from './document.ts';
import { driftContract } from './drift.ts';
import { ownPhotoSchema } from './photo.ts';
import { sectionNames } from './sections.ts';

const written = z.strictObject({ handle: handleSchema, versions: versionsSchema });

/** A change names the version of each section it was made from. Checked even when other fields are faulty too. */
const updateArgs = z
  .strictObject({
    changes: changesSchema,
    expected: expectedSchema,
  })
  .superRefine(
    (given, context) => {
      const { changes, expected } = given as Record<string, unknown>;
      if (!isRecord(changes) || !isRecord(expected)) return;
      for (const section of sectionNames) {
        if (changes[section] !== undefined && expected[section] === undefined) {
          context.addIssue({
            code: 'custom',
            path: ['expected', section],
            message: 'must give the version that was read',
          });
        }
      }
    },
    { when: ({ value }) => isRecord(value) },
  );

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

/** The sections that a reader shows; by default all that it may see. */
const shownSectionsSchema = z
  .array(z.enum(sectionNames, `must be one of ${sectionNames.join(', ')}`), 'must be a list of sections')
  .min(1, 'must name a section')
  .max(sectionNames.length, 'must name each section once')
  .refine((named) => new Set(named).size === named.length, 'must name each section once');

export const profileContract = {
  get: query({
    summary:
      'A profile as the caller may see it, whole or the sections that it names; null when there is none for this caller, whether hidden or unknown.',
    args: z.strictObject({ handle: handleSchema, sections: shownSectionsSchema.optional() }),
    result: profileViewSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals:
      "The profile's public view; to signed-in members, and to viewers whose session was opened for it, its platform view; to its owner, signed in to Gigsy, everything shown to others or not.",
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
    reveals: 'That a handle cannot be had (taken, reserved and retired look the same): a documented declassifier.',
    rate: { rate: 10, periodMs: 60_000, capacity: 10 },
    audit: { subject: 'profile', changed: 'all sections' },
  }),
  update: mutation({
    summary: "Changes sections of the caller's own profile, all or none, from the versions the caller read.",
    args: updateArgs,
    result: written,
    errors: ['not_found', 'version_conflict', 'too_large'],
    callers: members,
    reveals: 'Nothing about others.',
    rate: { rate: 120, periodMs: 60_000, capacity: 120 },
    audit: { subject: 'profile', changed: 'the sections that differ' },
  }),
  drift: driftContract,
};
