/** The sandbox's people. Nobody here exists. Fields that can never be public (contact.phone) are left out. */
import type { ProfileView } from '../document.ts';

/** Takes its place under the handle that it is declared for. */
const unnamed = { handle: '' };

export const empty: ProfileView = { ...unnamed, role: 'student' };

export const brief: ProfileView = {
  ...unnamed,
  role: 'student',
  identity: { displayName: 'Ingrid Solberg', headline: 'Second-year hydrologist' },
  skills: [
    { id: 'gauging', name: 'Stream gauging', level: 3 },
    { id: 'gis', name: 'QGIS', level: 2 },
  ],
};

export const full: ProfileView = {
  ...unnamed,
  role: 'mentor',
  identity: {
    displayName: 'Marguerite Okonkwo-Lindqvist',
    headline: 'Keeper of tide clocks and other slow machines',
    pronouns: 'she/her',
    location: { city: 'Gothenburg', region: 'Västra Götaland', countryCode: 'SE' },
  },
  about: {
    text: 'I repair clocks that follow the sea instead of the sun.\n\nMost of them are older than the harbours they stand in. What they need is patience, brass and somebody who writes down what was done; I teach all three.',
  },
  contact: { email: 'marguerite@example.org', website: 'https://example.org/marguerite' },
  availability: {
    status: 'limited',
    from: '2031-02',
    hoursPerWeek: 12,
    remote: true,
    timeZone: 'Europe/Stockholm',
    rate: { amount: 640, currency: 'SEK', per: 'hour' },
  },
  organisation: {
    name: 'Harbour Museum',
    website: 'https://example.org/museum',
    industry: 'Museums',
    size: '11-50',
    about: 'Nine harbours, forty clocks, and a workshop that is open to visitors on Saturdays.',
    openingsEmail: 'workshop@example.org',
    openingsUrl: 'https://example.org/museum/apprentices',
  },
  mentoring: {
    expertise: ['Restoration', 'Documentation', 'Finding a first apprenticeship'],
    capacity: 2,
    formats: ['call', 'in-person'],
    about: 'Bring a clock, or a question about one. We meet every other week, and you keep the notes.',
  },
  skills: [
    {
      id: 'horology',
      name: 'Horology',
      category: 'Workshop',
      level: 5,
      years: 22,
      keywords: ['Tide clock of Ystad', 'Regulator no. 14'],
    },
    {
      id: 'brass',
      name: 'Brass turning',
      category: 'Workshop',
      level: 4,
      years: 18.5,
      keywords: ['Guild examination'],
    },
    { id: 'gilding', name: 'Gilding', category: 'Workshop', level: 2, years: 3, keywords: ['Dial of Marstrand'] },
    {
      id: 'tides',
      name: 'Tidal prediction',
      category: 'Sciences',
      level: 5,
      years: 15,
      keywords: ['Harmonic analysis', 'Kelvin machine'],
    },
    { id: 'python', name: 'Python', category: 'Sciences', level: 3, years: 6, keywords: ['Open tide tables'] },
    { id: 'teaching', name: 'Teaching', category: 'People', level: 4, years: 9, keywords: ['Eleven apprentices'] },
    { id: 'grants', name: 'Grant writing', category: 'People', level: 1, years: 0.5, keywords: ['Harbour fund'] },
  ],
  education: [
    {
      id: 'guild',
      institution: 'Guild of Northern Clockmakers',
      area: 'Restoration',
      studyType: 'Master craftswoman',
      score: 'With honours',
      gpa: { value: 4.8, scale: 5 },
      courses: ['Escapements', 'Metallurgy of brass', 'Documentation'],
      url: 'https://example.org/guild',
      startDate: '2004-09',
      endDate: '2009-06-12',
    },
    {
      id: 'evening',
      institution: 'Evening school at the lighthouse',
      area: 'Rope work',
      startDate: '2002',
      endStatus: 'unknown',
    },
  ],
  workExperience: [
    {
      id: 'harbour',
      organisation: 'Harbour Museum',
      position: 'Head of restoration',
      location: 'Gothenburg',
      url: 'https://example.org/museum',
      summary: 'Responsible for forty clocks in nine harbours, and for the people who wind them.',
      highlights: [
        'Brought the 1811 tide clock back to within four minutes of the sea',
        'Wrote the handbook that other museums use',
      ],
      startDate: '2014-03',
      endStatus: 'ongoing',
    },
    {
      id: 'atelier',
      organisation: 'Atelier Dubois',
      position: 'Journeywoman',
      location: 'Besançon',
      startDate: '2009-08',
      endDate: '2014-02',
    },
  ],
  projects: [
    {
      id: 'tables',
      name: 'Open tide tables',
      description: 'Tables of the old clocks, read, corrected and published for everybody.',
      highlights: ['2,100 pages transcribed'],
      keywords: ['Tides', 'Archives'],
      roles: ['Editor'],
      organisation: 'Friends of the Harbour',
      url: 'https://example.org/tables',
      startDate: '2019',
      endDate: '2024-11-30',
    },
    { id: 'bells', name: 'Survey of fog bells', startDate: '2025', endStatus: 'open' },
  ],
  certificates: [
    {
      id: 'conservator',
      name: 'Conservator of scientific instruments',
      issuer: 'Nordic Board of Conservation',
      date: '2012-05-04',
      expires: '2032-05',
      url: 'https://example.org/certificates/conservator',
    },
    { id: 'lifting', name: 'Rigging and lifting', issuer: 'Port of Gothenburg', date: '2016' },
  ],
  awards: [
    {
      id: 'pendulum',
      title: 'Silver pendulum',
      awarder: 'Society of Slow Machines',
      date: '2021-10',
      summary: 'For the restoration of the 1811 tide clock.',
    },
  ],
  publications: [
    {
      id: 'handbook',
      name: 'The keeping of tide clocks',
      publisher: 'Harbour Press',
      releaseDate: '2018-03',
      url: 'https://example.org/handbook',
      summary: 'A handbook for museums, with drawings of eleven movements.',
    },
  ],
  volunteering: [
    {
      id: 'lifeboat',
      organisation: 'Lifeboat station at Vinga',
      position: 'Radio watch',
      url: 'https://example.org/lifeboat',
      summary: 'One night a month at the radio.',
      highlights: ['Trained four new watch keepers'],
      startDate: '2017-11',
      endStatus: 'ongoing',
    },
    {
      id: 'choir',
      organisation: 'Choir of the seamen’s church',
      position: 'Treasurer',
      startDate: '2011',
      endDate: '2013-12',
    },
  ],
  languages: [
    { id: 'sv', name: 'Swedish', tag: 'sv', fluency: 'Native', level: 'native' },
    { id: 'fr', name: 'French', tag: 'fr', fluency: 'Fluent', level: 'C1' },
    { id: 'ig', name: 'Igbo', tag: 'ig', fluency: 'Conversational', level: 'B1' },
  ],
  links: [
    { id: 'web', label: 'Website', url: 'https://example.org/marguerite', username: 'marguerite' },
    { id: 'code', label: 'Code', url: 'https://example.org/code/tide-tables', username: 'tideclocks' },
  ],
};

