/** Arabic. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'ليس لديك ملف شخصي بعد.',
  identity: {
    title: 'الاسم والمكان',
    fields: {
      displayName: { label: 'الاسم', help: 'كما تريد أن يقرأه الآخرون.' },
      headline: { label: 'العنوان التعريفي', help: 'ما تعمله، في سطر واحد.' },
      pronouns: { label: 'الضمائر', help: 'مثل هي أو هو.' },
      'location.city': { label: 'المدينة' },
      'location.region': { label: 'المنطقة' },
      'location.countryCode': { label: 'البلد' },
      avatarUrl: { label: 'عنوان صورتك', help: 'يبدأ بـ \u2068https://\u2069. تُجلب الصورة مرة واحدة وتُعرض من Gigsy.' },
    },
  },
};
