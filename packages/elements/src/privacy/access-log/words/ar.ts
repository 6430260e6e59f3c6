/** Arabic. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
  title: 'من اطّلع على بياناتك',
  intro: 'يذكر الأعضاء الذين يفتحون أجزاء غير عامة من ملفك الشخصي الغرض والمدة. وتبقى كل مرة في هذه القائمة.',
  empty: 'لم يفتح أحد أي جزء غير عام من ملفك الشخصي.',
  open: 'مفتوح الآن',
  history: 'كل عمليات الاطّلاع',
  noneOpen: 'لا يملك أحد حق الاطّلاع حاليًا.',
  who: 'من',
  what: 'ماذا',
  why: 'لماذا',
  when: 'متى',
  until: 'حتى',
  untilLatest: 'حتى موعد أقصاه',
  unnamed: 'عضو لا يمكنك رؤية ملفه الشخصي',
  end: 'إنهاء الاطّلاع',
  ended: 'انتهى الاطّلاع.',
  endedBefore: 'كان هذا الاطّلاع قد انتهى من قبل.',
  earlier: 'عرض ما سبق',
  shown: (_, written) => `عدد ما عُرض مما سبق: ${written}.`,
};
