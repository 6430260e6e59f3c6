/** Public functions of the privacy domain: the owner's settings, and those in files of their own. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { consentsContract } from './consents-contract.ts';
import { exportsContract } from './exports-contract.ts';
import { itemIdSchema } from '../contract/text.ts';
import { settingChangesSchema } from './changes.ts';
import { disclosuresContract } from './disclosures.ts';
import { explanationSchema } from './explain.ts';
import { grantsContract } from './grants.ts';
import { holdsContract } from './holds.ts';
import { accessContract } from './access-contract.ts';
import { auditContract } from './audit-contract.ts';
import { settingKeys, type SettingKey } from './matrix.ts';
import { retentionContract } from './purges.ts';
import { scheduleContract } from './schedule.ts';
import { shownAsSchema } from './shown-as.ts';
import { privacySettingsSchema } from './settings.ts';
import { relationsContract } from './relations-contract.ts';
import type { Visibility } from './visibility.ts';
import { visibilitySchema } from './visibility-schema.ts';

/** The visibility in force for each row of the matrix. */
const effectiveSchema = z.strictObject(
  Object.fromEntries(settingKeys.map((key) => [key, visibilitySchema])) as Record<
    SettingKey,
    z.ZodEnum<{ [V in Visibility]: V }>
  >,
);

/** A section, or a section and one of its fields. */
const fieldSchema = z
  .string('must be text')
  .max(100, 'must have at most 100 characters')
  .regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/, 'must be a section, or a section, a dot and a field');

export const privacyContract = {
  consents: consentsContract,
  exports: exportsContract,
  get: query({
    summary: "The caller's own privacy settings: what they chose, what is in force, and the version to update from.",
    args: z.strictObject({}),
    result: z
      .strictObject({
        chosen: privacySettingsSchema,
        effective: effectiveSchema,
        version: z.number(),
      })
      .nullable(),
    callers: members,
    reveals: "Nothing about others; the caller's own settings.",
  }),
  explain: query({
    summary:
      "Why a viewer sees a field of the caller's own profile, or does not; null before there is a profile, and for a grant that is not there.",
    args: z.strictObject({
      viewer: shownAsSchema,
      field: fieldSchema,
      /** The id of one item of the list. */
      item: itemIdSchema.optional(),
    }),
    result: explanationSchema.nullable(),
    callers: members,
    reveals: "Nothing about others; the caller's own settings.",
  }),
  grants: grantsContract,
  relations: relationsContract,
  schedule: scheduleContract,
  update: mutation({
    summary: "Changes the caller's own privacy settings; views for others follow in the same transaction.",
    args: z.strictObject({
      changes: settingChangesSchema,
      expected: z.int('must be a whole number').min(0),
    }),
    result: z.strictObject({ version: z.number() }),
    errors: ['not_found', 'version_conflict', 'too_large'],
    callers: members,
    reveals: 'Nothing about others.',
    rate: { rate: 60, periodMs: 60_000, capacity: 60 },
    audit: { subject: 'profile', changed: 'the settings that differ' },
  }),
  access: accessContract,
  disclosures: disclosuresContract,
  audit: auditContract,
  holds: holdsContract,
  retention: retentionContract,
};
