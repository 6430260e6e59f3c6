/** Arabic. */
import type { ImportsTerms } from '../terms.ts';

const counted = (
  count: number,
  written: string,
  { one, two, few, many }: Record<'one' | 'two' | 'few' | 'many', string>,
) =>
  count === 1
    ? one
    : count === 2
      ? two
      : count % 100 >= 3 && count % 100 <= 10
        ? `${written} ${few}`
        : `${written} ${many}`;

const entries = (count: number, written: string) =>
  counted(count, written, { one: 'عنصر واحد', two: 'عنصران', few: 'عناصر', many: 'عنصرًا' });

export const words: ImportsTerms = {
  title: 'املأ ملفك الشخصي من مكان آخر',
  intro: 'انقل ما كتبته من قبل في مكان آخر. ترى كل شيء أولًا وتختار؛ ولا تُستبدل كلماتك أبدًا.',
  empty: 'ليس لديك ملف شخصي بعد.',
  source: { github: 'GitHub', linkedin: 'LinkedIn' },
  notice: {
    github:
      'نسأل GitHub مرة واحدة عمّا يراه الجميع من الحساب الذي تسمّيه: ملفه ومستودعاته. يُحفظ الجواب يومًا واحدًا للمعاينة. لا يُنشر شيء هناك ولا حاجة إلى كلمة مرور.',
    linkedin:
      'تختار الأرشيف الذي يعطيك إياه LinkedIn. يُفتح في هذا المتصفح. تبقى الرسائل وجهات الاتصال وكل ما عداها هنا؛ ولا تُرسل إلا الملفات عن مسيرتك، للمعاينة، ولا تُحفظ.',
  },
  fills: 'قد يملأ هذا:',
  term: 'يمكنك الاستيراد لمدة سنة وسحب الموافقة في أي وقت: عندئذ يخرج من ملفك ما جاء بها، إلا ما عدّلته منذ ذلك الحين.',
  agree: (source) => `الموافقة على الاستيراد من ${source}`,
  agreed: (source) => `وافقت على الاستيراد من ${source}.`,
  login: 'اسم المستخدم في GitHub',
  loginWanted: 'اكتب اسم مستخدم في GitHub: حروف لاتينية وأرقام وشرطات بينها، 39 على الأكثر.',
  look: 'انظر ما هناك',
  fetching: 'جارٍ سؤال GitHub …',
  fault: {
    unknown_user: 'لا يعرف GitHub حسابًا بهذا الاسم.',
    busy: 'لا يقبل GitHub مزيدًا من الطلبات الآن. حاول بعد ساعة.',
    unreadable: 'أجاب GitHub بشيء لا يمكن قراءته.',
    unreachable: 'تعذّر الوصول إلى GitHub. حاول لاحقًا.',
  },
  archiveMore:
    'في LinkedIn افتح الإعدادات، ثم خصوصية البيانات، ثم «الحصول على نسخة من بياناتك». يصل الأرشيف بالبريد الإلكتروني ملفًا مضغوطًا (zip).',
  archive: 'أرشيف LinkedIn (zip)',
  reading: 'جارٍ قراءة الأرشيف …',
  archiveFault: {
    not_an_archive: 'ليس هذا ملفًا مضغوطًا (zip)، أو هو تالف.',
    too_large: 'هذا الأرشيف كبير جدًا.',
    nothing_found: 'لا يحوي هذا الملف المضغوط شيئًا مما يكتبه LinkedIn عن مسيرة مهنية.',
  },
  pick: 'اختر ما تريد نقله',
  nothingNew: 'لا جديد: كل شيء في ملفك.',
  kind: { add: 'جديد', fill: 'يملأ فراغًا', renew: 'أحدث من استيرادك الأخير' },
  kept: (count, written) =>
    `${counted(count, written, { one: 'حقل واحد', two: 'حقلان', few: 'حقول', many: 'حقلًا' })} تبقى كما كتبتها`,
  left: (count, written) => `لا تتسع قوائمك لما يأتي: ${entries(count, written)}.`,
  take: (count, written) => `انقل ${entries(count, written)}`,
  pickNothing: 'اختر عنصرًا واحدًا على الأقل.',
  close: 'أغلق القائمة',
  taking: 'جارٍ النقل …',
  taken: (count, written) => `في ملفك الآن: ${entries(count, written)}.`,
  changedMeanwhile: 'تغيّر ملفك في هذه الأثناء. هذه هي القائمة الآن؛ اختر من جديد.',
  record: 'موافقتك',
  since: (date) => `أُعطيت في ${date}.`,
  until: (date) => `يمكنك الاستيراد حتى ${date}.`,
  controller: (name) => `أُعطيت إلى: ${name}`,
  version: (written) => `إصدار الإشعار: ${written}`,
  ended: {
    withdrawn: (date) => `سحبت موافقة سابقة في ${date}.`,
    expired: (date) => `انتهت موافقة سابقة من تلقاء نفسها في ${date}.`,
  },
  came: (count, written) =>
    `جاء من هنا إلى ملفك: ${counted(count, written, { one: 'جزء واحد', two: 'جزآن', few: 'أجزاء', many: 'جزءًا' })}`,
  cameNone: 'لم يأتِ شيء في ملفك من هنا.',
  edited: 'عدّلته أنت',
  withdraw: 'اسحب الموافقة',
  askWithdraw: (source) => `هل تسحب موافقتك؟ يخرج ما جاء من ${source} من ملفك فورًا ولا يمكن استعادته. ويبقى ما عدّلته.`,
  keep: 'أبقِها',
  withdrawn: (removed, written) =>
    removed === 0
      ? 'سُحبت موافقتك. لم يكن على شيء أن يخرج من ملفك.'
      : `سُحبت موافقتك، وخرج من ملفك: ${entries(removed, written)}.`,
  stayed: (count, written) => `وبقي لأنك عدّلته: ${entries(count, written)}.`,
};
