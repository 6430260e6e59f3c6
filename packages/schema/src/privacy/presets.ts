/** Presets: whole sets of settings to begin from. They follow from the matrix, so each domain's rows have them. */
import { selfChosenRoles } from '../contract/roles.ts';
import { type PrivacySettings, type SettingKey, rowOf, settingKeys, visibilityOf } from './matrix.ts';
import type { Governing } from './policy.ts';
import { type Visibility, narrowest, visibilities } from './visibility.ts';

/**
 * `open`: each setting as wide as the widest default of any role. `professional`: what is public by default for everybody
 * who signs up stays public, the rest is for members. `private`: everything is its owner's alone. Neither of the first two
 * opens what no role shows by default, such as contact details and grades.
 */
export const presets = ['open', 'professional', 'private'] as const;
export type Preset = (typeof presets)[number];

/** Every setting of a preset. Settings of single items stay as they are. */
export function presetSettings(preset: Preset): Record<SettingKey, Visibility> {
  return Object.fromEntries(settingKeys.map((key) => [key, settingOf(preset, key)])) as Record<SettingKey, Visibility>;
}

/** A setting that changes: what is in force before and after. */
export interface SettingDifference {
  key: SettingKey;
  from: Visibility;
  to: Visibility;
}

/**
 * The settings that change if the owner makes these choices, to be shown before it is done. Null returns a setting to the default of
 * the owner's role. A choice that changes nothing is left out.
 */
export function settingDifferences(
  { role, settings }: Governing,
  choices: { readonly [K in SettingKey]?: PrivacySettings[K] | null | undefined },
): SettingDifference[] {
  const after = { ...settings, ...nonNull(choices) };
  for (const key of settingKeys) if (choices[key] === null) delete after[key];
  return settingKeys
    .map((key) => ({ key, from: visibilityOf(key, role, settings), to: visibilityOf(key, role, after) }))
    .filter(({ from, to }) => from !== to);
}

function nonNull(choices: object): PrivacySettings {
  return Object.fromEntries(
    Object.entries(choices).filter(([, chosen]) => chosen !== null && chosen !== undefined),
  ) as PrivacySettings;
}

function settingOf(preset: Preset, key: SettingKey): Visibility {
  const { defaults } = rowOf(key);
  const widest = visibilities.find((visibility) => Object.values(defaults).includes(visibility)) ?? 'owner';
  switch (preset) {
    case 'open':
      return widest;
    case 'professional':
      return selfChosenRoles.every((role) => defaults[role] === 'public') ? 'public' : narrowest(widest, 'platform');
    case 'private':
      return 'owner';
  }
}
