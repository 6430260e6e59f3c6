/**
 * JSON Resume v1 (jsonresume.org/schema) to sections of a profile. What is wrong refuses the document with a list; what
 * is odd but readable (partial or worded dates, empty strings, older field names) is taken; what has no place here is
 * named in the notes, so that nothing goes missing silently.
 */
import { cleanText, hostOf, isPartialDate, isSafeUrl, isSecureUrl } from '../contract/text.ts';
import { type NewSections, newSectionsSchema } from './changes.ts';
import { type FieldError, fieldErrors } from '../contract/errors.ts';
import { listSections } from './sections.ts';
import { ResumeReader } from './resume-reader.ts';

export type ResumeImport =
  | { ok: true; sections: NewSections; notes: FieldError[] }
  | { ok: false; problems: FieldError[] };

const KNOWN = ['basics', 'work', 'volunteer', 'education', 'awards', 'certificates', 'publications', 'skills', 'languages',
  'interests', 'references', 'projects'];

/** Sections for a new profile from a parsed JSON Resume document, with notes on what was left out or changed. */
export function fromJsonResume(document: unknown): ResumeImport {
  if (document === null || typeof document !== 'object' || Array.isArray(document)) {
    return { ok: false, problems: [{ path: '', message: 'must be a JSON object with the sections of a JSON Resume' }] };
  }
  if (!KNOWN.some((key) => Object.hasOwn(document, key))) {
    return { ok: false, problems: [{ path: '', message: `is not a JSON Resume: it has none of ${KNOWN.join(', ')}` }] };
  }
  const root = new ResumeReader(document as Record<string, unknown>);
  const sections = readSections(root);
  root.noteUnread(['$schema', 'meta']);
  if (root.problems.length > 0) return { ok: false, problems: root.problems };
  const parsed = newSectionsSchema.safeParse(sections);
  if (!parsed.success) return { ok: false, problems: fieldErrors(parsed.error) };
  return { ok: true, sections: parsed.data, notes: root.notes };
}

function readSections(root: ResumeReader): unknown {
  const basics = root.object('basics');
  const location = basics.object('location');
  const website = basics.url('url', isSafeUrl);
  const countryCode = location.text('countryCode', 2)?.toUpperCase();
  return compact({
    identity: compact({
      displayName: basics.required('name', 120),
      headline: basics.text('label', 200),
      avatarUrl: basics.url('image', isSecureUrl),
      location: orNothing(compact({
        city: location.text('city', 100),
        region: location.text('region', 100),
        countryCode: countryCode && /^[A-Z]{2}$/.test(countryCode) ? countryCode : undefined,
      })),
    }),
    about: compact({ text: basics.text('summary', 5000, true) }),
    contact: compact({ email: basics.matching('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 254), phone: basics.matching('phone', /^[+()0-9 ./x-]+$/, 40), website }),
    links: basics.list('profiles', listSections.links.max, readLink),
    skills: root.list('skills', listSections.skills.max, readSkill),
    education: root.list('education', listSections.education.max, readEducation),
    workExperience: root.list('work', listSections.workExperience.max, readWork),
    projects: root.list('projects', listSections.projects.max, readProject),
    languages: root.list('languages', listSections.languages.max, readLanguage),
  });
}

function readLink(item: ResumeReader) {
  const url = item.url('url', isSafeUrl);
  const label = item.text('network', 80) ?? (url && hostOf(url));
  return url && label ? compact({ label, url, username: item.text('username', 120) }) : undefined;
}

function readSkill(item: ResumeReader) {
  const name = item.text('name', 80);
  return name && compact({ name, level: readLevel(item), keywords: item.lines('keywords', 20, 80) });
}

/** Words people write for levels, on our scale of 1 to 5. */
const LEVELS: [RegExp, number][] = [
  [/master|expert|native/i, 5], [/advanced|senior|proficient|fluent/i, 4], [/intermediate|working|competent|medium/i, 3],
  [/basic|elementary|junior/i, 2], [/beginner|novice|learning|aware/i, 1],
];

function readLevel(item: ResumeReader): number | undefined {
  const given = item.text('level', 80);
  if (given === undefined) return undefined;
  if (/^[1-5]$/.test(given)) return Number(given);
  const level = LEVELS.find(([word]) => word.test(given))?.[1];
  if (level === undefined) item.note('level', 'is not a level we know; left out');
  return level;
}

function readEducation(item: ResumeReader) {
  const [area, studyType] = [item.text('area', 200), item.text('studyType', 120)];
  const institution = item.text('institution', 200) ?? area ?? studyType;
  return institution && compact({
    institution, area, studyType, score: item.text('score', 40), url: item.url('url', isSafeUrl),
    courses: item.lines('courses', 30, 200), ...readPeriod(item),
  });
}

function readWork(item: ResumeReader) {
  const position = item.text('position', 200);
  const organisation = item.text('name', 200) ?? item.text('company', 200) ?? position;
  const [summary, description] = [item.text('summary', 2000, true), item.text('description', 2000, true)];
  return organisation && compact({
    organisation, position, location: item.text('location', 200), url: item.url('url', isSafeUrl) ?? item.url('website', isSafeUrl),
    summary: summary && description && summary.length + description.length < 1999 ? `${description}\n${summary}` : summary ?? description,
    highlights: item.lines('highlights', 20, 500), ...readPeriod(item),
  });
}

function readProject(item: ResumeReader) {
  const name = item.text('name', 200);
  return name && compact({
    name, description: item.text('description', 2000, true), highlights: item.lines('highlights', 20, 500),
    keywords: item.lines('keywords', 20, 80), roles: item.lines('roles', 10, 120), organisation: item.text('entity', 200),
    url: item.url('url', isSafeUrl), ...readPeriod(item),
  });
}

function readLanguage(item: ResumeReader) {
  const name = item.text('language', 80) ?? item.text('name', 80);
  return name && compact({ name, fluency: item.text('fluency', 80) });
}

function readPeriod(item: ResumeReader) {
  return { startDate: readDate(item, 'startDate'), endDate: readDate(item, 'endDate') };
}

/** A partial date; `2014/5` and `2014-05-17T00:00:00Z` are read too; "present" means no end. */
function readDate(item: ResumeReader, key: string): string | undefined {
  const given = item.text(key, 40);
  if (given === undefined || /^(present|current|now|today|ongoing)$/i.test(given)) return undefined;
  const match = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:T.*)?$/.exec(cleanText(given));
  const date = match?.slice(1).filter((part) => part !== undefined).map((part) => part.padStart(2, '0')).join('-');
  if (date !== undefined && isPartialDate(date)) return date;
  item.note(key, 'is not a date we can read (YYYY, YYYY-MM or YYYY-MM-DD); left out');
  return undefined;
}

function compact<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

function orNothing<T extends object>(given: T): T | undefined {
  return Object.keys(given).length > 0 ? given : undefined;
}
