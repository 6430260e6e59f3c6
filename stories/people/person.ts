/** A made-up person as a whole document, as the backend keeps it: every section exists, most are empty. */
import type { OwnProfile, Sections } from '@gigsy/schema';

export type Person = Omit<OwnProfile, 'versions'>;

const nothing: Omit<Sections, 'identity'> = {
  about: {},
  contact: {},
  availability: {},
  organisation: {},
  mentoring: {},
  skills: [],
  education: [],
  workExperience: [],
  projects: [],
  certificates: [],
  awards: [],
  publications: [],
  volunteering: [],
  languages: [],
  links: [],
};

/** A person from the sections that they filled in and the privacy settings that they chose. */
export function person(
  handle: string,
  role: Person['role'],
  sections: Partial<Sections> & Pick<Sections, 'identity'>,
  settings: Person['settings'] = {},
): Person {
  return { handle, role, settings, sections: { ...nothing, ...sections } };
}
