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

/** The owner's choices. A row without a choice has its role's default. A choice that is too wide is refused by name. */
export const privacySettingsSchema = z.strictObject(
  Object.fromEntries(settingKeys.map((key) => [key, settingSchema(key).optional()])) as Record<
    SettingKey,
    z.ZodOptional<z.ZodEnum<{ [V in Visibility]: V }>>
  >,
);
export type PrivacySettings = z.infer<typeof privacySettingsSchema>;

export function rowOf(key: MatrixKey): MatrixRow {
  return privacyMatrix[key];
}

export function isMatrixKey(key: string): key is MatrixKey {
  return Object.hasOwn(privacyMatrix, key);
}

/**
 * The owner's choice for this row, else the default of the owner's role. An older choice that is wider than the row now
 * allows counts as the widest allowed.
 */
export function visibilityOf(key: MatrixKey, role: Role, settings: PrivacySettings): Visibility {
  const declared = rowOf(key);
  if (declared.fixed) return visibilityOf('profile', role, settings);
  return narrowest(settings[key as SettingKey] ?? declared.defaults[role], declared.widest);
}

function settingSchema(key: SettingKey) {
  const { widest } = rowOf(key);
  return visibilitySchema.refine(
    (chosen) => visibilities.indexOf(chosen) >= visibilities.indexOf(widest),
    fault(`may be ${widest} at the widest`, 'not_an_option'),
  );
}
