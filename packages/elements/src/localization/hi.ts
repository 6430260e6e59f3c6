/** Hindi. */
import type { Table } from './terms.ts';

export const table: Table = {
  code: 'hi',
  loading: 'प्रोफ़ाइल लोड हो रही है',
  unavailable: 'यह प्रोफ़ाइल उपलब्ध नहीं है।',
  error: 'यह प्रोफ़ाइल लोड नहीं हो सकी।',
  offline: 'अभी कोई कनेक्शन नहीं है।',
  retry: 'फिर से कोशिश करें',
  more: 'और जानकारी',
  open: 'उपलब्ध',
  limited: 'सीमित उपलब्धता',
  closed: 'उपलब्ध नहीं',
  remote: 'दूरस्थ',
  skills: 'कौशल',
  moreSkills: (_, written) => `${written} और कौशल`,
  comma: ', ',
  levels: ['सीख रहे हैं', 'बुनियादी', 'कुशल', 'उन्नत', 'विशेषज्ञ'],
  panel: {
    from: (date) => `${date} से`,
  },
  sections: {
    about: 'परिचय',
    experience: 'अनुभव',
    education: 'शिक्षा',
    languages: 'भाषाएँ',
    nothing: 'यहाँ दिखाने के लिए कुछ नहीं है।',
    present: 'वर्तमान',
  },
  matrix: {
    skill: 'कौशल',
    level: 'स्तर',
    years: 'वर्ष',
    evidence: 'प्रमाण',
    endorsements: 'अनुशंसाएँ',
    filter: 'कौशल छाँटें',
    group: 'श्रेणी के अनुसार समूह',
    table: 'तालिका के रूप में देखें',
    other: 'अन्य',
    shown: (count, total) => `${total} में से ${count} कौशल`,
    noMatch: 'कोई कौशल मेल नहीं खाता।',
  },
};
