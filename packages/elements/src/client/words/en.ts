/** English. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'Loading',
  signedOut: 'Sign in to see this.',
  unavailable: 'This is not available to you.',
  error: 'This could not be loaded.',
  failed: 'This failed. Nothing was changed.',
  expired: 'Your session has ended. Sign in again.',
  busy: 'That was too much at once. Wait a moment and try again.',
};
