/** Profiles of every kind for the properties of strength: odd texts, empty and full lists, any section for any role. */
import fc from 'fast-check';
import type { Sections } from '@gigsy/schema';

/** Texts that nobody sees. Writers are refused most of them; older profiles may hold them. */
export const INVISIBLE = ['', ' ', '\n\t ', '\u200b', '\u2060\u2060', '\u3164', '\u2800', '\ufeff', '\u00ad \u180e'];
/** Characters without a width that may stand anywhere in a text and change nothing that a reader sees. */
export const UNSEEN = ['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u{e0001}'];

const letters = fc.constantFrom(
  ...['a', 'Z', '7', '.', ' ', 'é', 'e\u0301', '漢', 'か\u3099', 'ש\u05c1', 'क्', 'ภ', '한', '\u1112\u1161\u11ab'],
  ...['🦊', '👩🏽', '👨‍👩‍👧', '🇩🇪', '1️⃣', '𝒳', 'ﷺ'],
);

/** A text of up to `max` characters, most of them short, some at the length that a rule asks for. */
function words(max: number): fc.Arbitrary<string> {
  const length = fc.constantFrom(1, 2, 5, 19, 20, 21, 49, 50, 99, 100, 101, 199, 200, 300, 399, 400, 401);
  return fc
    .tuple(
      length.map((wanted) => Math.min(wanted, max)),
      fc.array(letters, { minLength: 1, maxLength: 7 }),
    )
    .map(([wanted, some]) => Array.from({ length: wanted }, (_, at) => some[at % some.length]).join(''));
}

const text = (max: number) =>
  fc.oneof({ arbitrary: words(max), weight: 9 }, { arbitrary: fc.constantFrom(...INVISIBLE), weight: 1 });
const date = fc.constantFrom('2019', '2021-05', '2024-02-29');
const url = fc.constantFrom('https://example.org/', 'https://example.org/work');
const lines = (max: number, least = 0) => fc.array(text(20), { minLength: least, maxLength: max });

type Fields = Record<string, fc.Arbitrary<unknown>>;
const object = (fields: Fields) => fc.record(fields, { requiredKeys: [] });
const ids = fc.stringMatching(/^[a-z0-9]{12}$/);
const list = (max: number, required: Fields, fields: Fields) =>
  fc.array(
    fc.record({ id: ids, ...required, ...fields }, { requiredKeys: ['id', ...Object.keys(required)] as 'id'[] }),
    {
      maxLength: max,
    },
  );

const period = { startDate: date, endDate: date, endStatus: fc.constantFrom('ongoing', 'open', 'unknown') };
const told = { summary: text(400), highlights: lines(4) };

/** The sections of a profile, whole; each field there or not. */
export const anySections = fc.record({
  identity: fc.record(
    {
      displayName: words(20),
      headline: text(30),
      pronouns: text(10),
      avatarUrl: url,
      location: object({ city: text(10), countryCode: fc.constantFrom('AT', 'IN') }),
    },
    { requiredKeys: ['displayName'] },
  ),
  about: object({ text: text(450) }),
  contact: object({ email: fc.constant('ada@example.org'), phone: fc.constant('+1 555'), website: url }),
  availability: object({
    status: fc.constantFrom('open', 'limited', 'closed'),
    from: date,
    hoursPerWeek: fc.integer({ min: 1, max: 80 }),
    remote: fc.boolean(),
    timeZone: fc.constant('Europe/Vienna'),
    rate: fc.constant({ amount: 20, currency: 'EUR', per: 'hour' }),
  }),
  organisation: object({
    name: text(20),
    website: url,
    industry: text(20),
    size: fc.constantFrom('1-10', '1001+'),
    about: text(400),
    openingsEmail: fc.constant('jobs@example.org'),
    openingsUrl: url,
  }),
  mentoring: object({
    expertise: lines(5),
    capacity: fc.integer({ min: 1, max: 100 }),
    formats: fc.subarray(['chat', 'call', 'in-person']),
    about: text(200),
  }),
  skills: list(
    9,
    { name: fc.oneof(text(8), fc.constantFrom('Rust', 'rust ', 'Go', 'SQL')) },
    { category: text(9), level: fc.integer({ min: 1, max: 5 }), years: fc.constantFrom(0, 0.5, 7), keywords: lines(2) },
  ),
  education: list(
    2,
    { institution: text(20) },
    {
      ...{ area: text(20), studyType: text(9), score: text(5), courses: lines(2), url },
      gpa: fc.constant({ value: 3.7, scale: 4 }),
      ...period,
    },
  ),
  workExperience: list(
    3,
    { organisation: text(20) },
    { position: text(9), location: text(9), url, ...told, ...period },
  ),
  projects: list(
    3,
    { name: text(20) },
    { description: text(300), highlights: lines(4), keywords: lines(3), roles: lines(2), url, ...period },
  ),
  certificates: list(2, { name: text(20) }, { issuer: text(9), date, expires: date, url }),
  awards: list(2, { title: text(20) }, { awarder: text(9), date, summary: text(100) }),
  publications: list(2, { name: text(20) }, { publisher: text(9), releaseDate: date, url, summary: text(100) }),
  volunteering: list(2, { organisation: text(20) }, { position: text(9), url, ...told, ...period }),
  languages: list(2, { name: text(9) }, { fluency: text(9), level: fc.constantFrom('A1', 'C2', 'native') }),
  links: list(2, { label: text(9), url }, { username: text(9) }),
}) as unknown as fc.Arbitrary<Sections>;

/** Sections with nothing in them but a name: where people begin. */
export const bareSections: Sections = Object.fromEntries(
  Object.entries(fc.sample(anySections, 1)[0]!).map(([name, section]) => [
    name,
    Array.isArray(section) ? [] : name === 'identity' ? { displayName: 'Ada' } : {},
  ]),
) as unknown as Sections;

/** `before` with what `more` has beside it: absent fields, longer texts, further entries and fields of entries. */
export function withMore(before: unknown, more: unknown): unknown {
  if (before === undefined) return more;
  if (typeof before === 'string' && typeof more === 'string') return isProse(before) ? `${before} ${more}` : before;
  if (Array.isArray(before) && Array.isArray(more)) {
    const further = before.map((item, at) => withMore(item, more[at + 1]));
    return [...more.slice(0, 1), ...further, ...more.slice(1)];
  }
  if (before === null || typeof before !== 'object' || more === null || typeof more !== 'object') return before;
  const names = new Set([...Object.keys(before), ...Object.keys(more)]);
  return Object.fromEntries(
    [...names].map((name) => [name, withMore(before[name as keyof typeof before], more[name as keyof typeof more])]),
  );
}

/** Addresses, dates and names of choices stay what they are. */
function isProse(value: string): boolean {
  return value.length > 12 && !/^https?:|^\d{4}/.test(value);
}

/** `value` with each text in it changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change)]));
}
