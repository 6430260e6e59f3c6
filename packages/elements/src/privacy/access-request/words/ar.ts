/** Arabic. */
import type { AccessRequestTerms } from '../terms.ts';
import { purposes } from '../../purposes/ar.ts';

export const words: AccessRequestTerms = {
  purposes,
  title: 'ما يمكن للأعضاء رؤيته',
  intro: 'اذكر الغرض، فتعرض هذه الصفحة ما ليس عامًّا وما هو متاح لك. يُبلَّغ صاحب الملف بأنك اطّلعت عليه ومتى ولماذا.',
  purpose: 'الغرض',
  choose: 'اختر…',
  note: 'بكلماتك',
  noteHelp: 'اختياري. سيقرؤه صاحب الملف.',
  purposeWanted: 'اختر غرضًا.',
  noteWanted: 'اذكر الغرض.',
  show: 'اعرضه',
  opening: 'يجري الفتح…',
  shown: (purpose) => `ترى ما هو متاح لك. الغرض: ${purpose}. ويُبلَّغ صاحب الملف بذلك.`,
  nothing: 'لا شيء آخر هنا متاح لك. ترى ما يراه الجميع.',
  tooMany: 'فتحت ملفات كثيرة في وقت قصير. ترى ما يراه الجميع.',
  noteRefused: 'لم تُقبل كلماتك: استخدم نصًّا بسيطًا. ترى ما يراه الجميع.',
  ended: 'انتهى الاطلاع. ترى ما يراه الجميع.',
  end: 'أنهِ الاطلاع',
  again: 'أعد المحاولة',
};
