/**
 * The privacy matrix: for each field or section its default visibility by the owner's role, how wide the owner may open
 * it, and why. A field without a row is shown to its owner alone. The rows come from the domains (../matrix.ts).
 */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import type { Role } from '../contract/principals.ts';
import { privacyMatrix } from '../matrix.ts';
import type { MatrixRow } from './row.ts';
import { type Visibility, narrowest, visibilities, visibilitySchema } from './visibility.ts';

export type MatrixKey = keyof typeof privacyMatrix;
export const matrixKeys = Object.keys(privacyMatrix) as MatrixKey[];

/** The rows with a setting of their own. */
export type SettingKey = {
  [K in MatrixKey]: (typeof privacyMatrix)[K] extends { fixed: true } ? never : K;
}[MatrixKey];
export const settingKeys = matrixKeys.filter((key): key is SettingKey => !rowOf(key).fixed);

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

/**
 * The owner's choices. A row without a choice has its role's default. A choice that is too wide is refused by name.
 * `items` narrows single items of lists further; it opens nothing.
 */
export const privacySettingsSchema = z.strictObject({
  ...(Object.fromEntries(settingKeys.map((key) => [key, settingSchema(key).optional()])) as Record<
    SettingKey,
    z.ZodOptional<z.ZodEnum<{ [V in Visibility]: V }>>
  >),
  items: itemSettingsSchema.optional(),
});
export type PrivacySettings = z.infer<typeof privacySettingsSchema>;

export function rowOf(key: MatrixKey): MatrixRow {
  return privacyMatrix[key];
}

export function isMatrixKey(key: string): key is MatrixKey {
  return Object.hasOwn(privacyMatrix, key);
}

export function itemKeyOf(section: string, id: string): string {
  return `${section}/${id}`;
}

/**
 * The owner's choice for this row, else the default of the owner's role. An older choice that is wider than the row now
 * allows counts as the widest allowed. Content with an address that opens for everybody who knows it cannot be kept to named people.
 */
export function visibilityOf(key: MatrixKey, role: Role, settings: PrivacySettings): Visibility {
  const declared = rowOf(key);
  if (declared.fixed) return visibilityOf('profile', role, settings);
  const chosen = narrowest(settings[key as SettingKey] ?? declared.defaults[role], declared.widest);
  return declared.addressed && chosen === 'restricted' ? 'owner' : chosen;
}

function settingSchema(key: SettingKey) {
  const { widest } = rowOf(key);
  return visibilitySchema.refine(
    (chosen) => visibilities.indexOf(chosen) >= visibilities.indexOf(widest),
    fault(`may be ${widest} at the widest`, 'not_an_option'),
  );
}
