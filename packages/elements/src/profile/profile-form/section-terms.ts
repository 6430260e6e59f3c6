/** The words of one section's form, from those of all. */
import type { FormTerms } from '../../writing/form.ts';
import type { WritingTerms } from '../../writing/terms.ts';
import type { ProfileFormTerms, SectionName } from './terms.ts';

const made = new WeakMap<ProfileFormTerms, Partial<Record<SectionName, FormTerms>>>();

/** The words of a section's form; the same object for the same language. */
export function sectionTerms(terms: ProfileFormTerms, section: SectionName, writing: WritingTerms): FormTerms {
  const known = made.get(terms) ?? {};
  made.set(terms, known);
  const { empty, shared } = terms;
  const own = terms[section] as Pick<FormTerms, 'title' | 'fields'>;
  return (known[section] ??= { title: own.title, fields: { ...shared, ...own.fields }, empty, writing });
}
