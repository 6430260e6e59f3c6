/** Hindi. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
  title: 'आपका डेटा किसने देखा',
  intro:
    'जो सदस्य आपकी प्रोफ़ाइल के वे हिस्से खोलते हैं जो सार्वजनिक नहीं हैं, वे बताते हैं कि किसलिए और कितने समय के लिए। हर बार इस सूची में रहती है।',
  empty: 'किसी ने आपकी प्रोफ़ाइल का कोई ऐसा हिस्सा नहीं खोला जो सार्वजनिक नहीं है।',
  open: 'अभी खुली',
  history: 'सभी पहुँच',
  noneOpen: 'इस समय किसी के पास पहुँच नहीं है।',
  who: 'कौन',
  what: 'क्या',
  why: 'क्यों',
  when: 'कब',
  until: 'कब तक',
  untilLatest: 'अधिक से अधिक कब तक',
  unnamed: 'एक सदस्य जिसकी प्रोफ़ाइल आप नहीं देख सकते',
  purpose: {
    hiring: 'भर्ती',
    admissions: 'दाख़िला',
    mentoring: 'मार्गदर्शन',
    verification: 'सत्यापन',
    support: 'सहायता',
    moderation: 'मॉडरेशन',
    other: 'कोई और कारण',
  },
  end: 'पहुँच समाप्त करें',
  ended: 'पहुँच समाप्त हो गई।',
  endedBefore: 'यह पहुँच पहले ही समाप्त हो चुकी थी।',
  sent: 'दूसरों को भेजा गया',
  sentMore: 'जब Gigsy आपका डेटा किसी और को भेजता है, तो वह यहाँ दर्ज होता है। ये पिछली बार के हैं।',
  toWhom: 'किसे',
  party: { github: 'GitHub', clerk: 'Clerk, जहाँ आप साइन इन करते हैं', pictureHost: 'वह साइट जहाँ से आपकी तस्वीर आती है' },
  part: { 'imports.account': 'वहाँ आपके खाते का नाम', 'account.user': 'आपका साइन-इन खाता' },
  earlier: 'पहले की पहुँच दिखाएँ',
  shown: (_, written) => `पहले की ${written} पहुँच दिखाई गईं।`,
};
