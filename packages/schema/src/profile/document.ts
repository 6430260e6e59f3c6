/**
 * The profile as a whole, in its three forms: everything (rows, snapshot, what its owner reads), a view (what an
 * audience may see of it), and the changes that a caller asks for. All are built from the sections.
 */
import * as z from 'zod';
import { type Role, roleSchema } from '../contract/principals.ts';
import { privacySettingsSchema } from '../privacy/settings.ts';
import { handleSchema } from '../contract/text.ts';
import { type ListSection, type ObjectSection, listSections, objectSections, sectionNames } from './sections.ts';

type ObjectShape = { [S in ObjectSection]: (typeof objectSections)[S] };
type ListShape = { [S in ListSection]: z.ZodArray<(typeof listSections)[S]['item']> };

function mapValues<T extends object, R>(given: T, make: (value: T[keyof T]) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, make(value)]));
}

/** A list section within its bound, ids unique. */
function boundedList(section: ListSection) {
  const { item, max } = listSections[section];
  return z.array(item as z.ZodType, 'must be a list').max(max, `must have at most ${max} entries`);
}

const listShape = Object.fromEntries(
  (Object.keys(listSections) as ListSection[]).map((section) => [section, boundedList(section)]),
) as unknown as ListShape;

/** All sections of a profile; lists may be empty, objects too, but a profile always has a name. */
export const sectionsSchema = z.strictObject({ ...(objectSections as ObjectShape), ...listShape });
export type Sections = z.infer<typeof sectionsSchema>;

/** Each section's version: rises by one with each change to it; `settings` counts privacy changes. */
export const versionsSchema = z.strictObject(
  Object.fromEntries([...sectionNames, 'settings'].map((name) => [name, z.number()])) as Record<
    ObjectSection | ListSection | 'settings',
    z.ZodNumber
  >,
);
export type Versions = z.infer<typeof versionsSchema>;

/** The whole document, as its owner reads it. */
export const ownProfileSchema = z.strictObject({
  handle: handleSchema,
  role: roleSchema,
  sections: sectionsSchema,
  settings: privacySettingsSchema,
  versions: versionsSchema,
});
export type OwnProfile = z.infer<typeof ownProfileSchema>;

/**
 * The part of a profile that an audience sees: every field is optional, since the matrix can hide each. Additive across
 * versions: readers ignore fields that they do not know. It carries no version, date or count that a hidden edit would
 * change.
 */
export type ProfileView = { handle: string; role: Role } & {
  [S in ObjectSection]?: Partial<Sections[S]> | undefined;
} & { [S in ListSection]?: Partial<Sections[S][number]>[] | undefined };

export const profileViewSchema = z.strictObject({
  handle: handleSchema,
  role: roleSchema,
  ...mapValues(objectSections, (section) => (section as z.ZodObject).partial().optional()),
  ...mapValues(listSections, ({ item, max }) =>
    z
      .array((item as z.ZodObject).partial())
      .max(max)
      .optional(),
  ),
}) as unknown as z.ZodType<ProfileView, ProfileView>;

/** Most a profile may weigh: UTF-8 bytes of the canonical JSON of its sections. A Convex document holds 1 MiB. */
export const MAX_PROFILE_BYTES = 256 * 1024;
