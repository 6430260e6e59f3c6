/** Arabic. Counted nouns take six forms (CLDR plural rules). */
import type { Table } from './terms.ts';

const plural = new Intl.PluralRules('ar');

export const table: Table = {
  code: 'ar',
  loading: 'جارٍ تحميل الملف الشخصي',
  unavailable: 'هذا الملف الشخصي غير متاح.',
  error: 'تعذّر تحميل هذا الملف الشخصي.',
  offline: 'لا يوجد اتصال حاليًا.',
  retry: 'إعادة المحاولة',
  more: 'المزيد',
  open: 'متاح للعمل',
  limited: 'متاح جزئيًا',
  closed: 'غير متاح للعمل',
  remote: 'عن بُعد',
  skills: 'المهارات',
  moreSkills: (count, written) => {
    switch (plural.select(count)) {
      case 'zero':
        return 'لا مهارات أخرى';
      case 'one':
        return 'مهارة أخرى';
      case 'two':
        return 'مهارتان أخريان';
      case 'few':
        return `${written} مهارات أخرى`;
      default:
        return `${written} مهارة أخرى`;
    }
  },
  comma: '، ',
  levels: ['متعلّم', 'أساسي', 'متمكّن', 'متقدّم', 'خبير'],
  panel: {
    from: (date) => `من ${date}`,
  },
  sections: {
    about: 'نبذة',
    experience: 'الخبرة',
    education: 'التعليم',
    languages: 'اللغات',
    nothing: 'لا يوجد ما يُعرض هنا.',
    present: 'حتى الآن',
    endUnknown: 'تاريخ الانتهاء غير معروف',
  },
  matrix: {
    skill: 'المهارة',
    level: 'المستوى',
    years: 'السنوات',
    evidence: 'الشواهد',
    endorsements: 'التزكيات',
    filter: 'تصفية المهارات',
    group: 'تجميع حسب الفئة',
    table: 'جدول بسيط لقارئات الشاشة',
    sortBy: 'الترتيب حسب',
    listed: 'كما وردت',
    other: 'أخرى',
    shown: (count, total) => `${count} من ${total} من المهارات`,
    noMatch: 'لا توجد مهارة مطابقة.',
  },
};
