/**
 * The privacy matrix: for each field or section its default visibility by the owner's role, how wide the owner may open
 * it, and why. A field without a row is shown to its owner alone. The rows come from the domains (../matrix.ts). Free of zod:
 * pages load it.
 */
import type { Role } from '../contract/roles.ts';
import { privacyMatrix } from '../matrix.ts';
import type { MatrixRow } from './row.ts';
import { type Visibility, narrowest } from './visibility.ts';

export type MatrixKey = keyof typeof privacyMatrix;
export const matrixKeys = Object.keys(privacyMatrix) as MatrixKey[];

/** The rows with a setting of their own. */
export type SettingKey = {
  [K in MatrixKey]: (typeof privacyMatrix)[K] extends { fixed: true } ? never : K;
}[MatrixKey];
export const settingKeys = matrixKeys.filter((key): key is SettingKey => !rowOf(key).fixed);

/**
 * The owner's choices. A row without a choice has its role's default. `items` narrows single items of lists further, by
 * `itemKeyOf`; it opens nothing.
 */
export type PrivacySettings = { [K in SettingKey]?: Visibility | undefined } & {
  items?: Record<string, Visibility> | undefined;
};

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
