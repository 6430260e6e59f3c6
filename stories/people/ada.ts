/** Ada: a mentor who filled in everything, and others made from her. */
import { type Person, person } from './person.ts';

export const ada: Person = person('ada', 'mentor', {
  identity: {
    displayName: 'Ada Lovelace',
    headline: 'Analyst of engines, translator, and first programmer',
    pronouns: 'she/her',
    location: { city: 'London', countryCode: 'GB' },
  },
  about: {
    text: 'I write programs for machines that do not exist yet. Mathematics, music and the poetry between them.\n\nHappy to mentor anyone who starts out in computing without a map.',
  },
  contact: { email: 'ada@example.com', phone: '+44 20 7946 0000', website: 'https://example.com/' },
  availability: {
    status: 'open',
    remote: true,
    from: '2031-05',
    hoursPerWeek: 12,
    timeZone: 'Europe/London',
    rate: { amount: 45, currency: 'GBP', per: 'hour' },
  },
  skills: [
    {
      id: '1',
      name: 'Mathematics',
      category: 'Sciences',
      level: 5,
      years: 14,
      keywords: ['Bernoulli numbers', 'Calculus of finite differences'],
    },
    {
      id: '2',
      name: 'Programming',
      category: 'Sciences',
      level: 5,
      years: 2,
      keywords: ['Note G', 'Analytical Engine'],
    },
    { id: '3', name: 'Logic', category: 'Sciences', level: 4, years: 8 },
    { id: '4', name: 'Flight', category: 'Sciences', level: 1, years: 0.5, keywords: ['Flyology'] },
    {
      id: '5',
      name: 'French',
      category: 'Languages and letters',
      level: 4,
      years: 12,
      keywords: ['Translation of Menabrea'],
    },
    { id: '6', name: 'Italian', category: 'Languages and letters', level: 3, years: 6 },
    {
      id: '7',
      name: 'Technical writing',
      category: 'Languages and letters',
      level: 5,
      years: 4,
      keywords: ['Notes A to G'],
    },
    { id: '8', name: 'Music theory', category: 'Arts', level: 3, keywords: ['Harp'] },
    { id: '9', name: 'Weaving', category: 'Arts', level: 2 },
    { id: '10', name: 'Riding' },
  ],
  links: [
    { id: 'web', label: 'Website', url: 'https://example.com/' },
    { id: 'notes', label: 'Notes', url: 'https://example.com/notes' },
  ],
  projects: [
    {
      id: 'p1',
      name: 'Notes on the Analytical Engine',
      organisation: 'Taylor’s Scientific Memoirs',
      url: 'https://example.com/notes',
      roles: ['Author', 'Translator'],
      keywords: ['Bernoulli numbers', 'Algorithms'],
      description: 'A paper translated, and notes that grew longer than the paper.',
      highlights: ['Note G holds a whole program'],
      startDate: '1842',
      endDate: '1843-09',
    },
    { id: 'p2', name: 'Flyology', description: 'A steam-driven bird, on paper.', startDate: '1828', endDate: '1828' },
  ],
  workExperience: [
    {
      id: 'w1',
      organisation: 'Babbage & Co.',
      position: 'Analyst',
      location: 'London',
      url: 'https://example.com/babbage',
      startDate: '1842-10',
      summary:
        'Wrote the first published algorithm meant for a machine, with notes three times as long as the paper they explain.',
      highlights: ['Note G: Bernoulli numbers, step by step', 'Showed that an engine may act on more than numbers'],
    },
    {
      id: 'w2',
      organisation: 'Taylor’s Scientific Memoirs',
      position: 'Translator',
      startDate: '1842',
      endDate: '1843-09',
    },
    { id: 'w3', organisation: 'St James’s Square', startDate: '1835-07-08', endDate: '1842' },
  ],
  education: [
    {
      id: 'e1',
      institution: 'University of London',
      studyType: 'Private study',
      area: 'Mathematics',
      startDate: '1840',
      endDate: '1842',
      courses: ['Differential calculus', 'Logic'],
      url: 'https://example.com/ul',
    },
    {
      id: 'e2',
      institution: 'Home',
      area: 'Sciences and languages',
      endDate: '1832',
      score: 'With distinction',
      gpa: { value: 3.9, scale: 4 },
    },
  ],
  certificates: [
    {
      id: 'c1',
      name: 'Computing with difference engines',
      issuer: 'Royal Astronomical Society',
      date: '1843-02',
      expires: '2093-02',
      url: 'https://example.com/certificates/engines',
    },
    { id: 'c2', name: 'Riding side-saddle', issuer: 'School of Ockham', date: '1833', expires: '1838-12-31' },
    { id: 'c3', name: 'Weaving by punched cards', date: '1834-07' },
  ],
  awards: [
    {
      id: 'a1',
      title: 'Silver pendulum',
      awarder: 'Society of Slow Machines',
      date: '1843-10-02',
      summary: 'For the first program that was written down before there was a machine to run it.',
    },
    { id: 'a2', title: 'Prize for the clearest footnote', date: '1843' },
  ],
  publications: [
    {
      id: 'b1',
      name: 'Sketch of the Analytical Engine, with notes by the translator',
      publisher: 'Taylor’s Scientific Memoirs',
      releaseDate: '1843-09',
      url: 'https://example.com/sketch',
      summary: 'The paper of Menabrea in English, and seven notes.',
    },
    { id: 'b2', name: 'On the strategy of games', publisher: 'Private print', releaseDate: '1844' },
  ],
  volunteering: [
    {
      id: 'v1',
      organisation: 'Library of Ockham parish',
      position: 'Reads to those who cannot',
      url: 'https://example.com/library',
      summary: 'One evening a week, mostly travel books.',
      highlights: ['A shelf of books in large print'],
      startDate: '1838-11',
    },
    { id: 'v2', organisation: 'School of Ockham', position: 'Helper', startDate: '1834', endDate: '1836-06' },
  ],
  organisation: {
    name: 'Babbage & Co.',
    website: 'https://example.com/babbage',
    industry: 'Calculating engines',
    size: '11-50',
    about:
      'We build engines that count, and soon some that do more.\n\nThe workshop is in Dorset Street; visitors are welcome on Saturdays.',
    openingsEmail: 'workshop@example.com',
    openingsUrl: 'https://example.com/babbage/openings',
  },
  mentoring: {
    expertise: ['First programs', 'Reading mathematics', 'Writing notes that others read'],
    capacity: 3,
    formats: ['call', 'in-person'],
    about: 'Bring a problem that you cannot put down. We meet every other week, and you keep the notes.',
  },
  languages: [
    { id: 'l1', name: 'English', fluency: 'Native', level: 'native' },
    { id: 'l2', name: 'French', fluency: 'Professional', level: 'C1' },
    { id: 'l3', name: 'Italian', fluency: 'Conversational' },
  ],
});

