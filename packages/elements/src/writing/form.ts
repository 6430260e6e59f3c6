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
  /** Saves by its button alone, also in an element that saves by itself. */
  readonly byHand?: boolean;
  store(client: Gigsy): Store;
}

export interface ListForm {
  /** Items come from elsewhere: here they are only put in order. Their fields are not edited. */
  readonly fixed?: boolean;
  /** Most items. */
  readonly max: number;
  /** Names of the fields that stand for an item while it is closed: its title is the first that has content. */
  readonly title: readonly string[];
  /** Names of the fields whose content stands beside the title. */
  readonly notes: readonly string[];
}

/** The things of another domain that stand with each item of a list. */
export interface Aside {
  /** Beside the title of a closed item; may be empty. */
  note(id: string): string;
  /** Under the fields of an open one. */
  content(id: string): unknown;
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
