/** English. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Loading',
  signedOut: 'Sign in to see this.',
  unavailable: 'This is not available to you.',
  error: 'This could not be loaded.',
};
