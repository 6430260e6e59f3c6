/** Arabic. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: 'تم تأكيد عنوان البريد الإلكتروني',
    phone: 'تم تأكيد رقم الهاتف',
    domain: 'تأكد نطاق مؤسسة',
    link: 'تأكدت صفحة',
    document: 'وثيقة الهوية مفحوصة',
  },
  checkedBy: (provider, date) => `تحقّق منه ${provider} في ${date}`,
  until: (date) => `سارٍ حتى ${date}`,
  nothing: 'لا شيء لعرضه هنا.',
};
