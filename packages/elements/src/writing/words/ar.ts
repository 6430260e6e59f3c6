/** Arabic. Counted nouns take six forms (CLDR plural rules). */
import type { WritingTerms } from '../terms.ts';

const plural = new Intl.PluralRules('ar');

function seconds(count: number, written: string): string {
  switch (plural.select(count)) {
    case 'one':
      return 'ثانية واحدة';
    case 'two':
      return 'ثانيتين';
    case 'few':
      return `${written} ثوانٍ`;
    default:
      return `${written} ثانية`;
  }
}

export const words: WritingTerms = {
  loading: 'جارٍ التحميل',
  signedOut: 'سجّل الدخول لتعديل هذا.',
  error: 'تعذّر التحميل.',
  offline: 'لا يوجد اتصال حاليًا.',
  retry: 'إعادة المحاولة',
  save: 'حفظ',
  discard: 'تجاهل التغييرات',
  undo: 'تراجع',
  clean: 'كل التغييرات محفوظة.',
  dirty: 'لم يُحفظ بعد.',
  saving: 'جارٍ الحفظ …',
  saved: 'تم الحفظ.',
  unsent: 'تعذّر الحفظ: لا يوجد اتصال. تغييراتك باقية وستُرسل عند عودته.',
  waiting: (count, written) =>
    `لم يُحفظ بعد: تغييرات كثيرة دفعة واحدة. المحاولة التالية بعد ${seconds(count, written)}.`,
  expired: 'تعذّر الحفظ: انتهت جلستك. تغييراتك باقية إلى أن تسجّل الدخول مجددًا.',
  failed: 'تعذّر الحفظ. تغييراتك باقية.',
  invalid: 'تعذّر الحفظ: يُرجى مراجعة ما كتبته.',
  conflict: 'تغيّر في مكان آخر في هذه الأثناء: يُرجى الاختيار.',
  theirs: 'المحفوظ في مكان آخر',
  keepMine: 'إبقاء ما لديك',
  takeTheirs: 'أخذ الآخر',
  empty: 'فارغ',
  restored: 'عادت تغييراتك غير المحفوظة.',
  required: 'يُرجى ملء هذا الحقل.',
  max: (written) => `يُرجى الاختصار إلى ${written} حرفًا.`,
  url: 'يُرجى كتابة عنوان كامل يبدأ بـ \u2068https://\u2069.',
  email: 'يُرجى كتابة عنوان بريد إلكتروني كامل.',
  count: (used, max) => `${used} من ${max} حرفًا`,
  none: 'غير محدّد',
  maxEach: (written) => `يرجى اختصار كل سطر إلى ${written} حرفًا.`,
  most: (written) => `يرجى كتابة ${written} سطرًا على الأكثر.`,
  date: 'يرجى إدخال تاريخ كامل أو السنة وحدها.',
  number: 'يرجى إدخال رقم.',
  whole: 'يرجى إدخال رقم صحيح.',
  range: (least, greatest) => `يرجى إدخال رقم من ${least} إلى ${greatest}.`,
  year: 'السنة',
  month: 'الشهر',
  day: 'اليوم',
  items: {
    add: 'إضافة عنصر',
    full: (written) => `القائمة ممتلئة: فيها ${written} عنصرًا.`,
    untitled: 'عنصر جديد',
    up: 'نقل إلى أعلى',
    down: 'نقل إلى أسفل',
    moved: (name, position, count) => `\u2068${name}\u2069: الآن ${position} من ${count}`,
    remove: 'إزالة',
    removed: (name) => `أُزيل «\u2068${name}\u2069».`,
    done: 'تم',
    order: 'الترتيب',
    orderThere: (names) => `الترتيب المحفوظ في مكان آخر: \u2068${names}\u2069`,
    removedThere: 'أُزيل هذا في مكان آخر.',
    changedThere: (name) => `أزلتَ «\u2068${name}\u2069» وجرى تغييره في مكان آخر.`,
  },
};
