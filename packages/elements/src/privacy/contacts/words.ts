/** The words of the contacts. */
import type { Part } from '../../localization/part.ts';
import type { ContactsTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ContactsTerms> = { name: 'privacy/contacts', en };
