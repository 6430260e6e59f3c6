/** The lists: the fields of their items and their lengths, with the limits of the contract (a test compares them). */
import type { Field } from '../../../writing/field.ts';
import type { ListForm } from '../../../writing/form.ts';
import type { ListFieldNames } from '../terms.ts';
import { listed, skillLevels } from './choices.ts';

const period = [
  { name: 'startDate', kind: 'date', beside: true },
  { name: 'endDate', kind: 'date' },
  { name: 'endStatus', kind: 'select', choices: listed('ongoing', 'open', 'unknown') },
] as const satisfies readonly Field[];

const url = { name: 'url', kind: 'url', max: 2048 } as const satisfies Field;
const summary = { name: 'summary', kind: 'multiline', max: 2000 } as const satisfies Field;
const highlights = { name: 'highlights', kind: 'lines', max: 500, most: 20 } as const satisfies Field;
const keywords = { name: 'keywords', kind: 'lines', max: 80, most: 20 } as const satisfies Field;
const organisation = { name: 'organisation', kind: 'text', required: true, max: 200 } as const satisfies Field;
const position = { name: 'position', kind: 'text', max: 200 } as const satisfies Field;

/** The canonical form of a language tag; other text as it is. */
function canonicalTag(text: string): string {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? text;
  } catch {
    return text;
  }
}

export const listFields = {
  skills: [
    { name: 'name', kind: 'text', required: true, max: 80 },
    { name: 'category', kind: 'text', max: 80 },
    { name: 'level', kind: 'select', choices: skillLevels, beside: true },
    { name: 'years', kind: 'number', range: [0, 70] },
    keywords,
  ],
  workExperience: [
    position,
    organisation,
    { name: 'location', kind: 'text', max: 200 },
    ...period,
    summary,
    highlights,
    url,
  ],
  education: [
    { name: 'institution', kind: 'text', required: true, max: 200 },
    { name: 'studyType', kind: 'text', max: 120, beside: true },
    { name: 'area', kind: 'text', max: 200 },
    ...period,
    { name: 'score', kind: 'text', max: 40 },
    { name: 'gpa.value', kind: 'number', range: [0, 1000], beside: true },
    { name: 'gpa.scale', kind: 'number', range: [0, 1000] },
    { name: 'courses', kind: 'lines', max: 200, most: 30 },
    url,
  ],
  projects: [
    { name: 'name', kind: 'text', required: true, max: 200 },
    { name: 'description', kind: 'multiline', max: 2000 },
    { name: 'roles', kind: 'lines', max: 120, most: 10 },
    { name: 'organisation', kind: 'text', max: 200 },
    ...period,
    highlights,
    keywords,
    url,
  ],
  certificates: [
    { name: 'name', kind: 'text', required: true, max: 200 },
    { name: 'issuer', kind: 'text', max: 200 },
    { name: 'date', kind: 'date', beside: true },
    { name: 'expires', kind: 'date' },
    url,
  ],
  awards: [
    { name: 'title', kind: 'text', required: true, max: 200 },
    { name: 'awarder', kind: 'text', max: 200 },
    { name: 'date', kind: 'date' },
    summary,
  ],
  publications: [
    { name: 'name', kind: 'line', required: true, max: 300 },
    { name: 'publisher', kind: 'text', max: 200 },
    { name: 'releaseDate', kind: 'date' },
    summary,
    url,
  ],
  volunteering: [position, organisation, ...period, summary, highlights, url],
  languages: [
    { name: 'name', kind: 'text', required: true, max: 80 },
    { name: 'level', kind: 'select', choices: listed('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native') },
    { name: 'fluency', kind: 'text', max: 80 },
    { name: 'tag', kind: 'text', max: 35, settled: canonicalTag },
  ],
  links: [
    { name: 'label', kind: 'text', required: true, max: 80 },
    { ...url, required: true },
    { name: 'username', kind: 'text', max: 120 },
  ],
} as const satisfies { [Section in keyof ListFieldNames]: readonly (Field & { name: ListFieldNames[Section] })[] };

export const lists: Readonly<Record<keyof typeof listFields, ListForm>> = {
  skills: { max: 200, title: ['name'], notes: ['level', 'category'] },
  workExperience: { max: 50, title: ['position', 'organisation'], notes: [] },
  education: { max: 50, title: ['institution'], notes: ['studyType', 'area'] },
  projects: { max: 50, title: ['name'], notes: ['organisation'] },
  certificates: { max: 50, title: ['name'], notes: ['issuer'] },
  awards: { max: 30, title: ['title'], notes: ['awarder'] },
  publications: { max: 50, title: ['name'], notes: ['publisher'] },
  volunteering: { max: 30, title: ['position', 'organisation'], notes: [] },
  languages: { max: 30, title: ['name'], notes: ['level', 'fluency'] },
  links: { max: 20, title: ['label'], notes: ['url'] },
};
