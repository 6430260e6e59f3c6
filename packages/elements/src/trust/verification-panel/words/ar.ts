/** Arabic. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'التحققات',
  intro: 'يرى الآخرون أن عنوانًا أو رقمًا قد تأكد، ومن أكده وإلى متى يسري. ولا يرون العنوان أو الرقم أبدًا.',
  empty: 'أنشئ ملفًا أولًا.',
  levels: {
    none: 'لم يتأكد شيء بعد.',
    email: 'مستواك: البريد الإلكتروني',
    phone: 'مستواك: رقم الهاتف',
    organisation: 'مستواك: المؤسسة',
    government: 'مستواك: هوية رسمية',
  },

  methods: { email: 'عنوان البريد الإلكتروني', phone: 'رقم الهاتف' },
  help: {
    email: 'يرسل Gigsy إليه رمزًا من ستة أرقام.',
    phone: 'مع رمز البلد، مثل ‎+43 664 1234567. يرسل Gigsy إليه رمزًا من ستة أرقام.',
  },
  wanted: {
    email: 'اكتب عنوان بريد إلكتروني، مثل ada@example.org.',
    phone: 'اكتب رقمًا مع رمز البلد، مثل ‎+43 664 1234567.',
  },
  send: 'أرسل رمزًا',
  sent: (subject) => `الرمز في طريقه إلى ${subject}.`,

  code: 'الرمز',
  codeHelp: (subject, time) => `أُرسل إلى ${subject}. يسري الرمز حتى ${time}.`,
  codeWanted: 'اكتب الأرقام الستة التي في الرسالة.',
  wrong: 'هذا الرمز لا يطابق أو لم يعد ساريًا. بعد خمس محاولات اطلب رمزًا آخر.',
  confirm: 'أكّد',
  confirmed: { email: 'تأكد عنوان بريدك الإلكتروني.', phone: 'تأكد رقم هاتفك.' },
  another: 'أرسل رمزًا آخر',
  cancel: 'ألغِ',
  cancelled: 'أُلغي. لم يعد الرمز ساريًا.',

  holds: (from, until) => `تأكد في ${from}. يسري حتى ${until}.`,
  endsSoon: (date) => `ينتهي هذا في ${date}. أكّده من جديد لتحتفظ به.`,
  again: 'أكّد من جديد',
  withdraw: 'اسحب',
  withdrawn: 'سُحب. حُذف العنوان أو الرقم.',

  credential: 'تنزيل الشهادة',
  credentialSaved: 'نُزّلت الشهادة. يستطيع كل من تعطيه إياها التحقق منها.',
  credentialLate: 'الشهادة غير جاهزة بعد. حاول مجددًا بعد لحظات.',
  noCredentials: 'لا يمكن إصدار الشهادات حاليًا.',

  earlier: 'سابقًا',
  ended: {
    expired: (date) => `انتهى في ${date}`,
    withdrawn: (date) => `سُحب أو استُبدل في ${date}`,
    revoked: (date) => `أُبطل في ${date}`,
  },

  noProfile: 'أنشئ ملفًا أولًا.',
  tooOften: 'طلبت أكبر عدد ممكن من الرموز. حاول مجددًا غدًا.',
  noSender: 'لا يمكن إرسال الرسائل حاليًا.',
  over: 'كان هذا قد انتهى.',
  outbox: (subject, code) => `هذا التثبيت للتطوير ولا يرسل رسائل. الرمز الخاص بـ ${subject}: ${code}`,
};
