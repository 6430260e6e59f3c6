/** Hindi. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'आपकी प्रतिष्ठा',
  intro:
    'अनुशंसाओं, समीक्षाओं और पूरे किए गए कामों से 0 से 100 तक की संख्या। हर दर्शक वर्ग की अपनी संख्या है, जो वह देख सकता है उसके अनुसार।',
  empty: 'पहले एक प्रोफ़ाइल बनाएँ।',
  audiences: { public: 'सभी के लिए', platform: 'सदस्यों के लिए' },
  none: 'अभी ऐसे कोई मत नहीं हैं जिन्हें यह दर्शक वर्ग देख सके।',
  counted: (kind, votes, counted) => `${kind}: ${votes} को ${counted} गिना गया`,
  lost: (kind, points) => `${kind}: आपके विरुद्ध जो है उससे ${points} अंक घटते हैं`,
  raising: 'क्या इसे बढ़ाएगा',
  steps: {
    'another-vote': (gain) => `किसी भरोसेमंद व्यक्ति का एक और अच्छा मत: लगभग ${gain} अंक`,
    'fresher-votes': (gain) => `पुराने मतों की जगह नए मत: लगभग ${gain} अंक`,
    'trusted-voters': (gain) => `आपको मत देने वालों पर अधिक भरोसा: लगभग ${gain} अंक`,
  },
  pending: 'एक बदलाव गिना जा रहा है।',
  verified: 'इस दर्शक वर्ग के लिए आपकी पहचान सत्यापित है, इसलिए भरोसा आपसे शुरू होता है।',
};
