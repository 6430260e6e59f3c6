/** A subclass's description of its forms. */
import type { Gigsy } from '@gigsy/sdk';
import type { Field } from './field.ts';
import type { Store } from './store.ts';
import type { FieldTerms, WritingTerms } from './terms.ts';

export interface Form {
  /** Tells the form from others of the same person: `profile/identity`. */
  readonly name: string;
  /** In the order of the page; of a list, those of each item. */
  readonly fields: readonly Field[];
  /** For a list of items. */
  readonly list?: ListForm;
  store(client: Gigsy): Store;
}

export interface ListForm {
  /** Most items. */
  readonly max: number;
  /** Names of the fields that stand for an item while it is closed: its title is the first that has content. */
  readonly title: readonly string[];
  /** Names of the fields whose content stands beside the title. */
  readonly notes: readonly string[];
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
