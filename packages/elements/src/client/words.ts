/** The words of elements that show answers for signed-in people. */
import type { Part } from '../localization/part.ts';
import type { ClientWords } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<ClientWords> = { name: 'client', en };
