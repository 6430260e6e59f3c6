/** Words of the profile's forms: those of each section, beside those of every form. */
import type { FieldTerms } from '../../writing/form.ts';
import type { WritingTerms } from '../../writing/terms.ts';
import type { IdentityField } from './identity.ts';

export interface SectionFormTerms<Name extends string> {
  title: string;
  fields: Readonly<Record<Name, FieldTerms>>;
}

export interface ProfileFormTerms {
  writing: WritingTerms;
  /** For people without a profile. */
  empty: string;
  identity: SectionFormTerms<IdentityField>;
}
