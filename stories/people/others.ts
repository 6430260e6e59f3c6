/** People who strain a layout: another script and direction, almost no content, the longest texts, hostile texts. */
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
  languages: [
    { id: 'l1', name: 'العربية', fluency: 'اللغة الأم' },
    { id: 'l2', name: 'English', fluency: 'متقدّم' },
  ],
});

export const zoe: Person = person('zoe', 'student', { identity: { displayName: 'Zoë' } });

const oneWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Each text is about as long as the contract allows; some have no place to break. */
export const max: Person = person('max', 'mentor', {
  identity: {
    displayName:
      `Maximiliana Philippina Josephine Wolfeschlegelsteinhausenbergerdorff von und zu ${'Hohenlohe-'.repeat(4)}`.slice(
        0,
        120,
      ),
    headline:
      'Everything there is to know about everything that anybody has ever wanted to know, in the order in which it was asked, with references, an index, and an apology to all those who asked it first'.slice(
        0,
        200,
      ),
    pronouns: 'whichever you find the most fitting now',
    location: { city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch', countryCode: 'GB' },
  },
  about: { text: `${oneWord} ${'There is more to say about this than fits on one line. '.repeat(30)}` },
  availability: { status: 'limited', remote: true, from: '2031-05-17', hoursPerWeek: 80 },
  skills: [
    {
      id: '1',
      name: oneWord,
      category: `A category named after ${oneWord}`.slice(0, 80),
      level: 4,
      years: 69.5,
      keywords: Array.from({ length: 20 }, (_, index) => `${index + 1} ${oneWord}`.slice(0, 80)),
    },
    {
      id: '2',
      name: 'A skill whose name goes on and on and on, until it has reached the very last letter',
      level: 2,
      years: 70,
    },
    { id: '3', name: 'C', category: 'X', level: 1, years: 0 },
  ].map((skill) => ({ ...skill, name: skill.name.slice(0, 80) })),
  links: Array.from({ length: 8 }, (_, index) => ({
    id: `l${index}`,
    label: `${index + 1} ${oneWord}`.slice(0, 80),
    url: `https://example.com/${index}`,
  })),
  projects: [
    {
      id: 'p1',
      name: `A project named ${oneWord}`,
      organisation: `${oneWord} and Sons`,
      url: 'https://example.com/',
      roles: [oneWord, 'Deputy '.repeat(12).trim()],
      keywords: [oneWord.slice(0, 80), 'A keyword of several words'],
      description: 'A long description of a long project. '.repeat(20),
      highlights: [oneWord],
      startDate: '2001-01-01',
    },
  ],
  workExperience: [
    {
      id: 'w1',
      organisation: `${oneWord} and Sons`,
      position: `Chief ${'deputy '.repeat(20)}officer`,
      location: oneWord,
      url: 'https://example.com/',
      startDate: '2001-01-01',
      endDate: '2031-12-31',
      summary: 'A long summary of a long time. '.repeat(20),
      highlights: [oneWord, 'One of many things that went well. '.repeat(8).trim()],
    },
  ],
  education: [
    {
      id: 'e1',
      institution: oneWord,
      studyType: 'Doctor of everything',
      area: oneWord,
      startDate: '1990',
      endDate: '2001-06',
      courses: [oneWord, 'Another'],
    },
  ],
  languages: [
    {
      id: 'l1',
      name: oneWord.slice(0, 80),
      fluency: 'As a native speaker of a language very much like it, and otherwise with some care',
    },
  ],
});

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
  languages: [{ id: 'l', name: '<b>Klingon</b>', fluency: '"><i>' }],
});
