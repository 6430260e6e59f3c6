/**
 * The archive that LinkedIn gives to its members ("Get a copy of your data"), as a JSON Resume document. It holds much
 * more, such as messages and contacts: only these files are opened, and of them only these columns.
 */
import { readDate } from '../resume/dates.ts';
import { EXTENSION } from '../resume/extension.ts';
import { type CsvRow, rowsOfCsv } from './csv.ts';
import { MAX_LINKEDIN_ROWS } from './linkedin-files.ts';
import type { LinkedInFile } from './linkedin-files.ts';

/** The texts of the files that an archive has. */
export type LinkedInFiles = { readonly [F in LinkedInFile]?: string | undefined };

/** The document that `changesFromJsonResume` reads. */
export function resumeOfLinkedIn(files: LinkedInFiles): object {
  const rows = (file: LinkedInFile) => rowsOfCsv(files[file] ?? '', MAX_LINKEDIN_ROWS);
  const [profile = {}] = rows('Profile.csv');
  return {
    basics: {
      label: profile.Headline,
      summary: profile.Summary,
      location: locationIn(profile['Geo Location']),
      profiles: websitesIn(profile.Websites),
    },
    work: rows('Positions.csv').map((row) => ({
      name: row['Company Name'],
      position: row.Title,
      summary: row.Description,
      location: row.Location,
      ...periodOf(row, 'Started On', 'Finished On'),
    })),
    education: rows('Education.csv').map((row) => ({
      institution: row['School Name'],
      studyType: row['Degree Name'],
      area: row['Field Of Study'],
      startDate: row['Start Date'],
      endDate: row['End Date'],
    })),
    skills: rows('Skills.csv').map((row) => ({ name: row.Name })),
    languages: rows('Languages.csv').map((row) => ({ language: row.Name, fluency: row.Proficiency })),
    certificates: rows('Certifications.csv').map(certificateOf),
    projects: rows('Projects.csv').map((row) => ({
      name: row.Title,
      description: row.Description,
      url: row.Url,
      ...periodOf(row, 'Started On', 'Finished On'),
    })),
    awards: rows('Honors.csv').map((row) => ({ title: row.Title, date: row['Issued On'], summary: row.Description })),
    publications: rows('Publications.csv').map((row) => ({
      name: row.Name,
      publisher: row.Publisher,
      releaseDate: row['Published On'],
      url: row.Url,
      summary: row.Description,
    })),
    volunteer: rows('Volunteering.csv').map((row) => ({
      organization: row['Company Name'],
      position: row.Role,
      summary: row.Description,
      ...periodOf(row, 'Started On', 'Finished On'),
    })),
  };
}

/** A period that has begun and has no end goes on: LinkedIn leaves the end out for what is current. */
function periodOf(row: CsvRow, start: string, end: string) {
  const [startDate, endDate] = [row[start], row[end]];
  return { startDate, endDate: endDate ?? (startDate === undefined ? undefined : 'Present') };
}

/** The standard has no last day of a certificate, so it stands in the extension. */
function certificateOf(row: CsvRow) {
  const over = readDate(row['Finished On'] ?? '');
  return {
    name: row.Name,
    issuer: row.Authority,
    date: row['Started On'],
    url: row.Url,
    ...(over.kind === 'date' && { [EXTENSION]: { expires: over.date } }),
  };
}

/** `Hamburg, Deutschland` or `San Francisco Bay Area`: the reader keeps what it knows of it. */
function locationIn(text = '') {
  const parts = text.split(',').map((part) => part.trim());
  const [city] = parts;
  return { city, ...(parts.length > 2 && { region: parts[1] }), ...(parts.length > 1 && { country: parts.at(-1) }) };
}

/** `[PORTFOLIO:https://jan.example],[OTHER:https://code.example]`, or addresses alone. */
function websitesIn(text = '') {
  return text
    .split(',')
    .map((each) => each.replace(/^\s*\[?(?:[A-Z_ ]+:(?=\w))?|\]?\s*$/g, ''))
    .filter((url) => url !== '')
    .map((url) => ({ url }));
}
