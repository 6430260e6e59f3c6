/** The items of a document's lists, each to the item that a section of a profile holds; undefined for one without a name. */
import { isSafeUrl } from '../../contract/text.ts';
import type { ResumeReader } from '../resume-reader.ts';
import { hostName, profilePage } from './addresses.ts';
import { compact, readDay, readPeriod, readWebAddress } from './fields.ts';
import { commonScale, onScale, readLevel } from './levels.ts';

export function readLink(item: ResumeReader) {
  const [network, username] = [item.text('network', 80), item.text('username', 120)];
  const given = readWebAddress(item, ['url', 'website'], isSafeUrl);
  const url =
    given ??
    (item.gave(['url', 'website']) || network === undefined || username === undefined
      ? undefined
      : profilePage(network, username));
  return url === undefined ? undefined : compact({ label: network ?? hostName(url), url, username });
}

/** `number` is a level without a scale. It counts on the scale of all of a document. */
export function readSkill(item: ResumeReader): { skill?: Skill; number?: number } {
  const name = item.text('name', 80);
  const level = levelOf(item);
  const keywords = item.lines('keywords', 20, 80);
  if (!name) return {};
  const skill = compact({ name, level: level?.kind === 'level' ? level.level : undefined, keywords });
  return level?.kind === 'number' ? { skill, number: level.value } : { skill };
}

export interface Skill {
  name: string;
  level?: number | undefined;
  keywords?: string[] | undefined;
}

/** Gives skills the levels that are numbers, when all are read. */
export function scaleLevels(numbers: readonly { item: ResumeReader; skill: Skill; value: number }[]): void {
  const scale = commonScale(numbers.map(({ value }) => value));
  for (const { item, skill, value } of numbers) {
    const read = onScale(value, scale ?? 0);
    if (read.kind === 'level') skill.level = read.level;
    if (read.kind !== 'level') item.note('level', NO_LEVEL);
    else if (scale !== 5)
      item.note('level', `is read as ${value} of ${scale}, for the levels of the document go beyond 5`);
  }
}

const NO_LEVEL = 'is not a level we know; left out. Write one as 4/5, as 80% or as a word such as expert';

function levelOf(item: ResumeReader) {
  const given = item.text('level', 80);
  const read = given === undefined ? undefined : readLevel(given);
  return read?.kind === 'unreadable' ? item.note('level', NO_LEVEL) : read;
}

export function readEducation(item: ResumeReader) {
  const [area, studyType] = [item.text('area', 200), item.text('studyType', 120)];
  const institution = item.text('institution', 200) ?? area ?? studyType;
  const read = {
    area,
    studyType,
    score: item.text(['score', 'gpa'], 40),
    url: readWebAddress(item, ['url', 'website'], isSafeUrl),
    courses: item.lines('courses', 30, 200),
    ...readPeriod(item),
  };
  return institution ? compact({ institution, ...read }) : undefined;
}

export function readWork(item: ResumeReader) {
  const position = item.text('position', 200);
  const organisation = item.text(['name', 'company'], 200) ?? position;
  const read = {
    position,
    location: item.text('location', 200),
    url: readWebAddress(item, ['url', 'website'], isSafeUrl),
    summary: readSummary(item),
    highlights: item.lines('highlights', 20, 500),
    ...readPeriod(item),
  };
  return organisation ? compact({ organisation, ...read }) : undefined;
}

/** `description` says what the organisation does, `summary` what the person did there. */
function readSummary(item: ResumeReader): string | undefined {
  const [description, summary] = [item.text('description', 2000, true), item.text('summary', 2000, true)];
  if (description === undefined || summary === undefined) return summary ?? description;
  if (description.length + summary.length < 2000) return `${description}\n${summary}`;
  item.note('description', 'is too long beside summary; left out');
  return summary;
}

export function readProject(item: ResumeReader) {
  const name = item.text('name', 200);
  const read = {
    description: item.text(['description', 'summary'], 2000, true),
    highlights: item.lines('highlights', 20, 500),
    keywords: item.lines('keywords', 20, 80),
    roles: item.lines('roles', 10, 120),
    organisation: item.text('entity', 200),
    url: readWebAddress(item, ['url', 'website'], isSafeUrl),
    ...readPeriod(item),
  };
  return name ? compact({ name, ...read }) : undefined;
}

export function readLanguage(item: ResumeReader) {
  const [name, fluency] = [item.text(['language', 'name'], 80), item.text('fluency', 80)];
  return name ? compact({ name, fluency }) : undefined;
}

export function readCertificate(item: ResumeReader) {
  const name = item.text(['name', 'title'], 200);
  const read = {
    issuer: item.text('issuer', 200),
    date: readDay(item, 'date'),
    url: readWebAddress(item, ['url', 'website'], isSafeUrl),
  };
  return name ? compact({ name, ...read }) : undefined;
}

export function readAward(item: ResumeReader) {
  const title = item.text(['title', 'name'], 200);
  const read = {
    awarder: item.text('awarder', 200),
    date: readDay(item, 'date'),
    summary: item.text('summary', 2000, true),
  };
  return title ? compact({ title, ...read }) : undefined;
}

export function readPublication(item: ResumeReader) {
  const name = item.text(['name', 'title'], 300);
  const read = {
    publisher: item.text('publisher', 200),
    releaseDate: readDay(item, 'releaseDate'),
    url: readWebAddress(item, ['url', 'website'], isSafeUrl),
    summary: item.text('summary', 2000, true),
  };
  return name ? compact({ name, ...read }) : undefined;
}

export function readVolunteering(item: ResumeReader) {
  const position = item.text('position', 200);
  const organisation = item.text(['organization', 'organisation'], 200) ?? position;
  const read = {
    position,
    url: readWebAddress(item, ['url', 'website'], isSafeUrl),
    summary: item.text('summary', 2000, true),
    highlights: item.lines('highlights', 20, 500),
    ...readPeriod(item),
  };
  return organisation ? compact({ organisation, ...read }) : undefined;
}
