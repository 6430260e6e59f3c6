/**
 * The largest profile that the contract lets through, made and not written out: every list full, every text of the
 * first entries at its longest, and the whole just under the bytes that a profile may weigh. The bounds stand here as
 * numbers because the contract's are zod's, which browsers do not load; a test holds the two together.
 */
import type { ProfileView } from '../document.ts';

const WORDS = [
  'harbour',
  'clock',
  'of',
  'the',
  'northern',
  'sea',
  'measured',
  'slowly',
  'with',
  'brass',
  'and',
  'patience',
  'by',
  'people',
  'who',
  'wrote',
  'down',
  'everything',
  'restoration',
  'tide',
  'instrument',
  'between',
  'winter',
  'archives',
  'careful',
  'apprentice',
];

/** Exactly `length` characters of words, no blank at either end; `seed` tells texts apart. */
function words(length: number, seed: number): string {
  let text = `${seed + 1}`;
  for (let step = seed; text.length < length; step += 1) text += ` ${WORDS[(step * 7 + seed) % WORDS.length]}`;
  return text.slice(0, length).replace(/ $/, 's');
}

/** One word of `length` characters: a layout that cannot break words fails on it. */
function unbroken(length: number): string {
  return 'Tidenhubmessgerätewartungsvorschrift'.repeat(Math.ceil(length / 36)).slice(0, length);
}

function url(length: number): string {
  return `https://example.org/${'a-long-path/'.repeat(200)}`.slice(0, length);
}

/** `count` entries made from their number; every fact of the first one is at its longest. */
function list<T>(count: number, make: (index: number, longest: boolean) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index, index === 0));
}

function texts(count: number, length: number): string[] {
  return list(count, (index) => words(length, index));
}

const period = { startDate: '1971-01-31', endDate: '2031-12-31' };

export const huge: ProfileView = {
  handle: '',
  role: 'employer',
  identity: {
    displayName: words(120, 1),
    headline: words(200, 2),
    pronouns: words(40, 3),
    location: { city: words(100, 4), region: words(100, 5), countryCode: 'GB' },
  },
  about: { text: words(5000, 6) },
  contact: { email: `${'a'.repeat(60)}@example.org`, website: url(2048) },
  availability: {
    status: 'closed',
    from: '2031-12-31',
    hoursPerWeek: 80,
    remote: true,
    timeZone: 'America/Argentina/ComodRivadavia',
    rate: { amount: 999_999_999.99, currency: 'VND', per: 'project' },
  },
  organisation: {
    name: words(200, 7),
    website: url(2048),
    industry: words(120, 8),
    size: '1001+',
    about: words(5000, 9),
    openingsEmail: `${'b'.repeat(60)}@example.org`,
    openingsUrl: url(2048),
  },
  mentoring: {
    expertise: texts(20, 80),
    capacity: 100,
    formats: ['chat', 'call', 'in-person'],
    about: words(2000, 10),
  },
  skills: list(200, (index, longest) => ({
    id: `skill-${index}`,
    name: longest ? unbroken(80) : words(40, index),
    category: words(index % 12 === 0 ? 80 : 30, index % 12),
    level: (index % 5) + 1,
    years: (index * 7) % 71,
    keywords: longest ? texts(20, 80) : texts(1, 24),
  })),
  education: list(50, (index, longest) => ({
    id: `education-${index}`,
    institution: words(longest ? 200 : 50, index),
    area: words(longest ? 200 : 60, index + 1),
    studyType: words(longest ? 120 : 60, index),
    score: words(longest ? 40 : 12, index),
    gpa: { value: 999.5, scale: 1000 },
    courses: longest ? texts(30, 200) : texts(2, 40),
    url: url(longest ? 2048 : 40),
    ...period,
  })),
  workExperience: list(50, (index, longest) => ({
    id: `work-${index}`,
    organisation: words(longest ? 200 : 50, index),
    position: words(longest ? 200 : 60, index + 1),
    location: words(longest ? 200 : 60, index + 2),
    url: url(longest ? 2048 : 40),
    summary: words(longest ? 2000 : 80, index),
    highlights: longest ? texts(20, 500) : texts(1, 60),
    ...period,
  })),
  projects: list(50, (index, longest) => ({
    id: `project-${index}`,
    name: words(longest ? 200 : 50, index),
    description: words(longest ? 2000 : 80, index),
    highlights: longest ? texts(20, 500) : texts(1, 60),
    keywords: longest ? texts(20, 80) : texts(2, 20),
    roles: longest ? texts(10, 120) : texts(1, 40),
    organisation: words(longest ? 200 : 50, index),
    url: url(longest ? 2048 : 40),
    ...period,
  })),
  certificates: list(50, (index, longest) => ({
    id: `certificate-${index}`,
    name: words(longest ? 200 : 60, index),
    issuer: words(longest ? 200 : 40, index + 1),
    date: '1971-01-31',
    expires: '2031-12-31',
    url: url(longest ? 2048 : 40),
  })),
  awards: list(30, (index, longest) => ({
    id: `award-${index}`,
    title: words(longest ? 200 : 60, index),
    awarder: words(longest ? 200 : 40, index + 1),
    date: '1971-01-31',
    summary: words(longest ? 2000 : 80, index),
  })),
  publications: list(50, (index, longest) => ({
    id: `publication-${index}`,
    name: words(longest ? 300 : 60, index),
    publisher: words(longest ? 200 : 40, index + 1),
    releaseDate: '1971-01-31',
    url: url(longest ? 2048 : 40),
    summary: words(longest ? 2000 : 80, index),
  })),
  volunteering: list(30, (index, longest) => ({
    id: `volunteering-${index}`,
    organisation: words(longest ? 200 : 60, index),
    position: words(longest ? 200 : 40, index + 1),
    url: url(longest ? 2048 : 40),
    summary: words(longest ? 2000 : 80, index),
    highlights: longest ? texts(20, 500) : texts(1, 40),
    ...period,
  })),
  languages: list(30, (index) => ({
    id: `language-${index}`,
    name: words(80, index),
    tag: 'sr-Latn',
    fluency: words(80, index + 1),
    level: 'native',
  })),
  links: list(20, (index, longest) => ({
    id: `link-${index}`,
    label: words(80, index),
    url: url(longest ? 2048 : 80),
    username: words(120, index),
  })),
};
