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
};

export const sami: ProfileView = {
  handle: 'sami',
  role: 'student',
  identity: { displayName: 'سامي الخطيب', headline: 'مهندس برمجيات React في القاهرة', location: { city: 'القاهرة', countryCode: 'EG' } },
  availability: { status: 'limited', remote: true },
  skills: skills('التصميم', 'البرمجة', 'TypeScript', 'الكتابة', 'الرياضيات', 'القيادة', 'التحليل'),
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
