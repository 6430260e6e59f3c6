/** The words of requests about one's own data. */
import type { Part } from '../../localization/part.ts';
import type { DataRequestsTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<DataRequestsTerms> = { name: 'privacy/data-requests', en };
