/** Profiles for server rendering: a full one, and one with hostile values in every field. */
import type { ProfileView } from '@gigsy/elements/server';
import { ada } from '../elements/profile/people.ts';

export const full: ProfileView = {
  ...ada,
  identity: { ...ada.identity!, avatarUrl: 'https://media.example.com/ada.png' },
  workExperience: [
    {
      id: 'a',
      organisation: 'Babbage & Co.',
      position: 'Analyst',
      startDate: '1842-10',
      summary: 'Notes.\nOn an engine.',
      highlights: ['Note G'],
    },
  ],
  education: [{ id: 'e', institution: 'University of London', studyType: 'Private study', area: 'Mathematics' }],
  projects: [
    {
      id: 'p',
      name: 'Notes on the Engine',
      organisation: 'Scientific Memoirs',
      url: 'https://example.com/notes',
      roles: ['Author', 'Translator'],
      keywords: ['Algorithms'],
      description: 'A paper translated.',
      highlights: ['Note G'],
      startDate: '1842',
      endDate: '1843-09',
    },
  ],
  certificates: [
    {
      id: 'c',
      name: 'Analyst of engines',
      issuer: 'Royal Society',
      date: '1843-09',
      expires: '1850',
      url: 'https://example.com/c',
    },
  ],
  awards: [{ id: 'w', title: 'Silver pendulum', awarder: 'Society of Machines', date: '1843', summary: 'For Note G.' }],
  publications: [
    {
      id: 'u',
      name: 'Sketch of the Engine',
      publisher: 'Memoirs',
      releaseDate: '1843-09',
      url: 'https://example.com/s',
      summary: 'With notes.',
    },
  ],
  volunteering: [
    { id: 'v', organisation: 'Parish library', position: 'Reader', startDate: '1840', highlights: ['Forty evenings'] },
  ],
  organisation: {
    name: 'Babbage & Co.',
    website: 'https://example.com/babbage',
    industry: 'Engines',
    size: '1001+',
    about: 'We build slowly.',
    openingsEmail: 'work@example.com',
    openingsUrl: 'https://example.com/openings',
  },
  mentoring: { expertise: ['Algorithms'], capacity: 2, formats: ['call', 'in-person'], about: 'Bring notes.' },
  languages: [{ id: 'l', name: 'French', fluency: 'Professional', level: 'C1' }],
};

const HARM = '"\'><script>alert(1)</script><img src=x onerror=alert(2)><!--</style></template>--><?>';

/** `full` with markup after each string, and with unsafe links. */
export const hostile: ProfileView = {
  ...(JSON.parse(JSON.stringify(full), (_, value: unknown) =>
    typeof value === 'string' ? `${value}${HARM}` : value,
  ) as ProfileView),
  links: [
    { id: 'l', label: HARM, url: 'javascript:alert(3)' },
    { id: 'm', label: HARM, url: `https://example.com/?${HARM}` },
  ],
};
