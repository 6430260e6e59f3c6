/** The owner's privacy settings: those that are chosen, those that are in force, and changes of them. */
import {
  type OwnProfile,
  type PrivacySettings,
  type SettingChanges,
  type SettingKey,
  canonicalJson,
  settingKeys,
  visibilityOf,
} from '@gigsy/schema';

export function effectiveSettings({ role, settings }: OwnProfile): Required<Pick<PrivacySettings, SettingKey>> {
  return Object.fromEntries(settingKeys.map((key) => [key, visibilityOf(key, role, settings)])) as Required<
    Pick<PrivacySettings, SettingKey>
  >;
}

/** `settings` after `changes`; null returns a setting to its default. Items that do not change stay the same object. */
export function changedSettings(settings: PrivacySettings, { items, ...changes }: SettingChanges): PrivacySettings {
  const { items: before, ...rest } = settings;
  const merged = chosenOf({ ...rest, ...changes });
  const after = items ? chosenOf({ ...before, ...items }) : before;
  const kept = canonicalJson(after ?? {}) === canonicalJson(before ?? {}) ? before : after;
  return { ...merged, ...(kept && Object.keys(kept).length > 0 && { items: kept }) } as PrivacySettings;
}

function chosenOf<V>(choices: Record<string, V | null | undefined>): Record<string, V> {
  return Object.fromEntries(
    Object.entries(choices).filter((choice): choice is [string, V] => choice[1] !== null && choice[1] !== undefined),
  );
}
