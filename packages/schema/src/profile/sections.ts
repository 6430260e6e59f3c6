/**
 * The sections of a profile, each declared once: its fields, their bounds, and from them the forms that the
 * write path, the views and the SDK use. Every text is bounded, and so is every list.
 */
import * as z from 'zod';
import { countryCodeSchema } from '../contract/countries.ts';
import { isEmail, line, link, partialDate, prose, resourceUrl } from '../contract/text.ts';

const itemId = z
  .string('must be text')
  .regex(/^[A-Za-z0-9_-]{1,40}$/, 'must have 1 to 40 characters: letters, digits, - and _');

/** At most `max` short lines. */
function lines(max: number, length: number) {
  return z.array(line(length), 'must be a list').max(max, `must have at most ${max} entries`);
}

export const locationSchema = z.strictObject({
  city: line(100).optional(),
  region: line(100).optional(),
  /** ISO 3166-1 alpha-2. */
  countryCode: countryCodeSchema.optional(),
});

export const identitySchema = z.strictObject({
  displayName: line(120),
  headline: line(200).optional(),
  pronouns: line(40).optional(),
  /** For the owner: the address from which the picture is fetched. In views: the deployment's own address of it. */
  avatarUrl: resourceUrl.optional(),
  location: locationSchema.optional(),
});

export const aboutSchema = z.strictObject({ text: prose(5000).optional() });

export const contactSchema = z.strictObject({
  /** Also an international one (RFC 6531); at most 254 bytes of UTF-8. */
  email: z
    .string('must be text')
    .max(254, 'must have at most 254 characters')
    .refine(isEmail, 'must be an e-mail address')
    .optional(),
  phone: line(40)
    .regex(/^[+()0-9 ./x-]+$/, 'must be a phone number')
    .optional(),
  website: link.optional(),
});

export const availabilityStatuses = ['open', 'limited', 'closed'] as const;
export const availabilitySchema = z.strictObject({
  status: z.enum(availabilityStatuses).optional(),
  /** First day of availability. */
  from: partialDate.optional(),
  /** 1 to 80 hours a week. */
  hoursPerWeek: z.number('must be a number').min(1, 'must be 1 to 80').max(80, 'must be 1 to 80').optional(),
  remote: z.boolean('must be true or false').optional(),
});

/** Skill levels 1 to 5: learning, basic, working, advanced, expert. */
export const skillSchema = z.strictObject({
  id: itemId,
  name: line(80),
  category: line(80).optional(),
  level: z.int('must be a whole number').min(1, 'must be 1 to 5').max(5, 'must be 1 to 5').optional(),
  /** Years of practice, 0 to 70. */
  years: z.number('must be a number').min(0, 'must be 0 to 70').max(70, 'must be 0 to 70').optional(),
  keywords: lines(20, 80).optional(),
});

/**
 * Why a period has no endDate. `ongoing`: it goes on, as its owner says; `open`: nothing is said; `unknown`: it is over, or
 * to be over, at a time that nobody knows. Absent, as in profiles from before it existed: read as `ongoing`.
 */
export const endStatuses = ['ongoing', 'open', 'unknown'] as const;
export type EndStatus = (typeof endStatuses)[number];

/** `endStatus` counts where there is no `endDate`. */
const period = {
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  endStatus: z.enum(endStatuses, 'must be ongoing, open or unknown').optional(),
};

export const educationSchema = z.strictObject({
  id: itemId,
  institution: line(200),
  area: line(200).optional(),
  studyType: line(120).optional(),
  /** Grade as the institution writes it, such as a GPA. */
  score: line(40).optional(),
  courses: lines(30, 200).optional(),
  url: link.optional(),
  ...period,
});

export const workExperienceSchema = z.strictObject({
  id: itemId,
  organisation: line(200),
  position: line(200).optional(),
  location: line(200).optional(),
  url: link.optional(),
  summary: prose(2000).optional(),
  highlights: lines(20, 500).optional(),
  ...period,
});

export const projectSchema = z.strictObject({
  id: itemId,
  name: line(200),
  description: prose(2000).optional(),
  highlights: lines(20, 500).optional(),
  keywords: lines(20, 80).optional(),
  roles: lines(10, 120).optional(),
  organisation: line(200).optional(),
  url: link.optional(),
  ...period,
});

export const languageSchema = z.strictObject({
  id: itemId,
  name: line(80),
  fluency: line(80).optional(),
});

export const linkSchema = z.strictObject({
  id: itemId,
  label: line(80),
  url: link,
  username: line(120).optional(),
});

/** Sections that are one object: kept on the profile's row and patched field by field. */
export const objectSections = {
  identity: identitySchema,
  about: aboutSchema,
  contact: contactSchema,
  availability: availabilitySchema,
} as const;

/** Sections that are lists of items with ids: replaced as a whole, written row by row. `max` bounds the list. */
export const listSections = {
  skills: { item: skillSchema, max: 200 },
  education: { item: educationSchema, max: 50 },
  workExperience: { item: workExperienceSchema, max: 50 },
  projects: { item: projectSchema, max: 50 },
  languages: { item: languageSchema, max: 30 },
  links: { item: linkSchema, max: 20 },
} as const;

export type ObjectSection = keyof typeof objectSections;
export type ListSection = keyof typeof listSections;
export type SectionName = ObjectSection | ListSection;
export const objectSectionNames = Object.keys(objectSections) as ObjectSection[];
export const listSectionNames = Object.keys(listSections) as ListSection[];
export const sectionNames: SectionName[] = [...objectSectionNames, ...listSectionNames];
