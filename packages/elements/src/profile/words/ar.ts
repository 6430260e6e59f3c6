/** Arabic. */
import type { ProfileWords } from '../words.ts';

export const words: ProfileWords = {
  about: 'نبذة',
  experience: 'الخبرة',
  education: 'التعليم',
  projects: 'المشاريع',
  languages: 'اللغات',
  nothing: 'لا يوجد ما يُعرض هنا.',
  present: 'حتى الآن',
  endUnknown: 'تاريخ الانتهاء غير معروف',
};
