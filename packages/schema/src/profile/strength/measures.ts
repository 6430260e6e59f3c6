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

/** A number that each of some sections gives on its own, so that a change of one section needs no other to be read. */
export interface Measure {
  readonly sections: readonly SectionName[];
  /** Whether the numbers of the sections add up, or the greatest counts. */
  readonly joined: 'sum' | 'most';
  /** The number of one section. */
  readonly of: (content: unknown, section: SectionName) => number;
}

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

function one(section: SectionName, of: (content: unknown) => number): Measure {
  return { sections: [section], joined: 'most', of };
}

/**
 * 1 if one of the fields has a value: a visible text, a number, true or false, or an object or list with one. `location.city`
 * is a field in a field.
 */
export function given(section: SectionName, ...paths: string[]): Measure {
  return one(section, (content) => Number(paths.some((path) => hasValue(fieldOf(content, path)))));
}

/** The visible characters of a text. */
export function lengthOf(section: SectionName, path: string): Measure {
  return one(section, (content) => visibleLength(fieldOf(content, path), ENOUGH));
}

/** The number of different visible texts in a list of texts. */
export function textsIn(section: SectionName, path: string): Measure {
  return one(section, (content) => distinct(textsOf(fieldOf(content, path))));
}

/** The number of entries with a visible name. */
export function entriesIn(...lists: Named[]): Measure {
  return { sections: lists, joined: 'sum', of: (content, list) => entriesOf(content, list).length };
}

/** The number of entries in which one of the fields has a value. */
export function entriesWith(lists: readonly Named[], ...fields: string[]): Measure {
  const counts = (entry: Fields) => fields.some((field) => hasValue(entry[field]));
  return { sections: lists, joined: 'sum', of: (content, list) => entriesOf(content, list).filter(counts).length };
}

/** The number of skills with different names; with `field`, of those whose number there is above zero. */
export function skillsWith(field?: 'level' | 'years'): Measure {
  const counts = (entry: Fields) => field === undefined || Number(entry[field]) > 0;
  return one('skills', (content) =>
    distinct(
      entriesOf(content, 'skills')
        .filter(counts)
        .map(({ name }) => name as string),
    ),
  );
}

/** The visible characters in the entry that tells the most, in its texts and lists of texts together. */
export function longestTold(lists: readonly Named[], ...fields: string[]): Measure {
  const told = (entry: Fields) =>
    fields.flatMap((field) => textsOf(entry[field])).reduce((sum, text) => sum + visibleLength(text, ENOUGH), 0);
  return {
    sections: lists,
    joined: 'most',
    of: (content, list) => Math.max(0, ...entriesOf(content, list).map(told)),
  };
}

/** True if a list has an entry with a visible name; for sections that are no lists, false. */
export function hasEntries(content: unknown, section: SectionName): boolean {
  return entriesOf(content, section).length > 0;
}

function entriesOf(content: unknown, section: SectionName): Fields[] {
  if (!Array.isArray(content) || !(section in NAMES)) return [];
  const name = NAMES[section as Named];
  return content.filter(isFields).filter((entry) => isVisible(entry[name]));
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
