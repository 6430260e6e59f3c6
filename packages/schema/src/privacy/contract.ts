/** Public functions of the privacy domain: the owner's settings, and those in files of their own. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { fault } from '../contract/field-code.ts';
import { members } from '../contract/principals.ts';
import { exportsContract } from './exports-contract.ts';
import { accessContract } from './access-contract.ts';
import { auditContract } from './audit-contract.ts';
import { privacySettingsSchema, settingKeys, type SettingKey } from './matrix.ts';
import { type Visibility, visibilitySchema } from './visibility.ts';

/** The visibility in force for each row of the matrix. */
const effectiveSchema = z.strictObject(
  Object.fromEntries(settingKeys.map((key) => [key, visibilitySchema])) as Record<
    SettingKey,
    z.ZodEnum<{ [V in Visibility]: V }>
  >,
);

/** Changes to the settings; null returns a row to its role's default. */
const settingChangesSchema = z
  .strictObject(
    Object.fromEntries(
      settingKeys.map((key) => [key, privacySettingsSchema.shape[key].unwrap().nullable().optional()]),
    ) as Record<SettingKey, z.ZodOptional<z.ZodNullable<z.ZodEnum<{ [V in Visibility]: V }>>>>,
  )
  .refine((changes) => Object.keys(changes).length > 0, fault('must name at least one setting', 'empty'));

export const privacyContract = {
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
  update: mutation({
    summary: "Changes the caller's own privacy settings; views for others follow in the same transaction.",
    args: z.strictObject({
      changes: settingChangesSchema,
      expected: z.int('must be a whole number').min(0),
    }),
    result: z.strictObject({ version: z.number() }),
    errors: ['not_found', 'version_conflict'],
    callers: members,
    reveals: 'Nothing about others.',
    rate: { rate: 60, periodMs: 60_000, capacity: 60 },
    audit: { subject: 'profile', changed: 'the settings that differ' },
  }),
  access: accessContract,
  audit: auditContract,
};
