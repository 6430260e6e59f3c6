/** The words of the request for an access. */
import type { Part } from '../../localization/part.ts';
import type { AccessRequestTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<AccessRequestTerms> = { name: 'privacy/access-request', en };
