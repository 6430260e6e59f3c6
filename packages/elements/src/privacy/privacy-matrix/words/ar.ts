/** Arabic. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: 'من يرى ماذا، ولماذا يُحفظ',
  intro:
    'كل جزء من الملف الشخصي مع من يراه ما لم تختر غير ذلك. أنت وحدك من يستطيع فتحه. يستطيع المشغّل إخفاء حساب كامل، ولا يستطيع فتح أي شيء منه.',
  role: 'الدور',
  field: 'الجزء',
  first: 'يراه في البداية',
  who: 'من يمكنه تغيير ذلك',
  basis: 'الأساس القانوني (GDPR)',
  kept: 'مدة الحفظ',
  where: 'يمكن أن يظهر في',
  owner: (widest) => `أنت، وبحد أقصى: ${widest}`,
  notNamed: 'ليس لمن تسمّيهم',
  nobody: 'لا أحد: يتبع الملف الشخصي كله',
  grounds: {
    contract: 'عقد، المادة \u20666(1)(b)\u2069',
    consent: 'موافقة، المادة \u20666(1)(a)\u2069',
    obligation: 'التزام قانوني، المادة \u20666(1)(c)\u2069',
    interest: 'مصلحة مشروعة، المادة \u20666(1)(f)\u2069',
    none: 'لا بيانات عن أشخاص',
  },
  special: 'قد يدل على أمر حساس، المادة \u20669(2)(a)\u2069',
  account: 'ما دام حسابك قائمًا',
  after: {
    removedItems: (time) => `العناصر المحذوفة: ${time}`,
    uploads: (time) => `الصور التي لم تعتمدها: ${time}`,
    endedVerifications: (time) => `الإثباتات المنتهية: ${time}`,
  },
  place: {
    web: 'الصفحات العامة',
    members: 'صفحات الأعضاء',
    accesses: 'عمليات الاطّلاع في سجلك',
    own: 'صفحاتك ونسختك',
  },
};
