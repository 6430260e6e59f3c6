/** The words of a profile's forms. */
import type { Part } from '../../localization/part.ts';
import type { FormTerms } from '../../writing/form.ts';
import type { WritingTerms } from '../../writing/terms.ts';
import type { SectionName } from './section-store.ts';
import type { ProfileFormTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ProfileFormTerms> = { name: 'profile/profile-form', en };

const made = new WeakMap<ProfileFormTerms, Partial<Record<SectionName, FormTerms>>>();

/** The words of a section's form; the same object for the same language. */
export function sectionTerms(terms: ProfileFormTerms, section: SectionName, writing: WritingTerms): FormTerms {
  const known = made.get(terms) ?? {};
  made.set(terms, known);
  const { empty, shared } = terms;
  const own = terms[section] as Pick<FormTerms, 'title' | 'fields'>;
  return (known[section] ??= { title: own.title, fields: { ...shared, ...own.fields }, empty, writing });
}
