/** Arabic. */
import type { MatrixWords } from '../words.ts';

export const words: MatrixWords = {
  skill: 'المهارة',
  level: 'المستوى',
  years: 'السنوات',
  evidence: 'الشواهد',
  endorsements: 'التزكيات',
  filter: 'تصفية المهارات',
  group: 'تجميع حسب الفئة',
  table: 'جدول بسيط لقارئات الشاشة',
  sortBy: 'الترتيب حسب',
  listed: 'كما وردت',
  other: 'أخرى',
  shown: (count, total) => `${count} من ${total} من المهارات`,
  noMatch: 'لا توجد مهارة مطابقة.',
};
