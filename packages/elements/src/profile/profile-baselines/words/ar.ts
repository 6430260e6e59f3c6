/** Arabic. */
import type { ProfileBaselinesTerms } from '../terms.ts';
import { names } from '../../names/ar.ts';

export const words: ProfileBaselinesTerms = {
  ...names,
  title: 'الملفات الشخصية بالأرقام',
  upTo: (time) => `محسوب حتى ${time}`,
  none: 'لم يُحسب شيء بعد.',
  completeness: 'الملفات حسب القوة',
  band: (from, to) => `من ${from} إلى ${to}`,
  timeToComplete: 'الوقت حتى بلوغ الملف 80',
  times: ['حتى ساعة', 'حتى يوم', 'حتى أسبوع', 'حتى أربعة أسابيع', 'أطول'],
  edits: 'التعديلات حسب القسم، آخر 28 يومًا',
  table: 'عرض كجدول',
  profiles: 'الملفات',
  day: 'اليوم',
  all: 'الكل',
};
