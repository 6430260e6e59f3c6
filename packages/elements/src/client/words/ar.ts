/** Arabic. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'جارٍ التحميل',
  signedOut: 'سجّل الدخول لرؤية هذا.',
  unavailable: 'هذا غير متاح لك.',
  error: 'تعذّر التحميل.',
};
