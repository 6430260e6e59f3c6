/**
 * The sections of a profile, each declared once: its fields, their bounds, and from them the forms that the
 * write path, the views and the SDK use. Every text is bounded, and so is every list.
 */
import * as z from 'zod';
import { countryCodeSchema } from '../contract/countries.ts';
import { fault } from '../contract/field-code.ts';
import { email, languageTag, line, link, prose, resourceUrl } from '../contract/text.ts';
import { awardSchema, certificateSchema, publicationSchema, volunteeringSchema } from './sections/achievements.ts';
import { itemId, lines, period } from './sections/fields.ts';
import { availabilitySchema, mentoringSchema, organisationSchema } from './sections/offers.ts';

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
  email: email.optional(),
  phone: line(40)
    .regex(/^[+()0-9 ./x-]+$/, 'must be a phone number')
    .optional(),
  website: link.optional(),
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

/** A grade as a number, and the best one that there is on its scale: 3.7 of 4. */
export const gpaSchema = z
  .strictObject({
    value: z.number('must be a number').min(0, 'must not be below 0'),
    /** Above 0, at most 1,000. */
    scale: z.number('must be a number').gt(0, 'must be above 0').max(1000, 'must be at most 1000'),
  })
  .refine(({ value, scale }) => value <= scale, {
    path: ['value'],
    ...fault('must not be above the scale', 'out_of_range'),
  });

export const educationSchema = z.strictObject({
  id: itemId,
  institution: line(200),
  area: line(200).optional(),
  studyType: line(120).optional(),
  /** Grade as the institution writes it, in words or numbers. */
  score: line(40).optional(),
  gpa: gpaSchema.optional(),
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

/** The levels of the Common European Framework of Reference, and the mother tongue. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;

export const languageSchema = z.strictObject({
  id: itemId,
  name: line(80),
  /** BCP 47 in its canonical form, such as pt-BR. */
  tag: languageTag.optional(),
  /** In the owner's words. */
  fluency: line(80).optional(),
  level: z.enum(languageLevels, `must be one of ${languageLevels.join(', ')}`).optional(),
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
  organisation: organisationSchema,
  mentoring: mentoringSchema,
} as const;

/** Sections that are lists of items with ids: replaced as a whole, written row by row. `max` bounds the list. */
export const listSections = {
  skills: { item: skillSchema, max: 200 },
  education: { item: educationSchema, max: 50 },
  workExperience: { item: workExperienceSchema, max: 50 },
  projects: { item: projectSchema, max: 50 },
  certificates: { item: certificateSchema, max: 50 },
  awards: { item: awardSchema, max: 30 },
  publications: { item: publicationSchema, max: 50 },
  volunteering: { item: volunteeringSchema, max: 30 },
  languages: { item: languageSchema, max: 30 },
  links: { item: linkSchema, max: 20 },
} as const;

export type ObjectSection = keyof typeof objectSections;
export type ListSection = keyof typeof listSections;
export type SectionName = ObjectSection | ListSection;
export const objectSectionNames = Object.keys(objectSections) as ObjectSection[];
export const listSectionNames = Object.keys(listSections) as ListSection[];
export const sectionNames: SectionName[] = [...objectSectionNames, ...listSectionNames];
