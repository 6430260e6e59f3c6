/** Places of a profile at which two twins may differ, and who may see them. */
import {
  type SettingKey,
  type Visibility,
  effectiveVisibility,
  listSections,
  maySee,
  rowOf,
  settingKeys,
  visibilities,
} from '@gigsy/schema';
import { maySeeField } from '../../schema/pairs.ts';
import { edits } from '../profile-edits.ts';
import type { Chance } from './chance.ts';
import type { Circle } from './paths.ts';

export type Place = keyof typeof edits;
export type Settings = Partial<Record<SettingKey, Visibility>>;

export const places = Object.keys(edits) as Place[];
/** The role of every owner. */
export const ROLE = 'student';

/** Places that contacts may see while they are restricted. Each can have a value beside the others. */
export const grantedPlaces = [
  'about',
  'contact.email',
  'skills',
  'education',
  'education.score',
  'workExperience',
  'awards',
  'links',
  'availability',
] as const satisfies readonly Place[];
/** The settings in the grant of each owner to contacts. */
export const grantedKeys: SettingKey[] = ['profile', ...grantedPlaces];

/** The answers of an owner to an ask of a stranger. Nobody but the two learns of it. */
export const dealings = ['never asked', 'left open', 'declined', 'accepted'] as const;
export type Dealing = (typeof dealings)[number];

/** Rows of the matrix of which no viewer sees anything: each owner has a contribution and a badge, proofs and endorsements. */
const HIDDEN_ROWS = [
  'contributions',
  'badges',
  'verification',
  'endorsements',
] as const satisfies readonly SettingKey[];

/** A choice for each row of the matrix. Half of the profiles are open as a whole, so that what is inside matters. */
export function drawnSettings(chance: Chance): Settings {
  const wished = Object.fromEntries(settingKeys.map((key) => [key, within(key, chance.of(visibilities))]));
  const hidden = Object.fromEntries(HIDDEN_ROWS.map((key) => [key, chance.of(['restricted', 'owner'] as const)]));
  return { ...wished, ...hidden, profile: chance.below(4) > 0 ? 'public' : chance.of(visibilities) };
}

function within(key: SettingKey, wished: Visibility): Visibility {
  return visibilities[Math.max(visibilities.indexOf(wished), visibilities.indexOf(rowOf(key).widest))]!;
}

/** Places that the circle may not see. */
export function placesHidden(circle: Circle, settings: Settings): Place[] {
  return places.filter((place) => !isSeen(circle, settings, place));
}

/** Places that the circle may see; of contacts those that are open to nobody but them. */
export function placesShown(circle: Circle, settings: Settings): Place[] {
  if (circle !== 'contacts') return places.filter((place) => isSeen(circle, settings, place));
  return grantedPlaces.filter((place) => isSeen(circle, settings, place) && !isSeen('platform', settings, place));
}

function isSeen(circle: Circle, settings: Settings, place: Place): boolean {
  if (circle !== 'contacts') return maySee(circle, effectiveVisibility(place, ROLE, settings));
  const [section, field = 'any'] = place.split('.');
  const contact = { audience: 'platform', grants: [{ keys: grantedKeys, relation: 'contact' }] } as const;
  return maySeeField({ role: ROLE, settings }, contact, { section: section!, field });
}

/** Whether an edit of the place replaces its list: the first such edit changes what viewers see of the list. */
export function replacesItem(place: Place): boolean {
  const [section, field] = place.split('.');
  return field !== undefined && section! in listSections;
}

/** The places in groups that one edit can change: at most one place of each section in a group, in their order. */
export function grouped(drawn: Iterable<Place>): Place[][] {
  const groups: Place[][] = [];
  const depths = new Map<string, number>();
  for (const place of new Set(drawn)) {
    const section = place.split('.')[0]!;
    const depth = depths.get(section) ?? 0;
    depths.set(section, depth + 1);
    (groups[depth] ??= []).push(place);
  }
  return groups;
}
