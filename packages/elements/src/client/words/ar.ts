/** Arabic. */
import type { ClientWords } from '../terms.ts';

export const words: ClientWords = {
  loading: 'جارٍ التحميل',
  signedOut: 'سجّل الدخول لرؤية هذا.',
  unavailable: 'هذا غير متاح لك.',
  error: 'تعذّر التحميل.',
  failed: 'تعذّر ذلك. لم يتغيّر شيء.',
  expired: 'انتهت جلستك. سجّل الدخول من جديد.',
  busy: 'كان هذا كثيرًا دفعة واحدة. انتظر لحظة ثم حاول مجددًا.',
};
