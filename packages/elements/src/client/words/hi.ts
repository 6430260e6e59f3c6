/** Hindi. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'लोड हो रहा है',
  signedOut: 'इसे देखने के लिए साइन इन करें।',
  unavailable: 'यह आपके लिए उपलब्ध नहीं है।',
  error: 'इसे लोड नहीं किया जा सका।',
  failed: 'यह नहीं हो सका। कुछ भी नहीं बदला।',
  expired: 'आपका सत्र समाप्त हो गया है। फिर से साइन इन करें।',
  busy: 'एक साथ बहुत ज़्यादा हो गया। थोड़ा रुककर फिर कोशिश करें।',
};
