/** People who strain a layout: another script and direction, almost no content, hostile texts. */
import { type Person, person } from './person.ts';

export const sami: Person = person('sami', 'mentor', {
  identity: {
    displayName: 'سامي الخطيب',
    headline: 'مهندس برمجيات React في القاهرة',
    location: { city: 'القاهرة', countryCode: 'EG' },
  },
  availability: { status: 'limited', remote: true },
  about: { text: 'أبني واجهات سهلة للجميع، وأهتم بأن يعمل كل شيء بلوحة المفاتيح وبقارئ الشاشة.' },
  skills: [
    { id: '1', name: 'التصميم', category: 'إبداع', level: 4, years: 5, keywords: ['هوية بصرية', 'Figma'] },
    { id: '2', name: 'البرمجة', category: 'تقنية', level: 5, years: 9, keywords: ['TypeScript', 'Lit'] },
    { id: '3', name: 'TypeScript', category: 'تقنية', level: 3, years: 4 },
    { id: '4', name: 'الكتابة', level: 2 },
    { id: '5', name: 'الرياضيات', level: 1, years: 11 },
    { id: '6', name: 'القيادة' },
    { id: '7', name: 'التحليل', level: 5 },
  ],
  links: [{ id: 'web', label: 'الموقع', url: 'https://example.com/sami' }],
  projects: [
    {
      id: 'p1',
      name: 'نظام تصميم مفتوح',
      organisation: 'Nile Software',
      url: 'https://example.com/sami/design',
      roles: ['قائد الفريق'],
      keywords: ['تصميم', 'TypeScript'],
      description: 'مكتبة مكونات تُستخدم في سبعة منتجات.',
      startDate: '2021-06',
    },
  ],
  workExperience: [
    {
      id: 'w1',
      organisation: 'Nile Software',
      position: 'مهندس برمجيات',
      location: 'القاهرة',
      startDate: '2021-03',
      summary: 'قدت فريقًا من خمسة أشخاص لبناء نظام تصميم مفتوح المصدر.',
    },
    { id: 'w2', organisation: 'جامعة القاهرة', position: 'معيد', startDate: '2020', endDate: '2021' },
  ],
  education: [
    {
      id: 'e1',
      institution: 'جامعة القاهرة',
      studyType: 'بكالوريوس',
      area: 'هندسة',
      startDate: '2015',
      endDate: '2020',
    },
  ],
  certificates: [
    {
      id: 'c1',
      name: 'أخصائي إتاحة الويب WAS',
      issuer: 'IAAP',
      date: '2023-05',
      expires: '2095-05',
      url: 'https://example.com/sami/was',
    },
    { id: 'c2', name: 'إسعافات أولية', issuer: 'الهلال الأحمر', date: '2016', expires: '2018-03-31' },
  ],
  awards: [
    { id: 'a1', title: 'جائزة الإتاحة', awarder: 'جامعة القاهرة', date: '2024-12-03', summary: 'عن نظام تصميم مفتوح.' },
  ],
  publications: [
    {
      id: 'b1',
      name: 'واجهات بلا فأرة (Keyboard first)',
      publisher: 'دار النيل',
      releaseDate: '2025-02',
      url: 'https://example.com/sami/book',
      summary: 'دليل قصير من 90 صفحة.',
    },
  ],
  volunteering: [
    { id: 'v1', organisation: 'مكتبة الحي', position: 'معلّم حاسوب', startDate: '2019', highlights: ['40 متعلّمًا'] },
  ],
  organisation: {
    name: 'Nile Software',
    website: 'https://example.com/nile',
    industry: 'برمجيات',
    size: '51-200',
    about: 'نبني أدوات للمدارس في سبع دول.',
    openingsEmail: 'jobs@example.com',
    openingsUrl: 'https://example.com/nile/jobs',
  },
  mentoring: {
    expertise: ['الواجهات', 'TypeScript', 'أول وظيفة'],
    capacity: 2,
    formats: ['chat', 'call'],
    about: 'نلتقي كل أسبوعين ونراجع ما كتبت.',
  },
  languages: [
    { id: 'l1', name: 'العربية', fluency: 'اللغة الأم' },
    { id: 'l2', name: 'English', fluency: 'متقدّم' },
  ],
});

export const zoe: Person = person('zoe', 'student', { identity: { displayName: 'Zoë' } });

/** Values that the contract refuses, in case they ever come through. */
export const mallory: Person = person('mallory', 'mentor', {
  identity: {
    displayName: '<img src=x onerror=alert(1)> \u202Eyrollam\u0000\uD800',
    headline: '"><script>alert(1)</script>',
    avatarUrl: 'javascript:alert(1)',
  },
  about: { text: '<iframe srcdoc="<script>alert(1)</script>"></iframe>' },
  skills: [
    { id: '1', name: '{{7*7}}', level: 9, years: -1 },
    { id: '2', name: '${7*7}', category: '<i>', level: 2 },
    { id: '3', name: '<b>bold</b>', keywords: ['"><u>'] },
  ],
  links: [
    { id: 'js', label: 'javascript', url: 'javascript:alert(1)' },
    { id: 'data', label: 'data', url: 'data:text/html,<script>alert(1)</script>' },
    { id: 'web', label: 'A web address', url: 'https://example.com/' },
  ],
  projects: [
    {
      id: 'p',
      name: '<b>Evil</b>',
      url: 'javascript:alert(1)',
      roles: ['\u202Erole'],
      keywords: ['"><i>'],
      description: '<script>alert(1)</script>',
    },
  ],
  workExperience: [
    {
      id: 'w',
      organisation: '<b>Evil</b>',
      position: '\u202Etsylana',
      url: 'javascript:alert(1)',
      startDate: 'yesterday',
      summary: '<script>alert(1)</script>',
    },
  ],
  education: [{ id: 'e', institution: '<img src=x onerror=alert(1)>', url: 'data:text/html,x' }],
  certificates: [
    {
      id: 'c',
      name: '<b>Evil</b>',
      issuer: '\u202Etsylana',
      date: 'yesterday',
      expires: '<i>',
      url: 'javascript:alert(1)',
    },
  ],
  awards: [{ id: 'a', title: '<b>Evil</b>', awarder: '"><i>', date: '2020-13', summary: '<script>alert(1)</script>' }],
  publications: [{ id: 'b', name: '<b>Evil</b>', publisher: '\u202Erehsilbup', url: 'data:text/html,x' }],
  volunteering: [{ id: 'v', organisation: '<b>Evil</b>', position: '\u202Erepleh', url: 'javascript:alert(1)' }],
  organisation: {
    name: '<b>Evil</b>',
    website: 'javascript:alert(1)',
    industry: '\u202Eyrtsudni',
    about: '<script>alert(1)</script>',
    openingsEmail: 'a?bcc=everybody@example.com',
    openingsUrl: 'data:text/html,x',
  },
  mentoring: { expertise: ['<b>Evil</b>', '\u202Etcejbus'], about: '<script>alert(1)</script>' },
  languages: [{ id: 'l', name: '<b>Klingon</b>', fluency: '"><i>' }],
});
