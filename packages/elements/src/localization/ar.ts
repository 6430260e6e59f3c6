/** Arabic. Counted nouns take six forms (CLDR plural rules). */
import type { Terms } from './terms.ts';

const plural = new Intl.PluralRules('ar');

export const table: Terms = {
  code: 'ar',
  loading: 'جارٍ تحميل الملف الشخصي',
  unavailable: 'هذا الملف الشخصي غير متاح.',
  error: 'تعذّر تحميل هذا الملف الشخصي.',
  offline: 'لا يوجد اتصال حاليًا.',
  retry: 'إعادة المحاولة',
  open: 'متاح للعمل',
  limited: 'متاح جزئيًا',
  closed: 'غير متاح للعمل',
  remote: 'عن بُعد',
  skills: 'المهارات',
  moreSkills: (count, written) => {
    switch (plural.select(count)) {
      case 'zero': return 'لا مهارات أخرى';
      case 'one': return 'مهارة أخرى';
      case 'two': return 'مهارتان أخريان';
      case 'few': return `${written} مهارات أخرى`;
      default: return `${written} مهارة أخرى`;
    }
  },
  comma: '، ',
};
