/** The words of elements that show answers for signed-in people. */
import type { Part } from '../localization/part.ts';
import { words as en } from './words/en.ts';

export interface ClientWords {
  loading: string;
  signedOut: string;
  /** It is not for this person. */
  unavailable: string;
  error: string;
}

export const words: Part<ClientWords> = { name: 'client', en };
