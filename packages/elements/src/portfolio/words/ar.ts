/** Arabic. */
import type { PortfolioRoomWords } from '../words.ts';

export const words: PortfolioRoomWords = {
  loading: 'جارٍ تحميل ملف الأعمال',
  unavailable: 'ملف الأعمال هذا غير متاح.',
  error: 'تعذّر تحميل ملف الأعمال هذا.',
  badges: 'الشارات',
  validUntil: (date) => `صالحة حتى ${date}`,
  expired: (date) => `انتهت صلاحيتها (${date})`,
  nothing: 'لا يوجد ما يُعرض هنا.',
};
