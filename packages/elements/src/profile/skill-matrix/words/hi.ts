/** Hindi. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
  skill: 'कौशल',
  level: 'स्तर',
  years: 'वर्ष',
  evidence: 'प्रमाण',
  endorsements: 'अनुशंसाएँ',
  filter: 'कौशल छाँटें',
  group: 'श्रेणी के अनुसार समूह',
  table: 'स्क्रीन रीडर के लिए सरल तालिका',
  sortBy: 'इसके अनुसार क्रमित करें',
  listed: 'मूल क्रम',
  other: 'अन्य',
  shown: (count, total) => `${total} में से ${count} कौशल`,
  noMatch: 'कोई कौशल मेल नहीं खाता।',
};
