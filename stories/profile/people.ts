/** Made-up people and sources for stories about profiles. */
import { GigsyError, type ErrorCode, type ProfileSource, type ProfileView } from '@gigsy/sdk/reader';

function skills(...names: string[]): ProfileView['skills'] {
  return names.map((name, index) => ({ id: `skill-${index}`, name, level: ((index * 2) % 5) + 1 }));
}

export const ada: ProfileView = {
  handle: 'ada',
  role: 'mentor',
  identity: {
    displayName: 'Ada Lovelace',
    headline: 'Analyst of engines, translator, and first programmer',
    pronouns: 'she/her',
    location: { city: 'London', countryCode: 'GB' },
  },
  about: { text: 'I write programs for machines that do not exist yet. Mathematics, music and the poetry between them. Happy to mentor anyone who starts out in computing without a map.' },
  availability: { status: 'open', remote: true, from: '2031-05', hoursPerWeek: 12 },
  skills: skills('Mathematics', 'Programming', 'French', 'Technical writing', 'Music theory', 'Riding', 'Italian', 'Logic', 'Debate', 'Weaving', 'Flight', 'Correspondence'),
  links: [{ id: 'web', label: 'Website', url: 'https://example.com/' }, { id: 'git', label: 'GitHub', url: 'https://github.com/' }],
  workExperience: [
    { id: 'w1', organisation: 'Babbage & Co.', position: 'Analyst', location: 'London', url: 'https://example.com/babbage', startDate: '1842-10', summary: 'Wrote the first published algorithm meant for a machine, with notes three times as long as the paper they explain.', highlights: ['Note G: Bernoulli numbers, step by step', 'Showed that an engine may act on more than numbers'] },
    { id: 'w2', organisation: 'Taylor’s Scientific Memoirs', position: 'Translator', startDate: '1842', endDate: '1843-09' },
    { id: 'w3', organisation: 'St James’s Square', startDate: '1835-07-08', endDate: '1842' },
  ],
  education: [
    { id: 'e1', institution: 'University of London', studyType: 'Private study', area: 'Mathematics', startDate: '1840', endDate: '1842', courses: ['Differential calculus', 'Logic'], url: 'https://example.com/ul' },
    { id: 'e2', institution: 'Home', area: 'Sciences and languages', endDate: '1832', score: 'With distinction' },
  ],
  languages: [{ id: 'l1', name: 'English', fluency: 'Native' }, { id: 'l2', name: 'French', fluency: 'Professional' }, { id: 'l3', name: 'Italian', fluency: 'Conversational' }],
};

/** Skills with categories, years and evidence, some of each missing. */
export const skilled: ProfileView = {
  ...ada,
  skills: [
    { id: '1', name: 'Mathematics', category: 'Sciences', level: 5, years: 14, keywords: ['Bernoulli numbers', 'Calculus of finite differences'] },
    { id: '2', name: 'Programming', category: 'Sciences', level: 5, years: 2, keywords: ['Note G', 'Analytical Engine'] },
    { id: '3', name: 'Logic', category: 'Sciences', level: 4, years: 8 },
    { id: '4', name: 'Flight', category: 'Sciences', level: 1, years: 0.5, keywords: ['Flyology'] },
    { id: '5', name: 'French', category: 'Languages and letters', level: 4, years: 12, keywords: ['Translation of Menabrea'] },
    { id: '6', name: 'Italian', category: 'Languages and letters', level: 3, years: 6 },
    { id: '7', name: 'Technical writing', category: 'Languages and letters', level: 5, years: 4, keywords: ['Notes A to G'] },
    { id: '8', name: 'Music theory', category: 'Arts', level: 3, keywords: ['Harp'] },
    { id: '9', name: 'Weaving', category: 'Arts', level: 2 },
    { id: '10', name: 'Riding' },
  ],
};

/** As many skills as a profile may hold. */
export const versatile: ProfileView = {
  ...ada,
  skills: Array.from({ length: 200 }, (_, index) => ({
    id: `s${index}`, name: `Skill ${index + 1}`, category: `Category ${(index % 8) + 1}`, level: ((index * 7) % 5) + 1, years: (index * 13) % 30, keywords: [`Case ${index}`, 'Reviewed work'],
  })),
};

