/**
 * Version 0 of the stored profile: the flat document of the first platform, which knew no handle, no role and no
 * visibility. Frozen. Nothing was checked when it was written, so every field may be missing, and every text may be
 * anything.
 */
import * as z from 'zod';
import { cleanText, isInvisible } from '../../contract/text.ts';
import { type Sections } from '../document.ts';
import { applyChanges, emptySections } from '../changes.ts';
import { fromJsonResume } from '../json-resume.ts';
import { countryOf } from '../resume/country-names.ts';

const text = z.string().optional();

export const profileV0Schema = z.strictObject({
  name: text,
  headline: text,
  bio: text,
  skills: z.array(z.string()).optional(),
  education: z
    .array(z.strictObject({ school: text, degree: text, year: z.union([z.number(), z.string()]).optional() }))
    .optional(),
  experience: z
    .array(z.strictObject({ company: text, title: text, from: text, to: text, description: text }))
    .optional(),
  languages: z.array(z.string()).optional(),
  website: text,
  location: text,
});
export type ProfileV0 = z.infer<typeof profileV0Schema>;

/** The stored profile without years that are no numbers in JSON, such as infinity: a database holds them, and they say nothing. */
export function withReadableYears(stored: unknown): unknown {
  const { education } = (stored ?? {}) as { education?: unknown };
  if (!Array.isArray(education)) return stored;
  const readable = education.map((entry: unknown) => {
    const { year, ...rest } = (entry ?? {}) as { year?: unknown };
    return typeof year === 'number' && !Number.isFinite(year) ? rest : entry;
  });
  return { ...(stored as object), education: readable };
}

/**
 * Its sections, by way of JSON Resume, whose reader takes texts of every kind: too long ones are cut, unreadable ones
 * left out. `name` stands in for a name that nobody could see. Items have ids by their place, the same each time.
 */
export function sectionsOfVersion0(legacy: ProfileV0, name: string): Sections {
  const read = fromJsonResume(resumeOf(legacy, name));
  if (!read.ok) throw new TypeError('This profile of version 0 cannot be read.');
  let items = 0;
  return applyChanges(emptySections(name), read.sections, () => `item-${(items += 1)}`);
}

function resumeOf(legacy: ProfileV0, name: string) {
  const { headline, bio, website, skills = [], education = [], experience = [], languages = [] } = legacy;
  return {
    basics: {
      name: legacy.name === undefined || isInvisible(cleanText(legacy.name)) ? name : legacy.name,
      label: headline,
      summary: bio,
      url: website,
      location: placeOf(legacy.location),
    },
    skills: skills.map((skill) => ({ name: skill })),
    education: education.map(({ school, degree, year }) => ({ institution: school, studyType: degree, endDate: year })),
    work: experience.map(({ company, title, from, to, description }) => ({
      name: company,
      position: title,
      startDate: from,
      endDate: to,
      summary: description,
    })),
    languages: languages.map((language) => ({ language })),
  };
}

/** `Graz, Styria, Austria` in its parts. A place without a known country at its end is a city. */
function placeOf(location = '') {
  const parts = location.split(',').map((part) => part.trim());
  const countryCode = parts.length > 1 ? countryOf(parts.at(-1)!) : undefined;
  if (countryCode === undefined) return { city: location };
  const [city, ...region] = parts.slice(0, -1);
  return { city, region: region.join(', '), countryCode };
}
