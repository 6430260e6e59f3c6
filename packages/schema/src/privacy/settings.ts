/** The checks of an owner's privacy settings. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { type PrivacySettings, type SettingKey, isMatrixKey, rowOf, settingKeys } from './matrix.ts';
import { type Visibility, visibilities } from './visibility.ts';
import { visibilitySchema } from './visibility-schema.ts';

/** Most items with a setting of their own: a profile has at most 541 items, and removed ones may keep theirs. */
export const MAX_ITEM_SETTINGS = 600;

/** The name of one item of a list: `education/` and its id. */
export const itemKeySchema = z
  .string('must be text')
  .regex(/^[a-zA-Z]+\/[A-Za-z0-9_-]{1,40}$/, 'must be a section, / and the id of an item')
  .refine(
    (key) => {
      const section = key.split('/', 1)[0]!;
      return section !== 'profile' && isMatrixKey(section);
    },
    fault('must begin with a section that has items', 'unknown_field'),
  );

/** The settings of single items, by `itemKeyOf`. */
const itemSettingsSchema = z.record(itemKeySchema, visibilitySchema);

/** The owner's choices. A choice that is too wide is refused by name. */
export const privacySettingsSchema = z.strictObject({
  ...(Object.fromEntries(settingKeys.map((key) => [key, settingSchema(key).optional()])) as Record<
    SettingKey,
    z.ZodOptional<z.ZodEnum<{ [V in Visibility]: V }>>
  >),
  items: itemSettingsSchema.optional(),
}) satisfies z.ZodType<PrivacySettings>;

function settingSchema(key: SettingKey) {
  const { widest } = rowOf(key);
  return visibilitySchema.refine(
    (chosen) => visibilities.indexOf(chosen) >= visibilities.indexOf(widest),
    fault(`may be ${widest} at the widest`, 'not_an_option'),
  );
}
