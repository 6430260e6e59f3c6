/** Hindi. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: 'प्रतिष्ठा',
  score: (score, most) => `${most} में से ${score}`,
  sure: { little: 'अभी कम जानकारी है।', some: 'कुछ जानकारी है।', much: 'काफ़ी जानकारी है।' },
  range: (from, to) => `जो अभी ज्ञात नहीं है उसके अनुसार यह ${from} से ${to} तक हो सकती है।`,
  madeOf: 'यह किससे बनी है',
  kind: 'प्रकार',
  votes: 'मत',
  points: 'अंक',
  kinds: { endorsement: 'अनुशंसाएँ', review: 'समीक्षाएँ', completion: 'पूरे किए गए काम' },
  counts: 'मत का महत्व उसे देने वाले पर भरोसे के अनुसार होता है। केवल वे मत गिने जाते हैं जिन्हें आप देख सकते हैं।',
};
