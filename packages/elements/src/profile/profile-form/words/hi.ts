/** Hindi. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'आपकी अभी कोई प्रोफ़ाइल नहीं है।',
  shared: {
    startDate: { label: 'आरंभ' },
    endDate: { label: 'अंत' },
    endStatus: {
      label: 'अंत की तारीख़ के बिना',
      choices: { ongoing: 'जारी है', open: 'कुछ नहीं बताया गया', unknown: 'समाप्त, तारीख़ अज्ञात' },
    },
    url: { label: 'वेब पता' },
    summary: { label: 'सारांश' },
    highlights: { label: 'मुख्य बातें', help: 'हर पंक्ति में एक।' },
    keywords: { label: 'मुख्य शब्द', help: 'हर पंक्ति में एक।' },
    organisation: { label: 'संगठन' },
    position: { label: 'पद' },
  },
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
  about: { title: 'आपके बारे में', fields: { text: { label: 'परिचय', help: 'आप कौन हैं और क्या खोज रहे हैं।' } } },
  availability: {
    title: 'उपलब्धता',
    fields: {
      status: { label: 'स्थिति' },
      from: { label: 'कब से' },
      hoursPerWeek: { label: 'प्रति सप्ताह घंटे' },
      remote: { label: 'दूर से काम', choices: { true: 'हाँ', false: 'नहीं' } },
      timeZone: { label: 'समय क्षेत्र' },
      'rate.amount': { label: 'दर' },
      'rate.currency': { label: 'मुद्रा' },
      'rate.per': { label: 'प्रति', choices: { hour: 'घंटा', day: 'दिन', month: 'महीना', project: 'परियोजना' } },
    },
  },
  contact: {
    title: 'संपर्क',
    fields: { email: { label: 'ई-मेल' }, phone: { label: 'फ़ोन' }, website: { label: 'वेबसाइट' } },
  },
  organisation: {
    title: 'आपका संगठन',
    fields: {
      name: { label: 'नाम' },
      website: { label: 'वेबसाइट' },
      industry: { label: 'उद्योग' },
      size: { label: 'लोगों की संख्या' },
      about: { label: 'संगठन के बारे में' },
      openingsEmail: { label: 'आवेदकों के लिए ई-मेल' },
      openingsUrl: { label: 'रिक्तियों का पता' },
    },
  },
  mentoring: {
    title: 'मार्गदर्शन',
    fields: {
      expertise: { label: 'आप किसमें मदद कर सकते हैं', help: 'हर पंक्ति में एक।' },
      formats: { label: 'मिलने के तरीके', choices: { chat: 'चैट', call: 'कॉल', 'in-person': 'आमने-सामने' } },
      capacity: { label: 'एक साथ कितने लोग' },
      about: { label: 'आप कैसे मार्गदर्शन करते हैं' },
    },
  },
  skills: {
    title: 'कौशल',
    fields: {
      name: { label: 'कौशल का नाम' },
      category: { label: 'समूह' },
      level: { label: 'स्तर' },
      years: { label: 'अभ्यास के वर्ष' },
    },
  },
  workExperience: { title: 'कार्य अनुभव', fields: { location: { label: 'स्थान' } } },
  education: {
    title: 'शिक्षा',
    fields: {
      institution: { label: 'विद्यालय या विश्वविद्यालय' },
      studyType: { label: 'उपाधि' },
      area: { label: 'विषय' },
      score: { label: 'अंक', help: 'जैसा संस्थान लिखता है।' },
      'gpa.value': { label: 'औसत ग्रेड' },
      'gpa.scale': { label: 'पैमाने का अधिकतम' },
      courses: { label: 'पाठ्यक्रम', help: 'हर पंक्ति में एक।' },
    },
  },
  projects: {
    title: 'परियोजनाएँ',
    fields: {
      name: { label: 'नाम' },
      description: { label: 'विवरण' },
      roles: { label: 'आपकी भूमिकाएँ', help: 'हर पंक्ति में एक।' },
    },
  },
  certificates: {
    title: 'प्रमाणपत्र',
    fields: {
      name: { label: 'नाम' },
      issuer: { label: 'जारीकर्ता' },
      date: { label: 'जारी होने की तारीख़' },
      expires: { label: 'मान्य है' },
    },
  },
  awards: {
    title: 'पुरस्कार',
    fields: { title: { label: 'पुरस्कार का नाम' }, awarder: { label: 'किसने दिया' }, date: { label: 'तारीख़' } },
  },
  publications: {
    title: 'प्रकाशन',
    fields: { name: { label: 'शीर्षक' }, publisher: { label: 'प्रकाशक' }, releaseDate: { label: 'प्रकाशित' } },
  },
  volunteering: { title: 'स्वयंसेवा' },
  languages: {
    title: 'भाषाएँ',
    fields: {
      name: { label: 'भाषा' },
      level: { label: 'स्तर', choices: { native: 'मातृभाषा' } },
      fluency: { label: 'आपके शब्दों में' },
      tag: { label: 'भाषा कोड', help: 'जैसे pt-BR।' },
    },
  },
  links: { title: 'लिंक', fields: { label: { label: 'नाम' }, username: { label: 'उपयोगकर्ता नाम' } } },
};
