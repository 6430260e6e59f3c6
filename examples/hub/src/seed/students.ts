/** Made-up students, from very complete to very sparse, and one who shows nothing to anybody. */
import type { Person } from './person.ts';

/** Sections that students who look for gigs commonly open: their place, their introduction, their availability. */
const LOOKING_FOR_WORK = { 'identity.location': 'public', about: 'public', availability: 'public' } as const;

export const students: readonly Person[] = [
  {
    handle: 'ada',
    role: 'student',
    photo: true,
    privacy: {
      ...LOOKING_FOR_WORK,
      'identity.pronouns': 'public',
      education: 'public',
      certificates: 'public',
      awards: 'public',
      volunteering: 'public',
    },
    sections: {
      identity: {
        displayName: 'Ada Okafor',
        pronouns: 'she/her',
        headline: 'Embedded systems student who ships firmware and the dashboard that reads it',
        location: { city: 'Lagos', countryCode: 'NG' },
      },
      about: {
        text:
          'I like problems where software has to put up with the real world: flaky sensors, flat batteries, bad signal. Last year I put 40 ' +
          'soil probes on a cassava farm in Ogun State and kept 38 of them alive through the rainy season.\n\nI am looking for part-time work ' +
          'in firmware, data plumbing or test automation, remote or around Lagos.',
      },
      contact: { email: 'ada.okafor@students.example.edu', website: 'https://ada.example.dev' },
      availability: { status: 'open', from: '2027-01', hoursPerWeek: 16, remote: true, timeZone: 'Africa/Lagos' },
      skills: [
        { name: 'Embedded C', category: 'Firmware', level: 4, years: 3 },
        { name: 'Rust', category: 'Firmware', level: 3, years: 1.5 },
        { name: 'Zephyr RTOS', category: 'Firmware', level: 3, years: 1 },
        { name: 'PCB bring-up', category: 'Hardware', level: 3, years: 2 },
        { name: 'Python', category: 'Data', level: 4, years: 4 },
        { name: 'TimescaleDB', category: 'Data', level: 2, years: 1 },
        { name: 'Technical writing', category: 'Working with people', level: 4, years: 3 },
        { name: 'TypeScript', category: 'Data', level: 3, years: 2 },
        { name: 'Soldering', category: 'Hardware', level: 4, years: 5 },
        { name: 'Oscilloscopes', category: 'Hardware', level: 3, years: 2 },
        { name: 'Git', category: 'Firmware', level: 4, years: 4 },
        { name: 'Teaching', category: 'Working with people', level: 3, years: 2 },
      ],
      education: [
        {
          institution: 'Northfield College',
          area: 'Computer Engineering',
          studyType: 'BSc',
          startDate: '2023-09',
          endDate: '2027-06',
          gpa: { value: 4.6, scale: 5 },
          courses: ['Real-time systems', 'Signal processing', 'Distributed databases'],
        },
      ],
      workExperience: [
        {
          organisation: 'FarmSense Cooperative',
          position: 'Firmware intern',
          location: 'Abeokuta',
          startDate: '2025-06',
          endDate: '2025-09',
          summary: 'Battery life of field probes from five weeks to seven months.',
          highlights: [
            'Moved the radio to a duty cycle that follows the harvest calendar',
            'Wrote the field repair guide, now in Yoruba and English',
          ],
        },
      ],
      projects: [
        {
          name: 'Probe Post',
          description: 'A store-and-forward mesh for soil probes that lose signal for days.',
          startDate: '2025-02',
          keywords: ['LoRa', 'Rust', 'mesh'],
          url: 'https://ada.example.dev/probe-post',
        },
      ],
      certificates: [
        {
          name: 'Zephyr application developer',
          issuer: 'Open Firmware Institute',
          date: '2025-11',
          expires: '2031-11',
          url: 'https://ada.example.dev/zephyr-certificate',
        },
        { name: 'First aid at work', issuer: 'Nigerian Red Cross', date: '2022-03', expires: '2025-03' },
      ],
      awards: [
        {
          title: 'Best field project',
          awarder: 'Northfield College',
          date: '2026-05',
          summary: 'For soil probes that outlived the rainy season.',
        },
      ],
      volunteering: [
        {
          organisation: 'Girls Solder Lagos',
          position: 'Workshop lead',
          startDate: '2023-10',
          endStatus: 'ongoing',
          summary: 'A Saturday a month: a radio each, soldered and taken home.',
          highlights: ['Sixty radios, fifty-eight of which play'],
        },
      ],
      languages: [
        { name: 'English', tag: 'en', level: 'native' },
        { name: 'Yoruba', tag: 'yo', level: 'native' },
        { name: 'French', tag: 'fr', level: 'B1', fluency: 'Conversational' },
      ],
      links: [{ label: 'GitHub', url: 'https://github.com/example', username: 'ada-okafor' }],
    },
  },
  {
    handle: 'haruka',
    role: 'student',
    photo: true,
    privacy: { ...LOOKING_FOR_WORK, awards: 'public', publications: 'public' },
    sections: {
      identity: {
        displayName: '佐藤 春香',
        headline: 'Interaction design・視覚に頼らないインターフェースを研究しています',
        location: { city: 'Kyoto', countryCode: 'JP' },
      },
      about: {
        text: 'Exchange student in interaction design. I make interfaces that work by sound and touch, and test them with the people who need them.',
      },
      availability: { status: 'limited', hoursPerWeek: 8, remote: true },
      skills: [
        { name: 'Interaction design', category: 'Design', level: 4, years: 4 },
        { name: 'Figma', category: 'Design', level: 5, years: 5 },
        { name: 'Accessibility testing', category: 'Research', level: 4, years: 2 },
        { name: 'User interviews', category: 'Research', level: 3, years: 2 },
      ],
      awards: [{ title: '学生デザイン賞 優秀賞', awarder: '京都デザイン協会', date: '2026-02-14' }],
      publications: [
        {
          name: 'Menus for the ear: spoken lists that can be skimmed',
          publisher: 'Workshop on Auditory Interfaces',
          releaseDate: '2026-04',
          url: 'https://haruka.example.org/menus-for-the-ear',
          summary: 'Twelve listeners, four ways to read a list aloud, and the one that nobody stopped.',
        },
      ],
      languages: [
        { name: '日本語', tag: 'ja', level: 'native' },
        { name: 'English', tag: 'en', level: 'C1' },
      ],
    },
  },
  {
    handle: 'layla',
    role: 'student',
    photo: true,
    privacy: { ...LOOKING_FOR_WORK, certificates: 'public', volunteering: 'public', contributions: 'public' },
    sections: {
      identity: {
        displayName: 'ليلى الحسن',
        headline: 'طالبة علوم بيانات، أبني نماذج للتنبؤ بالطلب على المياه',
        location: { city: 'عمّان', countryCode: 'JO' },
      },
      about: {
        text: 'أدرس علوم البيانات وأعمل مع بلدية عمّان على التنبؤ بالطلب على المياه. أبحث عن عمل جزئي مع فريق يهتم بجودة البيانات.',
      },
      availability: { status: 'open', from: '2026-12', hoursPerWeek: 20, remote: true },
      skills: [
        { name: 'Python', category: 'Data', level: 4, years: 3 },
        { name: 'R', category: 'Data', level: 4, years: 3 },
        { name: 'تحليل السلاسل الزمنية', category: 'Data', level: 3, years: 2 },
        { name: 'SQL', category: 'Data', level: 4, years: 3 },
        { name: 'GIS', category: 'Maps', level: 2, years: 1 },
      ],
      certificates: [
        { name: 'تحليل البيانات المكانية', issuer: 'الجامعة الأردنية', date: '2025-06' },
        { name: 'TOEFL iBT', issuer: 'ETS', date: '2024-09-21', expires: '2026-09-20' },
      ],
      volunteering: [
        {
          organisation: 'جمعية أصدقاء المياه',
          position: 'محللة بيانات',
          startDate: '2024-02',
          endStatus: 'ongoing',
          summary: 'خرائط أسبوعية لانقطاع المياه في أحياء عمّان.',
        },
      ],
      languages: [
        { name: 'العربية', tag: 'ar', level: 'native' },
        { name: 'English', tag: 'en', level: 'C1', fluency: 'Fluent' },
      ],
    },
    contributions: [
      {
        kind: 'project',
        title: 'التنبؤ بالطلب على المياه في عمّان',
        summary: 'نموذج أسبوعي لكل حي، مع هامش الخطأ وخريطة لكل توقع.',
        date: '2026-05',
        skills: ['Python', 'تحليل السلاسل الزمنية'],
      },
      {
        kind: 'project',
        title: 'Where the water stops',
        summary: 'A map of outages, drawn each Monday from the calls of the week before.',
        date: '2025-11',
        skills: ['GIS', 'SQL'],
      },
    ],
  },
  {
    handle: 'maximiliana',
    role: 'student',
    privacy: LOOKING_FOR_WORK,
    sections: {
      identity: {
        displayName: 'Maximiliana Konstantina von Hohenberg-Wittelsbach Papadopoulos-Fernández de la Cruz',
        headline: 'Translator between four legal systems; building a glossary tool for cross-border tenancy law',
        location: { city: 'Llanfairpwllgwyngyll', region: 'Anglesey', countryCode: 'GB' },
      },
      availability: { status: 'limited', hoursPerWeek: 6 },
      skills: [
        { name: 'Legal translation', level: 4, years: 5 },
        { name: 'Terminology management', level: 3, years: 2 },
        { name: 'Greek', level: 5 },
        { name: 'German', level: 5 },
        { name: 'Spanish', level: 4 },
      ],
      languages: [
        { name: 'Deutsch' },
        { name: 'Ελληνικά' },
        { name: 'Español' },
        { name: 'English' },
        { name: 'Cymraeg' },
      ],
    },
  },
  {
    handle: 'diego',
    role: 'student',
    photo: true,
    privacy: { ...LOOKING_FOR_WORK, projects: 'public', awards: 'public', publications: 'public' },
    sections: {
      identity: {
        displayName: 'Diego Quispe Mamani',
        headline: 'Documentary sound: field recording, edit and mix',
        location: { city: 'Cusco', countryCode: 'PE' },
      },
      availability: { status: 'open', from: '2026-12-15', hoursPerWeek: 24, remote: false },
      skills: [
        { name: 'Field recording', category: 'Sound', level: 5, years: 6 },
        { name: 'Pro Tools', category: 'Sound', level: 4, years: 4 },
        { name: 'Podcast editing', category: 'Sound', level: 4, years: 3 },
      ],
      projects: [
        {
          name: 'Voces del Ausangate',
          description: 'Twelve oral histories, recorded at 4,300 metres.',
          startDate: '2025',
        },
      ],
      awards: [{ title: 'Premio al mejor documental sonoro', awarder: 'Festival Oído Abierto', date: '2025-11' }],
      publications: [
        {
          name: 'Cómo suena el deshielo',
          publisher: 'Radio Illimani',
          releaseDate: '2025-08-30',
          url: 'https://diego.example.org/deshielo',
          summary: 'A half-hour radio feature about a glacier that loses its voice.',
        },
      ],
      languages: [
        { name: 'Español', tag: 'es', level: 'native' },
        { name: 'Runasimi', tag: 'qu', level: 'native' },
        { name: 'English', tag: 'en', level: 'B2', fluency: 'Good' },
      ],
    },
  },
  {
    handle: 'sam',
    role: 'student',
    sections: { identity: { displayName: 'Sam' } },
  },
  {
    handle: 'tomas',
    role: 'student',
    privacy: { profile: 'owner' },
    sections: {
      identity: {
        displayName: 'Tomáš Dvořák',
        headline: 'Taking a break from the gig board',
        location: { city: 'Brno', countryCode: 'CZ' },
      },
      skills: [{ name: 'Bookkeeping', level: 4, years: 4 }],
    },
  },
];
