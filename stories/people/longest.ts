/** Max: the longest texts that the contract lets through, some without a place to break. */
import { type Person, person } from './person.ts';

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
  certificates: [
    {
      id: 'c1',
      name: `Certificate of ${oneWord}`,
      issuer: `${oneWord} and Sons`,
      date: '2001-01-01',
      expires: '2095-12-31',
      url: 'https://example.com/',
    },
  ],
  awards: [
    {
      id: 'a1',
      title: oneWord,
      awarder: oneWord,
      date: '2001-01-01',
      summary: 'Long reasons for an award. '.repeat(20),
    },
  ],
  publications: [
    {
      id: 'b1',
      name: `${oneWord} ${oneWord}`,
      publisher: oneWord,
      releaseDate: '2001-01-01',
      url: 'https://example.com/',
      summary: 'A long text about a long text. '.repeat(20),
    },
  ],
  volunteering: [
    {
      id: 'v1',
      organisation: oneWord,
      position: `Chief ${'deputy '.repeat(20)}helper`,
      startDate: '2001-01-01',
      endDate: '2031-12-31',
      highlights: [oneWord],
    },
  ],
  organisation: {
    name: `${oneWord} ${oneWord}`,
    website: 'https://example.com/',
    industry: oneWord,
    size: '1001+',
    about: `${oneWord} ${'There is more to say about this than fits on one line. '.repeat(20)}`,
    openingsEmail: `${'a'.repeat(60)}@example.com`,
    openingsUrl: 'https://example.com/',
  },
  mentoring: {
    expertise: Array.from({ length: 20 }, (_, index) => `${index + 1} ${oneWord}`.slice(0, 80)),
    capacity: 100,
    formats: ['chat', 'call', 'in-person'],
    about: 'A long way to help people along. '.repeat(30),
  },
  languages: [
    {
      id: 'l1',
      name: oneWord.slice(0, 80),
      fluency: 'As a native speaker of a language much like it, and otherwise with some care',
    },
  ],
});
