/** Words of the profile's forms: those of each section, beside those of every form. */
import type { FieldTerms } from '../../writing/terms.ts';

/** The fields of the section `identity`, in the order of the page. */
export type IdentityField =
  'displayName' | 'headline' | 'pronouns' | 'location.city' | 'location.region' | 'location.countryCode' | 'avatarUrl';

export interface SectionFormTerms<Name extends string> {
  title: string;
  fields: Readonly<Record<Name, FieldTerms>>;
}

export interface ProfileFormTerms {
  /** For people without a profile. */
  empty: string;
  identity: SectionFormTerms<IdentityField>;
}
