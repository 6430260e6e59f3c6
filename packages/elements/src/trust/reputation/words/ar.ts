/** Arabic. */
import type { ReputationWords } from '../words.ts';

export const words: ReputationWords = {
  title: 'السمعة',
  score: (score, most) => `${score} من ${most}`,
  sure: { little: 'لا يُعرف إلا القليل بعد.', some: 'يُعرف بعض الشيء.', much: 'يُعرف الكثير.' },
  range: (from, to) => `بحسب ما لم يُعرف بعد، قد تكون بين ${from} و${to}.`,
  madeOf: 'ممّ تتكوّن',
  kind: 'النوع',
  votes: 'الأصوات',
  points: 'النقاط',
  kinds: { endorsement: 'التزكيات', review: 'التقييمات', completion: 'الأعمال المنجزة' },
  counts: 'يُحتسب الصوت بقدر الثقة فيمن أعطاه. ولا تُحتسب إلا الأصوات التي يمكنك رؤيتها.',
};
