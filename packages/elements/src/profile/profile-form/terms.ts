/** Words of the profile's forms: those of each section, beside those of every form. */
import type { FieldTerms } from '../../writing/terms.ts';

/** The fields of the sections that are one object, in the order of the page. */
export interface ObjectFieldNames {
  identity:
    | 'displayName'
    | 'headline'
    | 'pronouns'
    | 'location.city'
    | 'location.region'
    | 'location.countryCode'
    | 'avatarUrl';
  about: 'text';
  availability:
    'status' | 'from' | 'hoursPerWeek' | 'remote' | 'timeZone' | 'rate.amount' | 'rate.currency' | 'rate.per';
  contact: 'email' | 'phone' | 'website';
  organisation: 'name' | 'website' | 'industry' | 'size' | 'about' | 'openingsEmail' | 'openingsUrl';
  mentoring: 'expertise' | 'formats' | 'capacity' | 'about';
}

/** The fields of the items of lists. */
export interface ListFieldNames {
  skills: 'name' | 'category' | 'level' | 'years' | 'keywords';
  workExperience:
    'position' | 'organisation' | 'location' | 'startDate' | 'endDate' | 'endStatus' | 'summary' | 'highlights' | 'url';
  education:
    | 'institution'
    | 'studyType'
    | 'area'
    | 'startDate'
    | 'endDate'
    | 'endStatus'
    | 'score'
    | 'gpa.value'
    | 'gpa.scale'
    | 'courses'
    | 'url';
  projects:
    | 'name'
    | 'description'
    | 'roles'
    | 'organisation'
    | 'startDate'
    | 'endDate'
    | 'endStatus'
    | 'highlights'
    | 'keywords'
    | 'url';
  certificates: 'name' | 'issuer' | 'date' | 'expires' | 'url';
  awards: 'title' | 'awarder' | 'date' | 'summary';
  publications: 'name' | 'publisher' | 'releaseDate' | 'summary' | 'url';
  volunteering: 'position' | 'organisation' | 'startDate' | 'endDate' | 'endStatus' | 'summary' | 'highlights' | 'url';
  languages: 'name' | 'level' | 'fluency' | 'tag';
  links: 'label' | 'url' | 'username';
}

/** Fields that several sections have, under one name and with one meaning. */
export type SharedName =
  'startDate' | 'endDate' | 'endStatus' | 'url' | 'summary' | 'highlights' | 'keywords' | 'organisation' | 'position';

export type SectionFormTerms<Name extends string> = {
  title: string;
} & ([Name] extends [never] ? unknown : { fields: Readonly<Record<Name, FieldTerms>> });

type FieldNames = ObjectFieldNames & ListFieldNames;
export type SectionName = keyof FieldNames;

export type ProfileFormTerms = {
  /** For people without a profile. */
  empty: string;
  shared: Readonly<Record<SharedName, FieldTerms>>;
} & { [Section in keyof FieldNames]: SectionFormTerms<Exclude<FieldNames[Section], SharedName>> };
