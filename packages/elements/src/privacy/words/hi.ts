/** Hindi. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/hi.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'आपकी पूरी प्रोफ़ाइल',
  field: {
    'identity.displayName': 'नाम',
    'identity.headline': 'शीर्षक',
    'identity.pronouns': 'सर्वनाम',
    'identity.avatarUrl': 'तस्वीर',
    'identity.location': 'स्थान',
    'contact.email': 'ई-मेल',
    'contact.phone': 'फ़ोन',
    'contact.website': 'वेबसाइट',
    'education.score': 'अंक',
    'education.gpa': 'औसत ग्रेड',
    'availability.rate': 'दर',
    'organisation.openingsEmail': 'आवेदकों के लिए ई-मेल',
    'verification.domain': 'डोमेन',
    'verification.link': 'पेज',
  },
  further: {
    courses: 'पाठ्यक्रम',
    gigs: 'काम',
    badges: 'बैज',
    contributions: 'योगदान',
    verification: 'सत्यापित संपर्क विवरण',
    endorsements: 'अनुशंसाएँ',
    reviews: 'समीक्षाएँ',
    reputation: 'प्रतिष्ठा',
  },
  visibility: {
    public: 'वेब पर कोई भी',
    platform: 'साइन इन किए हुए सदस्य',
    restricted: 'आपके चुने हुए लोग',
    owner: 'केवल आप',
  },
  relation: { contact: 'आपके संपर्क' },
  of: (whole, part) => `${whole}: ${part}`,
  cancel: 'रद्द करें',
};
