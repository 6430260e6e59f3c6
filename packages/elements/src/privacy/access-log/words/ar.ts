/** Arabic. */
import type { AccessLogTerms } from '../terms.ts';
import { purposes } from '../../purposes/ar.ts';

export const words: AccessLogTerms = {
  purposes,
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
  sent: 'أُرسل إلى آخرين',
  sentMore: 'عندما يرسل Gigsy بيانات لك إلى جهة أخرى يُدوَّن ذلك هنا. هذه آخر المرات.',
  toWhom: 'إلى من',
  party: {
    github: 'GitHub',
    clerk: 'Clerk حيث تسجّل الدخول',
    pictureHost: 'الموقع الذي تأتي منه صورتك',
    linkHost: 'موقع صفحة يشير إليها ملف أعمالك',
    messageProvider: 'المزوّد الذي يرسل رسائلنا الإلكترونية والنصية',
  },
  part: {
    'imports.account': 'اسم حسابك هناك',
    'account.user': 'حساب تسجيل الدخول',
    'verification.subject': 'عنوانك أو رقمك',
  },
  earlier: 'عرض ما سبق',
  shown: (_, written) => `عدد ما عُرض مما سبق: ${written}.`,
  views: 'مشاهدات الجمهور',
  viewsIntro:
    'عدد تقريبي للمرات التي قُرئ فيها ملفك على الويب في آخر 30 يومًا: تقدير مأخوذ من عينة. لا يُذكر اسم أحد، وتُحتسب زياراتك أيضًا.',
  noViews: 'لم تُحتسب أي مشاهدة بعد.',
  day: 'اليوم',
  count: 'المشاهدات',
  viewed: (_, written) => `المجموع: ${written}.`,
};
