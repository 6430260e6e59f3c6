/** Arabic. */
import type { ReputationPanelWords } from '../terms.ts';

export const words: ReputationPanelWords = {
  title: 'سمعتك',
  intro: 'رقم من 0 إلى 100 مأخوذ من التزكيات والتقييمات والأعمال المنجزة. ولكل جمهور رقمه بحسب ما يمكنه رؤيته.',
  empty: 'أنشئ ملفًا شخصيًا أولًا.',
  audiences: { public: 'للجميع', platform: 'للأعضاء' },
  none: 'لا توجد بعد أصوات يمكن لهذا الجمهور رؤيتها.',
  counted: (kind, votes, counted) => `${kind}: ${votes} تُحتسب ${counted}`,
  lost: (kind, points) => `${kind}: ما يُحسب عليك يكلّف ${points} نقطة`,
  raising: 'ما الذي يرفعها',
  steps: {
    'another-vote': (gain) => `صوت جيد آخر من شخص موثوق: نحو ${gain} نقطة`,
    'fresher-votes': (gain) => `أصوات أحدث بدل القديمة: نحو ${gain} نقطة`,
    'trusted-voters': (gain) => `ثقة أكبر بمن صوّتوا لك: نحو ${gain} نقطة`,
  },
  pending: 'يجري احتساب تغيير.',
  verified: 'هويتك مؤكدة لهذا الجمهور، لذا تبدأ الثقة منك.',
};
