/** Hindi. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: 'परिचय',
  experience: 'अनुभव',
  education: 'शिक्षा',
  projects: 'परियोजनाएँ',
  languages: 'भाषाएँ',
  nothing: 'यहाँ दिखाने के लिए कुछ नहीं है।',
  present: 'वर्तमान',
  endUnknown: 'समाप्ति अज्ञात',
};
