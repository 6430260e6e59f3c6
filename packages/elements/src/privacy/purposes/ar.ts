/** Arabic. */
import type { PurposeNames } from './terms.ts';

export const purposes: PurposeNames = {
  hiring: 'توظيف',
  admissions: 'قبول دراسي',
  mentoring: 'إرشاد',
  verification: 'تحقق',
  support: 'دعم',
  moderation: 'إشراف',
  other: 'سبب آخر',
};
