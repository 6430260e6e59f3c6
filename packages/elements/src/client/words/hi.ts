/** Hindi. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'लोड हो रहा है',
  signedOut: 'इसे देखने के लिए साइन इन करें।',
  unavailable: 'यह आपके लिए उपलब्ध नहीं है।',
  error: 'इसे लोड नहीं किया जा सका।',
};
