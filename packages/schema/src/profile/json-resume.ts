/**
 * JSON Resume (jsonresume.org/schema), from its first version on, to sections of a profile. Faults refuse the document
 * and are listed; odd but readable values are taken; fields without a place here are named in the notes, so that
 * nothing goes missing silently.
 */
import { type Changes, type NewSections, changesSchema } from './changes.ts';
import { type FieldError, fieldErrors } from '../contract/errors.ts';
import { plainMessage } from '../contract/wording.ts';
import { type Keys, ResumeReader } from './resume-reader.ts';
import { readAbout, readContact, readIdentity } from './resume/basics.ts';
import { EXTENSION } from './resume/extension.ts';
import { type Skill, readSkill, scaleLevels } from './resume/items.ts';
import { completeItem, completeObject, lists } from './resume/places.ts';
import { type ListSection, listSectionNames, listSections } from './sections.ts';

export type ResumeImport =
  { ok: true; sections: NewSections; notes: FieldError[] } | { ok: false; problems: FieldError[] };

export type ResumeChanges =
  | {
      ok: true;
      /** Without `identity.displayName` where the document has no name. */
      sections: Changes;
      notes: FieldError[];
      /**
       * Fields such as `contact.email` that the document has in an unreadable form: the profile keeps its value there.
       */
      unusable: string[];
    }
  | { ok: false; problems: FieldError[] };

const KNOWN = [
  'basics',
  'work',
  'volunteer',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
  'projects',
];

const NO_NAME: FieldError = { path: 'basics.name', message: 'is missing' };

/** Sections for a new profile from a parsed JSON Resume document, with notes on omissions and changes. */
export function fromJsonResume(document: unknown): ResumeImport {
  const read = changesFromJsonResume(document);
  if (!read.ok) return read;
  const { sections, notes } = read;
  if (sections.identity?.displayName === undefined) return { ok: false, problems: [NO_NAME] };
  return { ok: true, sections: sections as NewSections, notes };
}

/** The same for a profile that exists, which has a name already: only a document with other faults is told that it has none. */
export function changesFromJsonResume(document: unknown): ResumeChanges {
  if (document === null || typeof document !== 'object' || Array.isArray(document)) {
    return { ok: false, problems: [{ path: '', message: 'must be a JSON object with the sections of a JSON Resume' }] };
  }
  if (!KNOWN.some((key) => Object.hasOwn(document, key))) {
    return { ok: false, problems: [{ path: '', message: `is not a JSON Resume: it has none of ${KNOWN.join(', ')}` }] };
  }
  const root = new ResumeReader(document as Record<string, unknown>);
  const { sections, unusable } = readSections(root);
  root.noteUnread(['$schema', 'meta']);
  const parsed = changesSchema.safeParse(sections, { error: plainMessage });
  const problems = [...root.problems, ...(parsed.success ? [] : fieldErrors(parsed.error))];
  if (parsed.success && problems.length === 0) return { ok: true, sections: parsed.data, notes: root.notes, unusable };
  const unnamed = sections.identity.displayName === undefined && !problems.some(({ path }) => path === NO_NAME.path);
  return { ok: false, problems: unnamed ? [...problems, NO_NAME] : problems };
}

/** Sections that the standard has no place for. */
const ONLY_IN_EXTENSION = ['availability', 'organisation', 'mentoring'] as const;

function readSections(root: ResumeReader) {
  const [basics, extension] = [root.object('basics'), root.object(EXTENSION)];
  // About the document, and not of the profile that it becomes.
  for (const fact of ['version', 'handle', 'role']) extension.text(fact, 100);
  const location = basics.object('location');
  const identity = completeObject('identity', readIdentity(basics, location), extension);
  const contact = completeObject('contact', readContact(basics), extension);
  const sections = {
    identity,
    about: completeObject('about', readAbout(basics), extension),
    contact,
    ...Object.fromEntries(
      ONLY_IN_EXTENSION.filter((name) => extension.gave(name)).map((name) => [
        name,
        completeObject(name, {}, extension),
      ]),
    ),
    ...Object.fromEntries(
      listSectionNames.map((section) => [section, readList(section, section === 'links' ? basics : root)]),
    ),
  };
  const unusable = [
    ...unread(
      basics,
      { 'identity.headline': 'label', 'identity.pronouns': 'pronouns', 'identity.avatarUrl': ['image', 'picture'] },
      identity,
    ),
    ...unread(location, { 'identity.location': ['city', 'region', 'countryCode', 'country'] }, identity),
    ...unread(
      basics,
      { 'contact.email': 'email', 'contact.phone': 'phone', 'contact.website': ['url', 'website'] },
      contact,
    ),
  ];
  return { sections, unusable };
}

/** An item keeps the id that its extension gives, if no item before it has it. */
function readList(section: ListSection, holder: ResumeReader): object[] | undefined {
  const { key, read, lacking } = lists[section];
  const ids = new Set<unknown>();
  const numbers: Parameters<typeof scaleLevels>[0][number][] = [];
  const items = holder.list(
    key,
    listSections[section].max,
    (reader) => {
      const { skill, number } = section === 'skills' ? readSkill(reader) : {};
      const item = completeItem(section, section === 'skills' ? skill : read(reader), reader) as { id?: unknown };
      if (item?.id !== undefined && ids.has(item.id)) delete item.id;
      ids.add(item?.id);
      if (number !== undefined) numbers.push({ item: reader, skill: item as Skill, value: number });
      return item;
    },
    lacking,
  );
  scaleLevels(numbers);
  return items;
}

/** The fields of a section that the document gives and that were not `read`. */
function unread(given: ResumeReader, fields: Readonly<Record<string, Keys>>, read: object): string[] {
  return Object.entries(fields)
    .filter(([path, keys]) => given.gave(keys) && !Object.hasOwn(read, path.replace(/^\w+\./, '')))
    .map(([path]) => path);
}
