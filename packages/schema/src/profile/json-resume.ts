/**
 * JSON Resume (jsonresume.org/schema), from its first version on, to sections of a profile. Faults refuse the document
 * and are listed; odd but readable values are taken; fields without a place here are named in the notes, so that
 * nothing goes missing silently.
 */
import { isSafeUrl, isSecureUrl } from '../contract/text.ts';
import { type Changes, type NewSections, changesSchema } from './changes.ts';
import { type FieldError, fieldErrors } from '../contract/errors.ts';
import { plainMessage } from '../contract/wording.ts';
import { contactSchema, listSections } from './sections.ts';
import { type Keys, ResumeReader } from './resume-reader.ts';
import { compact, readWebAddress } from './resume/fields.ts';
import { emailAddress } from './resume/addresses.ts';
import { countryOf } from './resume/country-names.ts';
import { readEducation, readLanguage, readLink, readProject, readSkills, readWork } from './resume/items.ts';

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

function readSections(root: ResumeReader) {
  const basics = root.object('basics');
  const location = basics.object('location');
  const identity = compact({
    displayName: readName(basics),
    headline: basics.text('label', 200),
    pronouns: basics.text('pronouns', 40),
    avatarUrl: readWebAddress(basics, ['image', 'picture'], isSecureUrl),
    location: readLocation(location),
  });
  const contact = compact({
    email: readEmail(basics),
    phone: readPhone(basics),
    website: readWebAddress(basics, ['url', 'website'], isSafeUrl),
  });
  const sections = {
    identity,
    about: compact({ text: basics.text('summary', 5000, true) }),
    contact,
    links: basics.list(
      'profiles',
      listSections.links.max,
      readLink,
      'has no address that can be shown, and none follows from its network and user name; left out',
    ),
    skills: readSkills(root),
    education: root.list('education', listSections.education.max, readEducation),
    workExperience: root.list('work', listSections.workExperience.max, readWork),
    projects: root.list('projects', listSections.projects.max, readProject),
    languages: root.list('languages', listSections.languages.max, readLanguage),
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

/** The fields of a section that the document gives and that were not `read`. */
function unread(given: ResumeReader, fields: Readonly<Record<string, Keys>>, read: object): string[] {
  return Object.entries(fields)
    .filter(([path, keys]) => given.gave(keys) && !Object.hasOwn(read, path.replace(/^\w+\./, '')))
    .map(([path]) => path);
}

/** A name without visible characters refuses the document. */
function readName(basics: ResumeReader): string | undefined {
  const before = basics.problems.length;
  const name = basics.text('name', 120);
  const blank = name === undefined && basics.problems.length === before && basics.gave('name');
  return blank ? basics.wrong('name', 'must not be empty') : name;
}

function readLocation(location: ResumeReader) {
  const read = compact({
    city: location.text('city', 100),
    region: location.text('region', 100),
    countryCode: readCountry(location),
  });
  return Object.keys(read).length > 0 ? read : undefined;
}

function readCountry(location: ResumeReader): string | undefined {
  const keys = ['countryCode', 'country'];
  const given = location.text(keys, 100);
  const code = given === undefined ? undefined : countryOf(given);
  return given === undefined || code !== undefined
    ? code
    : location.note(keys, `is not a country that we know: "${given}"; left out`);
}

function readEmail(basics: ResumeReader): string | undefined {
  const given = basics.text('email', 1000);
  if (given === undefined) return undefined;
  const found = emailAddress(given);
  if (found === undefined) return basics.note('email', 'is not an e-mail address that we can keep; left out');
  if (found.more) basics.note('email', 'has more than an address; only the address is kept');
  return found.email;
}

function readPhone(basics: ResumeReader): string | undefined {
  const given = basics.text('phone', 200)?.replace(/^tel:\s*/i, '');
  if (given === undefined) return undefined;
  const phone = contactSchema.shape.phone.safeParse(given);
  return phone.success
    ? phone.data
    : basics.note(
        'phone',
        'is not a phone number that we can keep (digits, spaces and + ( ) . / - x, at most 40); left out',
      );
}
