/** Hindi. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: 'पोर्टफ़ोलियो',
  courses: 'प्रमाणपत्र',
  gigs: 'गिग',
  contributions: 'योगदान',
  project: 'प्रोजेक्ट',
  media: 'मीडिया',
  document: 'दस्तावेज़',
  search: 'पोर्टफ़ोलियो में खोजें',
  all: 'सभी',
  kinds: 'प्रविष्टि का प्रकार',
  shown: (count, total) => `${total} में से ${count} प्रविष्टियाँ`,
  noMatch: 'कोई प्रविष्टि मेल नहीं खाती।',
  skills: 'प्रमाण सहित कौशल',
  entries: (count, written) => `${written} ${count === 1 ? 'प्रविष्टि' : 'प्रविष्टियाँ'}`,
  details: 'विवरण',
  close: 'बंद करें',
  client: 'ग्राहक',
  credential: 'प्रमाण-पत्र संख्या',
  criteria: 'मानदंड',
  evidence: 'प्रमाण',
  page: 'लिंक किया गया पेज',
  files: 'फ़ाइलें',
  partial: 'यहाँ दिखाई गई प्रविष्टियों से अधिक मौजूद हैं।',
};