/** Right-to-left text of two scripts, with left-to-right words, numbers and punctuation where they change sides. */
export const mixed: ProfileView = {
  ...unnamed,
  role: 'student',
  identity: {
    displayName: 'نور בן־דוד Haddad',
    headline: 'مهندسة برمجيات (React 19) في حيفا — חיפה, 100%',
    location: { city: 'حيفا', countryCode: 'IL' },
  },
  about: {
    text: 'أكتب واجهات باللغتين، وأختبرها بقارئ الشاشة.\nאני כותבת ממשקים בשתי השפות: Arabic, עברית ו-English.',
  },
  availability: { status: 'open', from: '2031-09-01', hoursPerWeek: 20, remote: true },
  skills: [
    {
      id: 'a11y',
      name: 'إتاحة الويب (WCAG 2.2)',
      category: 'تقنية',
      level: 5,
      years: 4,
      keywords: ['قارئ الشاشة NVDA'],
    },
    { id: 'ts', name: 'TypeScript', category: 'تقنية', level: 4, years: 3, keywords: ['מערכת עיצוב'] },
    { id: 'type', name: 'טיפוגרפיה', category: 'עיצוב', level: 3, years: 2, keywords: ['أميري & David'] },
    { id: 'sketch', name: 'رسم', category: 'עיצוב', level: 2 },
  ],
  education: [
    {
      id: 'technion',
      institution: 'הטכניון – מכון טכנולוגי לישראל',
      area: 'علوم الحاسوب',
      studyType: 'B.Sc.',
      startDate: '2028-10',
    },
  ],
  workExperience: [
    {
      id: 'studio',
      organisation: 'ستوديو 3 اثنين (Studio 3:2)',
      position: 'מפתחת ממשק',
      startDate: '2030-02',
      summary: 'بناء 12 عنصرًا لواجهة واحدة.',
    },
  ],
  languages: [
    { id: 'ar', name: 'العربية', fluency: 'اللغة الأم' },
    { id: 'he', name: 'עברית', fluency: 'שפת אם' },
    { id: 'en', name: 'English', fluency: 'C1' },
  ],
  links: [{ id: 'web', label: 'موقعي', url: 'https://example.org/nour' }],
};
