/** Words of the profile's forms: those of each section, beside those of every form. */
import type { FieldTerms } from '../../writing/form.ts';
import type { IdentityField } from './identity.ts';

export interface SectionFormTerms<Name extends string> {
  title: string;
  fields: Readonly<Record<Name, FieldTerms>>;
}

export interface ProfileFormTerms {
  /** For people without a profile. */
  empty: string;
  identity: SectionFormTerms<IdentityField>;
}
