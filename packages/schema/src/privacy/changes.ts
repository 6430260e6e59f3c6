/** Changes of settings, as the owner makes them at once or has them made later. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { settingKeys, type SettingKey } from './matrix.ts';
import { itemKeySchema, privacySettingsSchema } from './settings.ts';
import type { Visibility } from './visibility.ts';
import { visibilitySchema } from './visibility-schema.ts';

/** Most items whose settings one call changes. */
const MAX_ITEMS = 100;

/** Changes to the settings; null returns a row to its role's default, and takes an item's own setting away. */
export const settingChangesSchema = z
  .strictObject({
    ...(Object.fromEntries(
      settingKeys.map((key) => [key, privacySettingsSchema.shape[key].unwrap().nullable().optional()]),
    ) as Record<SettingKey, z.ZodOptional<z.ZodNullable<z.ZodEnum<{ [V in Visibility]: V }>>>>),
    items: z
      .record(itemKeySchema, visibilitySchema.nullable())
      .refine((items) => Object.keys(items).length > 0, fault('must name at least one item', 'empty'))
      .refine(
        (items) => Object.keys(items).length <= MAX_ITEMS,
        fault(`must name at most ${MAX_ITEMS} items`, 'too_many'),
      )
      .optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, fault('must name at least one setting', 'empty'));
export type SettingChanges = z.infer<typeof settingChangesSchema>;
