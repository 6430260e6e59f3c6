/** Hindi. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'आपकी अभी कोई प्रोफ़ाइल नहीं है।',
  identity: {
    title: 'नाम और स्थान',
    fields: {
      displayName: { label: 'नाम', help: 'जैसा दूसरे पढ़ें।' },
      headline: { label: 'शीर्षक', help: 'आप क्या करते हैं, एक पंक्ति में।' },
      pronouns: { label: 'सर्वनाम', help: 'जैसे they/them।' },
      'location.city': { label: 'शहर' },
      'location.region': { label: 'क्षेत्र' },
      'location.countryCode': { label: 'देश' },
      avatarUrl: {
        label: 'आपकी तस्वीर का पता',
        help: 'https:// से शुरू होता है। तस्वीर एक बार ली जाती है और Gigsy से दिखाई जाती है।',
      },
    },
  },
};
