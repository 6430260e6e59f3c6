/** Hindi. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: 'अनुशंसाएँ',
  nothing: 'यहाँ दिखाने के लिए कुछ नहीं है।',
  skills: 'अनुशंसित कौशल और कितनी बार',
  forSkills: (skills) => `${skills} के लिए`,
  writtenOn: (date) => `${date} को लिखा गया`,
  levels: {
    email: 'ई-मेल पते की पुष्टि हुई',
    phone: 'फ़ोन नंबर की पुष्टि हुई',
    organisation: 'संगठन की पुष्टि हुई',
    government: 'पहचान की पुष्टि हुई',
  },
  more: 'सभी दिखाएँ',
};
