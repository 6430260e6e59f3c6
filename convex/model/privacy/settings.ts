/** The owner's privacy settings: those that are chosen, those that are in force, and changes of them. */
import { type OwnProfile, type PrivacySettings, type SettingKey, settingKeys, visibilityOf } from '@gigsy/schema';

export function effectiveSettings({ role, settings }: OwnProfile): Required<PrivacySettings> {
  return Object.fromEntries(
    settingKeys.map((key) => [key, visibilityOf(key, role, settings)]),
  ) as Required<PrivacySettings>;
}

/** `settings` after `changes`; null returns a setting to its default. */
export function changedSettings(
  settings: PrivacySettings,
  changes: { [K in SettingKey]?: PrivacySettings[K] | null | undefined },
): PrivacySettings {
  const merged = Object.entries({ ...settings, ...changes }).filter(
    ([, chosen]) => chosen !== null && chosen !== undefined,
  );
  return Object.fromEntries(merged) as PrivacySettings;
}
