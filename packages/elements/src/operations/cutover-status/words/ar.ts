/** Arabic. Counted nouns take six forms (CLDR plural rules). */
import type { CutoverWords } from '../words.ts';

const plural = new Intl.PluralRules('ar');

/** The counted noun: for one, two, three to ten, and all others. */
function counted(count: number, written: string, [one, two, few, many]: readonly [string, string, string, string]) {
  switch (plural.select(count)) {
    case 'one':
      return one;
    case 'two':
      return two;
    case 'few':
      return `${written} ${few}`;
    default:
      return `${written} ${many}`;
  }
}

const profiles = ['ملف واحد', 'ملفان', 'ملفات', 'ملفًا'] as const;

export const words: CutoverWords = {
  title: 'تحويل قراءة الملفات الشخصية',
  offline: 'لا يوجد اتصال حاليًا.',
  drift: (count, written) =>
    `الانحرافات المفتوحة: ${counted(count, written, ['انحراف واحد', 'انحرافان', 'انحرافات', 'انحرافًا'])}`,
  noDrift: 'الانحرافات المفتوحة: لا شيء',
  cohorts: {
    staff: { name: 'الفريق', who: 'المشرفون والمسؤولون' },
    pilot: { name: 'المجموعة التجريبية', who: '5 من كل 100 من الآخرين' },
    early: { name: 'المجموعة المبكرة', who: '25 آخرون من كل 100' },
    rest: { name: 'البقية', who: 'جميع الآخرين' },
  },
  phases: {
    'dual-write': 'كتابة مزدوجة',
    'shadow-read': 'قراءة مقارنة',
    normalized: 'مطبّع',
    retired: 'متقاعد',
  },
  progress: 'المراحل',
  since: (date) => `منذ ${date}`,
  compared: (count, written) => `تمت مقارنة ${counted(count, written, profiles)}`,
  emptied: (count, written) => `النسخ المحذوفة: ${counted(count, written, ['نسخة واحدة', 'نسختان', 'نسخ', 'نسخة'])}`,
  going: 'مستمر',
  differences: (count, written) => `تُقرأ قراءة مختلفة: ${counted(count, written, profiles)}:`,
  moreThan: (written) => `أكثر من ${written}`,
  obstacles: {
    drift: 'توجد انحرافات مفتوحة.',
    differences: 'تختلف قراءة النسخة عن قراءة الصفوف.',
    comparison: 'لم تُقارن كل الملفات بعد.',
  },
  forward: (phase) => `التقدّم إلى «${phase}»`,
  back: (phase) => `الرجوع إلى «${phase}»`,
  ask: 'هل تُحذف نسخ هذه المجموعة؟ لا يمكن استعادتها.',
  retire: 'حذف النسخ',
  keep: 'الإبقاء عليها',
  moving: 'جارٍ التحويل',
  moved: (cohort, phase) => `${cohort}: الآن في مرحلة «${phase}».`,
  conflict: 'نقل شخص آخر هذه المجموعة. هذا موضعها الآن.',
  notReady: 'هذه الخطوة غير ممكنة بعد.',
  failed: 'فشلت هذه الخطوة. لم يتغيّر شيء.',
};
