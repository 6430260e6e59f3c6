/**
 * Version 1 of the stored profile: ten sections, and no number of its version. Frozen: it stands apart from today's
 * sections, which go on changing. It says what fields there are and of what kind; the rules of a text are those of the
 * day on which it was written.
 */
import * as z from 'zod';
import { roleSchema } from '../../contract/principals.ts';
import { visibilitySchema } from '../../privacy/visibility-schema.ts';

const text = z.string();
const optional = text.optional();
const texts = z.array(text).optional();
const period = {
  startDate: optional,
  endDate: optional,
  endStatus: z.enum(['ongoing', 'open', 'unknown']).optional(),
};

const sections = z.strictObject({
  identity: z.strictObject({
    displayName: text,
    headline: optional,
    pronouns: optional,
    avatarUrl: optional,
    location: z.strictObject({ city: optional, region: optional, countryCode: optional }).optional(),
  }),
  about: z.strictObject({ text: optional }),
  contact: z.strictObject({ email: optional, phone: optional, website: optional }),
  availability: z.strictObject({
    status: z.enum(['open', 'limited', 'closed']).optional(),
    from: optional,
    hoursPerWeek: z.number().optional(),
    remote: z.boolean().optional(),
  }),
  skills: z.array(
    z.strictObject({
      id: text,
      name: text,
      category: optional,
      level: z.number().optional(),
      years: z.number().optional(),
      keywords: texts,
    }),
  ),
  education: z.array(
    z.strictObject({
      id: text,
      institution: text,
      area: optional,
      studyType: optional,
      score: optional,
      courses: texts,
      url: optional,
      ...period,
    }),
  ),
  workExperience: z.array(
    z.strictObject({
      id: text,
      organisation: text,
      position: optional,
      location: optional,
      url: optional,
      summary: optional,
      highlights: texts,
      ...period,
    }),
  ),
  projects: z.array(
    z.strictObject({
      id: text,
      name: text,
      description: optional,
      highlights: texts,
      keywords: texts,
      roles: texts,
      organisation: optional,
      url: optional,
      ...period,
    }),
  ),
  languages: z.array(z.strictObject({ id: text, name: text, fluency: optional })),
  links: z.array(z.strictObject({ id: text, label: text, url: text, username: optional })),
});

const version = z.number();

export const profileV1Schema = z.strictObject({
  handle: text,
  role: roleSchema,
  sections,
  settings: z.record(z.string(), visibilitySchema),
  versions: z.strictObject({
    identity: version,
    about: version,
    contact: version,
    availability: version,
    skills: version,
    education: version,
    workExperience: version,
    projects: version,
    languages: version,
    links: version,
    settings: version,
  }),
});
export type ProfileV1 = z.infer<typeof profileV1Schema>;
