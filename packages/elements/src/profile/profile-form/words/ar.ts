/** Arabic. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'ليس لديك ملف شخصي بعد.',
  shared: {
    startDate: { label: 'البداية' },
    endDate: { label: 'النهاية' },
    endStatus: {
      label: 'من دون تاريخ نهاية',
      choices: { ongoing: 'مستمر', open: 'غير مذكور', unknown: 'انتهى في تاريخ غير معروف' },
    },
    url: { label: 'العنوان على الويب' },
    summary: { label: 'ملخص' },
    highlights: { label: 'أبرز النقاط', help: 'واحدة في كل سطر.' },
    keywords: { label: 'الكلمات المفتاحية', help: 'واحدة في كل سطر.' },
    organisation: { label: 'المؤسسة' },
    position: { label: 'المنصب' },
  },
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
  about: { title: 'عنك', fields: { text: { label: 'تعريف', help: 'من أنت وعمّا تبحث.' } } },
  availability: {
    title: 'التوفّر',
    fields: {
      status: { label: 'الحالة' },
      from: { label: 'اعتبارًا من' },
      hoursPerWeek: { label: 'ساعات في الأسبوع' },
      remote: { label: 'العمل عن بُعد', choices: { true: 'نعم', false: 'لا' } },
      timeZone: { label: 'المنطقة الزمنية' },
      'rate.amount': { label: 'الأجر' },
      'rate.currency': { label: 'العملة' },
      'rate.per': { label: 'لكل', choices: { hour: 'ساعة', day: 'يوم', month: 'شهر', project: 'مشروع' } },
    },
  },
  contact: {
    title: 'التواصل',
    fields: { email: { label: 'البريد الإلكتروني' }, phone: { label: 'الهاتف' }, website: { label: 'الموقع' } },
  },
  organisation: {
    title: 'مؤسستك',
    fields: {
      name: { label: 'الاسم' },
      website: { label: 'الموقع' },
      industry: { label: 'القطاع' },
      size: { label: 'عدد العاملين' },
      about: { label: 'عن المؤسسة' },
      openingsEmail: { label: 'بريد المتقدمين' },
      openingsUrl: { label: 'عنوان الوظائف الشاغرة' },
    },
  },
  mentoring: {
    title: 'الإرشاد',
    fields: {
      expertise: { label: 'ما يمكنك المساعدة فيه', help: 'واحدة في كل سطر.' },
      formats: { label: 'طرق اللقاء', choices: { chat: 'محادثة', call: 'مكالمة', 'in-person': 'حضوريًا' } },
      capacity: { label: 'عدد المسترشدين في الوقت نفسه' },
      about: { label: 'طريقتك في الإرشاد' },
    },
  },
  skills: {
    title: 'المهارات',
    fields: {
      name: { label: 'المهارة' },
      category: { label: 'المجموعة' },
      level: { label: 'المستوى' },
      years: { label: 'سنوات الممارسة' },
    },
  },
  workExperience: { title: 'الخبرة العملية', fields: { location: { label: 'المكان' } } },
  education: {
    title: 'التعليم',
    fields: {
      institution: { label: 'المدرسة أو الجامعة' },
      studyType: { label: 'الدرجة العلمية' },
      area: { label: 'التخصص' },
      score: { label: 'التقدير', help: 'كما تكتبه المؤسسة.' },
      'gpa.value': { label: 'المعدل التراكمي' },
      'gpa.scale': { label: 'أعلى السلّم' },
      courses: { label: 'المقررات', help: 'واحدة في كل سطر.' },
    },
  },
  projects: {
    title: 'المشاريع',
    fields: {
      name: { label: 'الاسم' },
      description: { label: 'الوصف' },
      roles: { label: 'أدوارك', help: 'واحدة في كل سطر.' },
    },
  },
  certificates: {
    title: 'الشهادات',
    fields: {
      name: { label: 'الاسم' },
      issuer: { label: 'الجهة المانحة' },
      date: { label: 'تاريخ الإصدار' },
      expires: { label: 'صالحة حتى' },
    },
  },
  awards: {
    title: 'الجوائز',
    fields: { title: { label: 'الجائزة' }, awarder: { label: 'الجهة المانحة' }, date: { label: 'التاريخ' } },
  },
  publications: {
    title: 'المنشورات',
    fields: { name: { label: 'العنوان' }, publisher: { label: 'الناشر' }, releaseDate: { label: 'تاريخ النشر' } },
  },
  volunteering: { title: 'التطوّع' },
  languages: {
    title: 'اللغات',
    fields: {
      name: { label: 'اللغة' },
      level: { label: 'المستوى', choices: { native: 'اللغة الأم' } },
      fluency: { label: 'بكلماتك' },
      tag: { label: 'رمز اللغة', help: 'مثل \u2068pt-BR\u2069.' },
    },
  },
  links: { title: 'الروابط', fields: { label: { label: 'الاسم' }, username: { label: 'اسم المستخدم' } } },
};
