/**
 * Stored profiles of every version, read as of today. A version that is stored says its number, from 2 on; a changed
 * form is a new number, with the old one frozen under `versions/`.
 */
import * as z from 'zod';
import { emptySections } from './changes.ts';
import { type OwnProfile, type Versions, ownProfileSchema } from './document.ts';
import { listSectionNames, objectSectionNames, sectionNames } from './sections.ts';
import { profileV0Schema, sectionsOfVersion0, withReadableYears } from './versions/version-0.ts';
import { profileV1Schema } from './versions/version-1.ts';

/** The version in which profiles are stored today. */
export const SCHEMA_VERSION = 2;

/** The stored form of a whole profile. */
export const snapshotSchema = ownProfileSchema.extend({ schemaVersion: z.literal(SCHEMA_VERSION) });
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Version 0 knew no visibility: nobody sees such a profile until its owner opens it. */
const UNSEEN: OwnProfile['settings'] = { profile: 'owner' };

/** The part of a profile that version 0 does not have. */
export type Owner = Pick<OwnProfile, 'handle' | 'role'>;

export function snapshotOf(profile: OwnProfile): Snapshot {
  return { ...profile, schemaVersion: SCHEMA_VERSION };
}

/**
 * The profile that is `stored`, in whichever version. Texts stay as they are: they follow the rules of the day on which
 * they were written. Version 0 needs its `owner`. Throws a TypeError for anything else, a version from the future for
 * one; the message says no content.
 */
export function upcastProfile(stored: unknown, owner?: Owner): OwnProfile {
  if (isRecord(stored) && Object.hasOwn(stored, 'schemaVersion')) return current(stored);
  const older = profileV1Schema.safeParse(stored);
  if (older.success) return withAbsent(stored as Partial<OwnProfile>);
  const legacy = profileV0Schema.safeParse(withReadableYears(stored));
  if (!legacy.success) throw new TypeError('This is not a stored profile of a known version.');
  if (!owner) throw new TypeError('A profile of version 0 is read with the handle and the role of its owner.');
  return {
    ...owner,
    sections: sectionsOfVersion0(legacy.data, owner.handle),
    settings: UNSEEN,
    versions: versionsOfNew(),
  };
}

/** Versions with a number for each section: a section that was not there yet counts as it does in a new profile. */
export function wholeVersions(stored: Partial<Versions>): Versions {
  return { ...versionsOfNew(), ...stored };
}

export function versionsOfNew(): Versions {
  return Object.fromEntries([...sectionNames, 'settings'].map((name) => [name, 1])) as Versions;
}

function current(stored: Record<string, unknown>): OwnProfile {
  const { schemaVersion, ...profile } = stored;
  if (schemaVersion !== SCHEMA_VERSION || !isWhole(profile))
    throw new TypeError(`This is not a stored profile of version ${SCHEMA_VERSION} or an older one.`);
  return profile;
}

function isWhole(profile: Record<string, unknown>): profile is OwnProfile {
  const { handle, role, sections, settings, versions } = profile;
  return (
    typeof handle === 'string' &&
    typeof role === 'string' &&
    isRecord(settings) &&
    isRecord(versions) &&
    isRecord(sections) &&
    objectSectionNames.every((name) => isRecord(sections[name])) &&
    listSectionNames.every((name) => Array.isArray(sections[name]))
  );
}

function withAbsent({ sections, versions, ...rest }: Partial<OwnProfile>): OwnProfile {
  return {
    ...rest,
    sections: { ...emptySections(''), ...sections },
    versions: wholeVersions(versions ?? {}),
  } as OwnProfile;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
