/** Arabic. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'كيف يراك الآخرون',
  empty: 'ليس لديك ملف بعد.',
  viewer: 'شاهده بعين',
  anonymous: 'أي شخص على الويب',
  member: 'عضو سجّل الدخول',
  named: (name) => `${name} (ممن سمّيتهم)`,
  owner: 'أنت',
  more: {
    anonymous: 'هذا ما تراه محركات البحث ومن ليس لديه حساب.',
    member: 'هذا ما يراه كل من سجّل دخوله إلى Gigsy.',
    named: 'هذا ما يراه من سمّيته بهذا وحده.',
    owner: 'لا أحد غيرك يرى هذا كله.',
  },
  changing: 'ننظر بأعينهم …',
  nothing: 'لا يرون شيئًا. صفحتك بالنسبة إليهم غير موجودة.',
};
