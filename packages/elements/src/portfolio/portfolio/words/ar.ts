/** Arabic. */
import type { PortfolioWords } from '../words.ts';

export const words: PortfolioWords = {
  title: 'ملف الأعمال',
  courses: 'الشهادات',
  gigs: 'المهام المنجزة',
  contributions: 'المساهمات',
  project: 'مشروع',
  media: 'وسائط',
  document: 'مستند',
  search: 'البحث في ملف الأعمال',
  all: 'الكل',
  kinds: 'نوع العنصر',
  shown: (count, total) => `${count} من ${total}`,
  noMatch: 'لا يوجد عنصر مطابق.',
  skills: 'المهارات وأدلتها',
  entries: (_, written) => `عدد العناصر: ${written}`,
  details: 'التفاصيل',
  close: 'إغلاق',
  client: 'العميل',
  credential: 'الشهادة المعتمدة',
  criteria: 'المعايير',
  evidence: 'الأدلة',
  page: 'الصفحة المرتبطة',
  files: 'الملفات',
  partial: 'هناك عناصر أكثر مما يظهر هنا.',
};
