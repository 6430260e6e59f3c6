/** A profile's sections in the fields that JSON Resume has for them, as far as its formats allow. */
import { isEmail } from '../../contract/text.ts';
import { readable } from '../resume-reader.ts';
import type { ListSection } from '../sections.ts';
import type { Fields, Written } from './extension.ts';
import { compact } from './fields.ts';

declare const URL: { new (value: string): { href: string } };

/** Skill levels 1 to 5 as the reader knows them. */
const LEVELS = ['Beginner', 'Basic', 'Intermediate', 'Advanced', 'Expert'];
const NATIVE = 'Native speaker';

/** Fields of `basics`, from the sections that stand there. */
export const writtenIdentity: Written = ({ displayName, headline, avatarUrl, location }) => {
  const { city, region, countryCode } = (location ?? {}) as Fields;
  const place = compact({ city: line(city), region: line(region), countryCode: line(countryCode) });
  return compact({
    name: line(displayName),
    label: line(headline),
    image: address(avatarUrl),
    location: Object.keys(place).length > 0 ? place : undefined,
  });
};

export const writtenAbout: Written = ({ text }) => compact({ summary: prose(text) });

export const writtenContact: Written = ({ email, phone, website }) =>
  compact({ email: mail(email), phone: line(phone), url: address(website) });

/** Sections without a place in the standard. */
export const writtenNowhere: Written = () => ({});

/** One item of each list. An item whose name the standard cannot say is left to the extension as a whole. */
export const writtenItems: Readonly<Record<ListSection, Written>> = {
  skills: named('name', ({ name, level, keywords }) => ({
    name: line(name),
    level: typeof level === 'number' ? LEVELS[level - 1] : undefined,
    keywords: lines(keywords),
  })),
  education: named('institution', ({ institution, url, area, studyType, score, gpa, courses, ...more }) => ({
    institution: line(institution),
    url: address(url),
    area: line(area),
    studyType: line(studyType),
    ...period(more),
    score: line(score) ?? grade(gpa),
    courses: lines(courses),
  })),
  workExperience: named('name', ({ organisation, position, location, url, summary, highlights, ...more }) => ({
    name: line(organisation),
    position: line(position),
    location: line(location),
    url: address(url),
    ...period(more),
    summary: prose(summary),
    highlights: lines(highlights),
  })),
  projects: named('name', ({ name, description, highlights, keywords, roles, organisation, url, ...more }) => ({
    name: line(name),
    description: prose(description),
    highlights: lines(highlights),
    keywords: lines(keywords),
    ...period(more),
    url: address(url),
    roles: lines(roles),
    entity: line(organisation),
  })),
  certificates: named('name', ({ name, issuer, date, url }) => ({
    name: line(name),
    date,
    url: address(url),
    issuer: line(issuer),
  })),
  awards: named('title', ({ title, awarder, date, summary }) => ({
    title: line(title),
    date,
    awarder: line(awarder),
    summary: prose(summary),
  })),
  publications: named('name', ({ name, publisher, releaseDate, url, summary }) => ({
    name: line(name),
    publisher: line(publisher),
    releaseDate,
    url: address(url),
    summary: prose(summary),
  })),
  volunteering: named('organization', ({ organisation, position, url, summary, highlights, ...more }) => ({
    organization: line(organisation),
    position: line(position),
    url: address(url),
    ...period(more),
    summary: prose(summary),
    highlights: lines(highlights),
  })),
  languages: named('language', ({ name, fluency, level }) => ({
    language: line(name),
    fluency: line(fluency) ?? (level === 'native' ? NATIVE : level),
  })),
  links: named('url', ({ label, url, username }) => ({
    network: line(label),
    username: line(username),
    url: address(url),
  })),
};

function named(field: string, written: (item: Fields) => Fields): Written {
  return (item) => {
    const fields = compact(written(item));
    return Object.hasOwn(fields, field) ? fields : {};
  };
}

function period({ startDate, endDate }: Fields): Fields {
  return { startDate, endDate };
}

function grade(gpa: unknown): string | undefined {
  if (gpa === null || typeof gpa !== 'object') return undefined;
  const { value, scale } = gpa as Fields;
  return `${String(value)}/${String(scale)}`;
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' ? readable(value, false) : undefined;
}

function prose(value: unknown): string | undefined {
  return typeof value === 'string' ? readable(value, true) : undefined;
}

function lines(values: unknown): string[] | undefined {
  const made = Array.isArray(values) ? values.map(line).filter((value) => value !== undefined) : [];
  return made.length > 0 ? made : undefined;
}

/** An e-mail address as the standard's format has it: ASCII alone. */
function mail(value: unknown): string | undefined {
  const email = line(value);
  return email !== undefined && /^[\x21-\x7e]+$/.test(email) && isEmail(email) ? email : undefined;
}

/** A web address as a URI (RFC 3986), which has fewer characters than an address in a browser. */
function address(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const { href } = new URL(value);
  const uri = href
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g, (sign) => encodeURIComponent(sign));
  return uri.length <= 2048 ? uri : undefined;
}
