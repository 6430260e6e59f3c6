/** Arabic. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/ar.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'ملفك الشخصي كله',
  field: {
    'identity.displayName': 'الاسم',
    'identity.headline': 'العنوان التعريفي',
    'identity.pronouns': 'الضمائر',
    'identity.avatarUrl': 'الصورة',
    'identity.location': 'المكان',
    'contact.email': 'البريد الإلكتروني',
    'contact.phone': 'الهاتف',
    'contact.website': 'الموقع',
    'education.score': 'التقدير',
    'education.gpa': 'المعدل التراكمي',
    'availability.rate': 'الأجر',
    'organisation.openingsEmail': 'بريد المتقدمين',
    'verification.domain': 'النطاق',
    'verification.link': 'الصفحة',
  },
  further: {
    courses: 'الدورات',
    gigs: 'المهام',
    badges: 'الشارات',
    contributions: 'المساهمات',
    verification: 'بيانات الاتصال الموثّقة',
    endorsements: 'التزكيات',
    reviews: 'التقييمات',
    reputation: 'السمعة',
  },
  visibility: {
    public: 'أي شخص على الويب',
    platform: 'الأعضاء المسجّلون دخولهم',
    restricted: 'من سمّيتهم',
    owner: 'أنت وحدك',
  },
  relation: { contact: 'جهات اتصالك' },
  of: (whole, part) => `${whole}: ${part}`,
  cancel: 'إلغاء',
};
