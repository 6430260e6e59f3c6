/** Public functions that fill a profile from elsewhere, under a consent that its owner has given. */
import * as z from 'zod';
import { fault } from '../../contract/field-code.ts';
import { query } from '../../contract/define.ts';
import { fieldErrorSchema } from '../../contract/errors.ts';
import { mutation } from '../../contract/mutation.ts';
import { members } from '../../contract/principals.ts';
import { handleSchema } from '../../contract/text.ts';
import { idSchema } from '../../operations/partners.ts';
import { consentSourceSchema } from '../../privacy/consents.ts';
import { expectedSchema } from '../changes.ts';
import { versionsSchema } from '../document.ts';
import { operationSchema, operationsSchema } from '../operations.ts';
import { fromVersions, sectionsOfOperations } from '../from-versions.ts';
import { type SectionName, sectionNames } from '../sections.ts';
import { gitHubLoginSchema } from './github.ts';
import { MAX_LINKEDIN_FILE, MAX_LINKEDIN_TEXT, linkedInFiles } from './linkedin-files.ts';
import { proposalKinds } from './plan.ts';

/**
 * Why GitHub's answer is not there. `unknown_user`: nobody has the name. `busy`: GitHub takes no more requests for now.
 * `unreadable`: an answer of another form, or too large. `unreachable`: no answer, or none in time.
 */
export const fetchFaults = ['unknown_user', 'busy', 'unreadable', 'unreachable'] as const;
export type FetchFault = (typeof fetchFaults)[number];

const fetchStateSchema = z.strictObject({
  state: z.enum(['none', 'fetching', 'ready', 'failed']),
  login: z.string().nullable(),
  fault: z.enum(fetchFaults).nullable(),
  /** When the request was made, in Unix milliseconds. */
  requestedAt: z.number().nullable(),
});
export type FetchState = z.infer<typeof fetchStateSchema>;

const filesSchema = z
  .strictObject(
    Object.fromEntries(
      linkedInFiles.map((name) => [
        name,
        z.string('must be text').max(MAX_LINKEDIN_FILE, `must have at most ${MAX_LINKEDIN_FILE} characters`).optional(),
      ]),
    ) as Record<(typeof linkedInFiles)[number], z.ZodOptional<z.ZodString>>,
  )
  .refine(
    (files) => Object.values(files).reduce((sum, text) => sum + (text?.length ?? 0), 0) <= MAX_LINKEDIN_TEXT,
    fault(`must have at most ${MAX_LINKEDIN_TEXT} characters together`, 'too_long'),
  );

const sectionSchema = z.enum(sectionNames as [SectionName, ...SectionName[]]);

export const importPlanSchema = z.strictObject({
  /** Changes from which the owner picks; each is an operation of `apply`. */
  proposals: z.array(z.strictObject({ kind: z.enum(proposalKinds), operation: operationSchema })),
  /** Fields that the source has otherwise and that stay as they are; `item` is null in a section that is one object. */
  kept: z.array(z.strictObject({ section: sectionSchema, item: z.string().nullable(), field: z.string() })),
  /** Items for which the list has no room. */
  left: z.number(),
  /** Content of the source that a profile cannot take as it is. */
  notes: z.array(fieldErrorSchema),
  /** The versions from which `apply` goes on. */
  versions: versionsSchema,
});

/** A part of the profile that came by an import. */
export const provenanceSchema = z.strictObject({
  section: sectionSchema,
  /** The item's id; null in a section that is one object. */
  item: z.string().nullable(),
  source: consentSourceSchema,
  consent: z.string(),
  /** Unix milliseconds. */
  importedAt: z.number(),
  /** True if the whole item came by the import. */
  added: z.boolean(),
  /** `edited`: the owner has changed the field since. */
  fields: z.array(z.strictObject({ field: z.string(), edited: z.boolean() })),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** Most parts of one profile that are remembered. Beyond it imports are refused. */
export const MAX_IMPORTED_PARTS = 1000;

const own = { callers: members, reveals: "Nothing about others; a part of the caller's own data." } as const;

export const importsContract = {
  fetch: mutation({
    callers: members,
    summary:
      'Asks GitHub for what is public of an account, under a consent of the caller. `status` says how far it is; the answer is kept for a day.',
    args: z.strictObject({ consent: idSchema, login: gitHubLoginSchema }),
    result: fetchStateSchema,
    errors: ['not_found', 'account_state'],
    reveals: 'What GitHub tells everybody about the account of this name.',
    rate: { rate: 10, periodMs: 60 * 60 * 1000, capacity: 10 },
    audit: { subject: 'profile', changed: '`import` and the source' },
  }),
  status: query({
    ...own,
    summary: "How far the caller's last request to GitHub is.",
    args: z.strictObject({}),
    result: fetchStateSchema,
  }),
  plan: query({
    ...own,
    summary:
      "The changes that an import would make to the caller's profile: from GitHub's kept answer, or from the files of a LinkedIn archive that the call brings. Nothing is stored. Null where the consent is not in force, or there is nothing to read.",
    args: z.strictObject({ consent: idSchema, files: filesSchema.optional() }),
    result: importPlanSchema.nullable(),
  }),
  apply: mutation({
    callers: members,
    reveals: 'Nothing about others.',
    summary:
      "Applies operations that the caller has picked from a plan, all or none, and remembers where they came from. Refuses to replace the owner's own words.",
    args: fromVersions(
      z.strictObject({ consent: idSchema, operations: operationsSchema, expected: expectedSchema }),
      sectionsOfOperations,
    ),
    result: z.strictObject({
      handle: handleSchema,
      versions: versionsSchema,
      ids: z.array(z.string().nullable()),
    }),
    errors: ['not_found', 'account_state', 'version_conflict', 'too_large'],
    rate: { rate: 60, periodMs: 60_000, capacity: 60 },
    audit: { subject: 'profile', changed: 'the sections that differ' },
  }),
  provenance: query({
    ...own,
    summary: `The parts of the caller's profile that came by an import, with source, time, and the fields that were edited since: ${MAX_IMPORTED_PARTS} at most.`,
    args: z.strictObject({}),
    result: z.array(provenanceSchema),
  }),
};
