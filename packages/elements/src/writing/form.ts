/** A subclass's description of its form. */
import type { Gigsy } from '@gigsy/sdk';
import type { Field } from './field.ts';
import type { Store } from './store.ts';
import type { FieldTerms, WritingTerms } from './terms.ts';

export interface Form {
  /** Tells the form from others of the same person: `profile/identity`. */
  readonly name: string;
  /** In the order of the page. */
  readonly fields: readonly Field[];
  store(client: Gigsy): Store;
}

/** Words of one form, in one language. */
export interface FormTerms {
  title: string;
  /** Instead of the form if the person has no such object yet. */
  empty: string;
  /** By the names of the fields. */
  fields: Readonly<Record<string, FieldTerms | undefined>>;
  writing: WritingTerms;
}
