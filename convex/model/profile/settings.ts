/** Changes the privacy settings of a profile, those of its single items among them. */
import {
  type ListSection,
  MAX_ITEM_SETTINGS,
  type PrivacySettings,
  type SettingChanges,
  listSectionNames,
  refusedFields,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { changedSettings } from '../privacy/settings.js';
import type { StoredProfile } from './rows.js';
import { findRemoved } from './rowsRemoved.js';
import { type Replaced, replaceProfile } from './write.js';

/** Throws if `changes` name an item that the profile does not have. */
export async function changeSettings(
  ctx: MutationCtx,
  stored: StoredProfile,
  changes: SettingChanges,
): Promise<Replaced> {
  const { settings } = stored.profile;
  checkItems(stored, changes);
  const next = await withoutLost(ctx, stored, changedSettings(settings, changes), changes);
  if (Object.keys(next.items ?? {}).length > MAX_ITEM_SETTINGS)
    throw refusal('too_large', `At most ${MAX_ITEM_SETTINGS} items may have a setting of their own.`);
  return replaceProfile(ctx, stored, { ...stored.profile, settings: next });
}

/** `changes` without items that the profile does not have. */
export function changesOfPresent({ profile }: StoredProfile, { items, ...changes }: SettingChanges): SettingChanges {
  const present = Object.entries(items ?? {}).filter(([key, chosen]) => chosen === null || hasItem(profile, key));
  return { ...changes, ...(present.length > 0 && { items: Object.fromEntries(present) }) };
}

function checkItems({ profile }: StoredProfile, { items = {} }: SettingChanges): void {
  const unknown = Object.keys(items).filter((key) => items[key] !== null && !hasItem(profile, key));
  if (unknown.length === 0) return;
  throw new ConvexError(
    refusedFields(
      unknown.map((key) => ({
        path: `changes.items.${key}`,
        code: 'not_found',
        message: 'is not an item that you have',
      })),
    ),
  );
}

/** Without settings of items that are gone for good. One that can be restored keeps its setting. */
async function withoutLost(
  ctx: MutationCtx,
  { profileId, profile }: StoredProfile,
  settings: PrivacySettings,
  changes: SettingChanges,
): Promise<PrivacySettings> {
  if (!changes.items || !settings.items) return settings;
  const { items, ...rest } = settings;
  const kept: [string, (typeof items)[string]][] = [];
  for (const [key, chosen] of Object.entries(items)) {
    const [section, id] = key.split('/') as [ListSection, string];
    if (hasItem(profile, key) || (await findRemoved(ctx, profileId, section, id))) kept.push([key, chosen]);
  }
  if (kept.length === Object.keys(items).length) return settings;
  return kept.length > 0 ? { ...rest, items: Object.fromEntries(kept) } : rest;
}

function hasItem({ sections }: StoredProfile['profile'], key: string): boolean {
  const [section, id] = key.split('/') as [ListSection, string];
  return listSectionNames.includes(section) && sections[section].some((item) => item.id === id);
}
