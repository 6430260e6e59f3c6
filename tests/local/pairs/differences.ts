/** Places of a profile at which two twins may differ, and who may see them. */
import {
  type SettingKey,
  type SharedAudience,
  type Visibility,
  effectiveVisibility,
  listSections,
  maySee,
  rowOf,
  settingKeys,
  visibilities,
} from '@gigsy/schema';
import { edits } from '../profile-edits.ts';
import type { Chance } from './chance.ts';

export type Place = keyof typeof edits;
export type Settings = Partial<Record<SettingKey, Visibility>>;

export const places = Object.keys(edits) as Place[];
/** The role of every owner. */
export const ROLE = 'student';

/** A choice for each row of the matrix. Half of the profiles are open as a whole, so that what is inside matters. */
export function drawnSettings(chance: Chance): Settings {
  const wished = Object.fromEntries(settingKeys.map((key) => [key, within(key, chance.of(visibilities))]));
  return { ...wished, profile: chance.below(4) > 0 ? 'public' : chance.of(visibilities) };
}

function within(key: SettingKey, wished: Visibility): Visibility {
  return visibilities[Math.max(visibilities.indexOf(wished), visibilities.indexOf(rowOf(key).widest))]!;
}

/** Places that the audience may see, or those that it may not. */
export function placesSeen(audience: SharedAudience, settings: Settings, seen: boolean): Place[] {
  return places.filter((place) => maySee(audience, effectiveVisibility(place, ROLE, settings)) === seen);
}

/** Whether an edit of the place replaces its list: the first such edit changes what viewers see of the list. */
export function replacesItem(place: Place): boolean {
  const [section, field] = place.split('.');
  return field !== undefined && section! in listSections;
}
