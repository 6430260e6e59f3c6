/** Portfolios for stories: much, little, from right to left, of the longest words, and hostile. */
import type { PortfolioView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { sourceOf } from './source.ts';

const guild = { name: 'Guild of Engine Builders', url: 'https://example.com/guild' };
const school = { name: 'School of Ockham' };

export const portfolio: PortfolioView = {
  handle: 'ada',
  courses: [
    {
      id: 'c1',
      name: 'Computing with difference engines',
      url: 'https://example.com/courses/engines',
      issuer: guild,
      completedOn: '2029-02-11',
      expiresOn: '2093-02',
      credential: { id: 'GEB-1843-0042', url: 'https://example.com/credentials/42' },
      skills: ['Mathematics', 'Programming'],
      evidence: ['https://example.com/notes/g'],
    },
    {
      id: 'c2',
      name: 'First aid at the loom',
      issuer: school,
      completedOn: '2019-06',
      expiresOn: '2022-06',
      skills: ['Weaving'],
    },
    { id: 'c3', name: 'Reading French papers', issuer: school, completedOn: '2018' },
  ],
  gigs: [
    {
      id: 'g1',
      title: 'Notes on the Analytical Engine',
      url: 'https://example.com/gigs/notes',
      issuer: { name: 'Gigmarket' },
      client: { name: 'Taylor’s Scientific Memoirs', url: 'https://example.com/memoirs' },
      startedOn: '2028-10',
      completedOn: '2029-09',
      summary:
        'Translated a paper on an engine that does not exist yet, and wrote notes that grew to three times its length. Note G holds a whole program, step by step.',
      skills: ['Programming', 'Technical writing', 'French'],
      evidence: ['https://example.com/notes/a-to-g', 'https://www.example.org/memoirs/vol-3/'],
    },
    {
      id: 'g2',
      title: 'Patterns for a loom with punched cards',
      issuer: { name: 'Gigmarket' },
      completedOn: '2027-03-30',
      skills: ['Weaving', 'Programming'],
    },
  ],
  badges: [
    {
      id: 'b1',
      name: 'Clear writer',
      description: 'For notes that others could follow.',
      criteria: 'https://example.com/badges/clear-writer',
      issuer: guild,
      awardedOn: '2029-10-02',
      skills: ['Technical writing'],
    },
    { id: 'b2', name: 'Thousand cards', issuer: school, awardedOn: '2027-04-01' },
    { id: 'b3', name: 'Apprentice', issuer: guild, awardedOn: '2016', expiresOn: '2020' },
  ],
  contributions: [
    {
      id: 'p1',
      kind: 'project',
      title: 'Flyology',
      summary: 'A steam-driven bird, on paper.',
      url: 'https://example.com/flyology',
      date: '2014-04',
      files: [
        {
          address: new URL('./portrait.svg', import.meta.url).href,
          type: 'image/webp',
          size: 48_213,
          width: 640,
          height: 640,
          alt: 'A drawing of a face in profile',
        },
      ],
    },
    {
      id: 'p2',
      kind: 'document',
      title: 'Tables of Bernoulli numbers',
      date: '2029',
      files: [{ address: 'https://example.com/media/tables.pdf', type: 'application/pdf', size: 2_400_000 }],
    },
    { id: 'p3', kind: 'media', title: 'A talk about engines', url: 'https://example.com/talk', date: '2030-01-20' },
    { id: 'p4', kind: 'project', title: 'A calendar of tides', skills: ['Mathematics'] },
  ],
  skills: [
    { name: 'Programming', entries: 3 },
    { name: 'Mathematics', entries: 2 },
    { name: 'Technical writing', entries: 2 },
    { name: 'Weaving', entries: 2 },
    { name: 'French', entries: 1 },
  ],
};

export const few: PortfolioView = {
  handle: 'few',
  courses: portfolio.courses!.slice(0, 1),
  badges: portfolio.badges!.slice(0, 1),
};

export const arabic: PortfolioView = {
  handle: 'sami',
  courses: [
    {
      id: 'c1',
      name: 'أساسيات البرمجة بلغة Rust',
      issuer: { name: 'أكاديمية دجلة' },
      completedOn: '2029-02-11',
      expiresOn: '2093-02',
      skills: ['Rust', 'هندسة البرمجيات'],
    },
  ],
  gigs: [
    {
      id: 'g1',
      title: 'تطبيق لمواعيد العيادات',
      issuer: { name: 'Gigmarket' },
      completedOn: '2030-05',
      summary: 'صمّمتُ التطبيق وبنيتُه مع فريق من ثلاثة.',
    },
  ],
  badges: [{ id: 'b1', name: 'كاتب واضح', issuer: { name: 'أكاديمية دجلة' }, awardedOn: '2029-10-02' }],
  skills: [{ name: 'Rust', entries: 1 }],
};

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

export const longest: PortfolioView = {
  handle: 'max',
  courses: [
    {
      id: 'c1',
      name: `${word} ${'and more words '.repeat(7)}`.trim(),
      issuer: { name: `${word} of ${word}` },
      completedOn: '2029-02-11',
      expiresOn: '2093-02',
      skills: Array.from({ length: 50 }, (_, index) => `${word.slice(0, 60)} ${index}`),
    },
  ],
  badges: [{ id: 'b1', name: word.repeat(2), issuer: { name: word.repeat(2) }, awardedOn: '2029' }],
  skills: Array.from({ length: 60 }, (_, index) => ({ name: `Skill ${index + 1}`, entries: 60 - index })),
  partial: true,
};

/** Contributions with the words of the pages to which they lead. */
export const linked: PortfolioView = {
  handle: 'linked',
  contributions: [
    {
      id: 'p1',
      kind: 'project',
      title: 'Flyology',
      url: 'https://www.example.com/flyology',
      linkPreview: {
        title: 'How to build a bird that is driven by steam',
        description: 'Wings, a boiler and a saddle: notes of a girl of twelve, with all of her drawings.',
        site: 'The Example Review',
      },
      date: '2014-04',
      skills: ['Mathematics'],
    },
  ],
};

const linkedArabic: PortfolioView = {
  handle: 'linked-sami',
  contributions: [
    {
      id: 'p1',
      kind: 'media',
      title: 'محاضرة عن البرمجة',
      url: 'https://example.com/talk',
      linkPreview: {
        title: 'محاضرة كاملة: Rust للمبتدئين',
        description: 'تسجيل المحاضرة مع الشرائح والأمثلة.',
        site: 'منتدى دجلة',
      },
    },
  ],
};

export const linkedHostile = {
  handle: 'linked-mallory',
  contributions: [
    {
      id: 'p1',
      kind: 'project',
      title: 'Prize',
      url: 'https://xn--pypal-4ve.example/',
      linkPreview: {
        title: `<img src=x onerror=alert(1)> \u202egpj.exe ${word}`,
        description: `Log in <a href="javascript:alert(1)">here</a>. ${'Again and again. '.repeat(15)}`,
        site: `Your bank ${word}`,
      },
    },
    { id: 'p2', kind: 'project', title: 'Odd', url: 'javascript:alert(1)', linkPreview: { title: 'No address' } },
    { id: 'p3', kind: 'project', title: 'Odder', url: 'https://example.com/', linkPreview: { title: 7, site: [] } },
  ],
} as unknown as PortfolioView;

/** Values that a source of any kind may give. */
export const hostile = {
  handle: 'mallory',
  courses: [
    {
      id: 'x',
      name: '<img src=x onerror=alert(1)>',
      url: 'javascript:alert(1)',
      issuer: { name: '\u202eevil', url: 'data:text/html,x' },
    },
    { id: 'x', name: 'Twice the same id', issuer: null, completedOn: '2029-99-99', expiresOn: 7 },
    null,
    'text',
  ],
  gigs: 'none',
  badges: [
    {
      id: '../../x',
      name: 'Sneaky',
      issuer: {},
      awardedOn: {},
      evidence: ['javascript:alert(1)', 'https://example.com/ok'],
    },
  ],
  contributions: [
    {
      kind: 'virus',
      title: 'Unknown kind',
      files: [{ address: 'javascript:alert(1)', type: 'image/png', width: 9, height: 9, size: 1 }],
    },
  ],
  skills: [
    { name: 'Rust', entries: '9' },
    { name: '\u200b', entries: 3 },
    { name: 'Go', entries: 1 },
  ],
} as unknown as PortfolioView;

const portfolios: Record<string, PortfolioView> = {
  ada: portfolio,
  few,
  sami: arabic,
  max: longest,
  mallory: hostile,
  linked,
  'linked-sami': linkedArabic,
  'linked-mallory': linkedHostile,
  zoe: { handle: 'zoe' },
};

/** Answers `portfolio.get` by handles, as `sourceOf` does. */
export function portfolioSource(): ResourceSource {
  return sourceOf(portfolios);
}
