/** Hindi. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: 'ईमेल पते की पुष्टि हुई',
    phone: 'फ़ोन नंबर की पुष्टि हुई',
    domain: 'संगठन के डोमेन की पुष्टि हुई',
    link: 'पेज की पुष्टि हुई',
    document: 'पहचान पत्र की जाँच हुई',
  },
  checkedBy: (provider, date) => `${provider} ने ${date} को जाँचा`,
  until: (date) => `${date} तक मान्य`,
  nothing: 'यहाँ दिखाने के लिए कुछ नहीं है।',
};
