/** Arabic. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: 'التزكيات',
  nothing: 'لا يوجد ما يُعرض هنا.',
  skills: 'المهارات المُزكّاة وعدد المرات',
  forSkills: (skills) => `عن ${skills}`,
  writtenOn: (date) => `كُتبت في ${date}`,
  levels: {
    email: 'تم تأكيد البريد الإلكتروني',
    phone: 'تم تأكيد رقم الهاتف',
    organisation: 'تم تأكيد المؤسسة',
    government: 'تم تأكيد الهوية',
  },
  more: 'عرض الكل',
};
