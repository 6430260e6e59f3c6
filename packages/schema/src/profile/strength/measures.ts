/**
 * The measures of the rules of strength. Each measure is a number that true content can only raise: a blank text, a
 * text of invisible characters, an entry without a visible name and a value of another type count nothing. Sections are read
 * as they are stored, so an older profile lacks some of them.
 */
import type { SectionName } from '../sections.ts';
import { isVisible, seen, visibleLength } from './visible.ts';

/** The sections of a profile; an absent one is empty. */
export type Measured = { readonly [S in SectionName]?: unknown };
type Fields = Readonly<Record<string, unknown>>;
export type Measure = (sections: Measured) => number;

/** The field by which an entry of a list is named. */
const NAMES = {
  skills: 'name',
  education: 'institution',
  workExperience: 'organisation',
  volunteering: 'organisation',
  projects: 'name',
  certificates: 'name',
  awards: 'title',
  publications: 'name',
  languages: 'name',
  links: 'label',
} as const satisfies Partial<Record<SectionName, string>>;
type Named = keyof typeof NAMES;

/** Most characters of one text that are counted. The rules ask for fewer. */
const ENOUGH = 1000;

/**
 * 1 if one of the fields has a value: a visible text, a number, true or false, or an object or list with one. `location.city`
 * is a field in a field.
 */
export function given(section: SectionName, ...paths: string[]): Measure {
  return (sections) => Number(paths.some((path) => hasValue(fieldOf(sections[section], path))));
}

/** The visible characters of a text. */
export function lengthOf(section: SectionName, path: string): Measure {
  return (sections) => visibleLength(fieldOf(sections[section], path), ENOUGH);
}

/** The number of different visible texts in a list of texts. */
export function textsIn(section: SectionName, path: string): Measure {
  return (sections) => distinct(textsOf(fieldOf(sections[section], path)));
}

/** The number of entries with a visible name. */
export function entriesIn(...lists: Named[]): Measure {
  return (sections) => lists.reduce((sum, list) => sum + entriesOf(sections, list).length, 0);
}

/** The number of entries in which one of the fields has a value. */
export function entriesWith(lists: readonly Named[], ...fields: string[]): Measure {
  return (sections) =>
    lists.flatMap((list) => entriesOf(sections, list)).filter((entry) => fields.some((field) => hasValue(entry[field])))
      .length;
}

/** The number of skills with different names; with `field`, of those whose number there is above zero. */
export function skillsWith(field?: 'level' | 'years'): Measure {
  const counts = (entry: Fields) => field === undefined || Number(entry[field]) > 0;
  return (sections) =>
    distinct(
      entriesOf(sections, 'skills')
        .filter(counts)
        .map(({ name }) => name as string),
    );
}

/** The visible characters in the entry that tells the most, in its texts and lists of texts together. */
export function longestTold(lists: readonly Named[], ...fields: string[]): Measure {
  return (sections) =>
    Math.max(
      0,
      ...lists
        .flatMap((list) => entriesOf(sections, list))
        .map((entry) =>
          fields.flatMap((field) => textsOf(entry[field])).reduce((sum, text) => sum + visibleLength(text, ENOUGH), 0),
        ),
    );
}

/** True if the list has an entry with a visible name; for sections that are no lists, false. */
export function hasEntries(sections: Measured, section: SectionName): boolean {
  return section in NAMES && entriesOf(sections, section as Named).length > 0;
}

function entriesOf(sections: Measured, list: Named): Fields[] {
  const entries = sections[list];
  return Array.isArray(entries) ? entries.filter(isFields).filter((entry) => isVisible(entry[NAMES[list]])) : [];
}

function fieldOf(section: unknown, path: string): unknown {
  return path.split('.').reduce((value, name) => (isFields(value) ? value[name] : undefined), section);
}

function hasValue(value: unknown): boolean {
  if (value !== null && typeof value === 'object') return Object.values(value).some(hasValue);
  return typeof value === 'number' || typeof value === 'boolean' || isVisible(value);
}

function textsOf(value: unknown): string[] {
  const texts = Array.isArray(value) ? value : [value];
  return texts.filter((text): text is string => isVisible(text));
}

function distinct(texts: readonly string[]): number {
  return new Set(texts.map((text) => seen(text).trim().toLowerCase())).size;
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
