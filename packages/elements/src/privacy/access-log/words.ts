/** The words of the log of accesses. */
import type { Part } from '../../localization/part.ts';
import type { AccessLogTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<AccessLogTerms> = { name: 'privacy/access-log', en };
