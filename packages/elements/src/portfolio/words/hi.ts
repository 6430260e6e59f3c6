/** Hindi. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: 'पोर्टफ़ोलियो लोड हो रहा है',
  unavailable: 'यह पोर्टफ़ोलियो उपलब्ध नहीं है।',
  error: 'यह पोर्टफ़ोलियो लोड नहीं हो सका।',
  badges: 'बैज',
  validUntil: (date) => `${date} तक मान्य`,
  expired: (date) => `मान्यता समाप्त (${date})`,
  nothing: 'यहाँ दिखाने के लिए कुछ नहीं है।',
};
