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
import type { HasItem } from '../privacy/readModel.js';
import { changedSettings } from '../privacy/settings.js';
import type { StoredProfile } from './rows.js';
import { findRemoved } from './rowsRemoved.js';
import { type Replaced, replaceProfile } from './write.js';

/** Throws if `changes` name an item that the person does not have. `elsewhere` knows those of other domains. */
export async function changeSettings(
  ctx: MutationCtx,
  stored: StoredProfile,
  changes: SettingChanges,
  elsewhere: HasItem,
): Promise<Replaced> {
  const { settings } = stored.profile;
  const has = holder(ctx, stored, elsewhere);
  await checkItems(changes, has);
  const next = await withoutLost(ctx, stored, changedSettings(settings, changes), { changes, has });
  if (Object.keys(next.items ?? {}).length > MAX_ITEM_SETTINGS)
    throw refusal('too_large', `At most ${MAX_ITEM_SETTINGS} items may have a setting of their own.`);
  return replaceProfile(ctx, stored, { ...stored.profile, settings: next });
}

/** `changes` without items that the person does not have. */
export async function changesOfPresent(
  ctx: MutationCtx,
  stored: StoredProfile,
  { items = {}, ...changes }: SettingChanges,
  elsewhere: HasItem,
): Promise<SettingChanges> {
  const lost = await lostIn(items, holder(ctx, stored, elsewhere));
  const present = Object.entries(items).filter(([key]) => !lost.includes(key));
  return { ...changes, ...(present.length > 0 && { items: Object.fromEntries(present) }) };
}

/** Whether the person has the item with this name, `section/id`. */
type Has = (key: string) => Promise<boolean>;

function holder(ctx: MutationCtx, { profile, row }: StoredProfile, elsewhere: HasItem): Has {
  return async (key) => {
    const [section, id] = key.split('/') as [string, string];
    if (!isListSection(section)) return elsewhere(ctx, row, section, id);
    return profile.sections[section].some((item) => item.id === id);
  };
}

function isListSection(section: string): section is ListSection {
  return (listSectionNames as readonly string[]).includes(section);
}

async function checkItems({ items = {} }: SettingChanges, has: Has): Promise<void> {
  const unknown = await lostIn(items, has);
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

/** The names of items that are chosen for and not there. */
async function lostIn(items: NonNullable<SettingChanges['items']>, has: Has): Promise<string[]> {
  const lost: string[] = [];
  for (const [key, chosen] of Object.entries(items)) if (chosen !== null && !(await has(key))) lost.push(key);
  return lost;
}

/** Without settings of items that are gone for good. One that can be restored keeps its setting. */
async function withoutLost(
  ctx: MutationCtx,
  { profileId }: StoredProfile,
  settings: PrivacySettings,
  { changes, has }: { changes: SettingChanges; has: Has },
): Promise<PrivacySettings> {
  if (!changes.items || !settings.items) return settings;
  const { items, ...rest } = settings;
  const kept: [string, (typeof items)[string]][] = [];
  for (const [key, chosen] of Object.entries(items)) {
    const [section, id] = key.split('/') as [ListSection, string];
    if ((await has(key)) || (await findRemoved(ctx, profileId, section, id))) kept.push([key, chosen]);
  }
  if (kept.length === Object.keys(items).length) return settings;
  return kept.length > 0 ? { ...rest, items: Object.fromEntries(kept) } : rest;
}
