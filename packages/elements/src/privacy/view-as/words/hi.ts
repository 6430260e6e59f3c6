/** Hindi. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'दूसरे आपको कैसे देखते हैं',
  empty: 'आपकी अभी कोई प्रोफ़ाइल नहीं है।',
  viewer: 'किस रूप में देखें',
  anonymous: 'वेब पर कोई भी',
  member: 'साइन इन किया हुआ सदस्य',
  named: (name) => `${name} (आपके चुने हुए)`,
  owner: 'आप',
  more: {
    anonymous: 'सर्च इंजन और बिना खाते वाले लोग यह देखते हैं।',
    member: 'Gigsy में साइन इन किए हुए सब लोग यह देखते हैं।',
    named: 'जिसे आपने केवल इसी से चुना है, वह यह देखता है।',
    owner: 'और कोई यह सब नहीं देखता।',
  },
  changing: 'उनकी नज़र से देखा जा रहा है …',
  nothing: 'वे कुछ नहीं देखते। उनके लिए आपका पेज है ही नहीं।',
};
