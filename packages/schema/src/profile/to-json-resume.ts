/** Sections of a profile to JSON Resume 1.0.0. `fromJsonResume` gives the same sections back, with the items' ids. */
import type { OwnProfile, ProfileView } from './document.ts';
import { EXTENSION, type Fields } from './resume/extension.ts';
import { lists, placedItem, placedObject } from './resume/places.ts';
import { type ListSection, listSectionNames, objectSectionNames } from './sections.ts';
import { SCHEMA_VERSION } from './upcast.ts';

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** A document with the standard's sections, and with everything else under `x-gigsy`. */
export type JsonResume = Readonly<Record<string, unknown>>;

/** A whole profile, or a view of one, in which sections may be missing. Versions and privacy settings stay behind. */
export function toJsonResume(profile: Pick<OwnProfile, 'handle' | 'role' | 'sections'> | ProfileView): JsonResume {
  const { handle, role } = profile;
  const sections: Readonly<Record<string, unknown>> = 'sections' in profile ? profile.sections : profile;
  const objects = objectSectionNames
    .filter((name) => sections[name] !== undefined)
    .map((name) => [name, placedObject(name, sections[name] as Fields)] as const);
  const { links, ...others } = Object.fromEntries(
    listSectionNames
      .filter((name) => (sections[name] as unknown[] | undefined)?.length)
      .map((name) => [name, listOf(name, sections[name] as Fields[])]),
  );
  const rest = objects.flatMap(([name, placed]) => (hasFields(placed.rest) ? [[name, placed.rest]] : []));
  return {
    $schema: SCHEMA,
    basics: {
      ...Object.assign({}, ...objects.map(([, { standard }]) => standard)),
      ...(links && { [lists.links.key]: links }),
    },
    ...Object.fromEntries(Object.entries(others).map(([name, items]) => [lists[name as ListSection].key, items])),
    [EXTENSION]: { version: SCHEMA_VERSION, handle, role, ...Object.fromEntries(rest) },
  };
}

function listOf(section: ListSection, items: readonly Fields[]): Fields[] {
  return items.map((item) => {
    const { standard, rest } = placedItem(section, item);
    return hasFields(rest) ? { ...standard, [EXTENSION]: rest } : standard;
  });
}

function hasFields(fields: Fields): boolean {
  return Object.keys(fields).length > 0;
}