function like(handle: string, identity: Partial<Person['sections']['identity']>, change: Partial<Person> = {}): Person {
  const { sections } = ada;
  return { ...ada, ...change, handle, sections: { ...sections, identity: { ...sections.identity, ...identity } } };
}

export const grace: Person = like('grace', {
  displayName: 'Grace Hopper',
  avatarUrl: new URL('./portrait.svg', import.meta.url).href,
});

/** Her photo is gone; initials show. */
export const hedy: Person = like('hedy', {
  displayName: 'Hedy Lamarr',
  avatarUrl: new URL('/no-such-photo.jpg', import.meta.url).href,
});

/** A student who changed no setting: members see most of it, the web sees little. */
export const ines: Person = like('ines', { displayName: 'Inês Duarte' }, { role: 'student' });

/** As many skills as a profile may hold. */
export const vera: Person = person('vera', 'mentor', {
  identity: { displayName: 'Vera Rubin', headline: 'Has tried everything once' },
  skills: Array.from({ length: 200 }, (_, index) => ({
    id: `s${index}`,
    name: `Skill ${index + 1}`,
    category: `Category ${(index % 8) + 1}`,
    level: ((index * 7) % 5) + 1,
    years: (index * 13) % 30,
    keywords: [`Case ${index}`, 'Reviewed work'],
  })),
});

/** Has a profile and shows it to nobody. */
export const noor: Person = like('noor', { displayName: 'Noor Inayat' }, { settings: { profile: 'owner' } });