export const sami: ProfileView = {
  handle: 'sami',
  role: 'student',
  identity: { displayName: 'سامي الخطيب', headline: 'مهندس برمجيات React في القاهرة', location: { city: 'القاهرة', countryCode: 'EG' } },
  availability: { status: 'limited', remote: true },
  skills: [
    { id: '1', name: 'التصميم', category: 'إبداع', level: 4, years: 5, keywords: ['هوية بصرية', 'Figma'] },
    { id: '2', name: 'البرمجة', category: 'تقنية', level: 5, years: 9, keywords: ['TypeScript', 'Lit'] },
    ...skills('TypeScript', 'الكتابة', 'الرياضيات', 'القيادة', 'التحليل')!.map((skill) => ({ ...skill, id: `s${skill.id}` })),
  ],
  workExperience: [{ id: 'w1', organisation: 'Nile Software', position: 'مهندس برمجيات', location: 'القاهرة', startDate: '2021-03' }],
  education: [{ id: 'e1', institution: 'جامعة القاهرة', studyType: 'بكالوريوس', area: 'هندسة', startDate: '2015', endDate: '2020' }],
  languages: [{ id: 'l1', name: 'العربية', fluency: 'اللغة الأم' }, { id: 'l2', name: 'English', fluency: 'متقدّم' }],
  about: { text: 'أبني واجهات سهلة للجميع.' },
};

export const sparse: ProfileView = { handle: 'zoe', role: 'student', identity: { displayName: 'Zoë' } };

export const endless: ProfileView = {
  handle: 'max',
  role: 'employer',
  identity: { displayName: 'Maximiliana '.repeat(800), headline: 'Everything '.repeat(400), location: { city: 'Llanfairpwllgwyngyll'.repeat(4), countryCode: 'GB' } },
  skills: skills('A skill whose name goes on and on and on', 'x'.repeat(80), ...Array.from({ length: 198 }, (_, index) => `Skill ${index}`)),
};

export const hostile: ProfileView = {
  handle: 'mallory',
  role: 'student',
  identity: {
    displayName: '<img src=x onerror=alert(1)> \u202Eyrollam\u0000\uD800',
    headline: '"><script>alert(1)</script>',
    avatarUrl: 'javascript:alert(1)',
  },
  workExperience: [{ id: 'w', organisation: '<b>Evil</b>', position: '\u202Etsylana', url: 'javascript:alert(1)', startDate: 'yesterday', summary: '<script>alert(1)</script>' }],
  education: [{ id: 'e', institution: '<img src=x onerror=alert(1)>', url: 'data:text/html,x' }],
  languages: [{ id: 'l', name: '<b>Klingon</b>', fluency: '"><i>' }],
  about: { text: '<iframe srcdoc="<script>alert(1)</script>"></iframe>' },
  skills: skills('{{7*7}}', '${7*7}', '<b>bold</b>'),
  links: [
    { id: 'js', label: 'javascript', url: 'javascript:alert(1)' },
    { id: 'data', label: 'data', url: 'data:text/html,<script>alert(1)</script>' },
    { id: 'web', label: 'A web address', url: 'https://example.com/' },
  ],
};

export const never: ProfileSource = { get: () => new Promise(() => {}) };

export function failing(code: ErrorCode): ProfileSource {
  return { get: () => Promise.reject(new GigsyError(code, 'For the story.')) };
}

/** Knows `profile`, and loses the connection right after. */
export function losing(profile: ProfileView): ProfileSource {
  return {
    get: () => Promise.resolve(profile),
    watch: (_handle, { next, error }) => {
      next(profile);
      error?.(new GigsyError('offline', 'For the story.'));
      return () => {};
    },
  };
}

/** Changes the headline every two seconds. */
export function changing(profile: ProfileView): ProfileSource {
  const headlines = ['Analyst of engines', 'Translator of Menabrea', 'First programmer'];
  return {
    get: () => Promise.resolve(profile),
    watch: (_handle, { next, signal }) => {
      let turn = 0;
      const timer = setInterval(() => next({ ...profile, identity: { ...profile.identity, headline: headlines[turn++ % 3] } } as ProfileView), 2000);
      signal?.addEventListener('abort', () => clearInterval(timer));
      return () => clearInterval(timer);
    },
  };
}
