/** Sections of made-up people, ordinary and odd: every value that the contract lets through may come. */
import { type Sections, currencyCodes, listSections, objectSections } from '@gigsy/schema';
import fc from 'fast-check';

type Field = { safeParse(value: unknown): { success: boolean } };
type Shape = Readonly<Record<string, Field>>;

const words = fc.constantFrom(
  'Ada',
  'Tide clocks',
  ' led by a blank',
  'two  blanks',
  'tab\there',
  'Zürich – Åkersberga',
  'نور Haddad',
  '李小龍',
  '👩🏽‍🔬 Lab',
  'a\u00a0b',
  '\ufffd',
  'x\u200dy',
  'नेहा',
  'null',
  '__proto__',
  'Present',
  '4/5',
  '9',
  'C1',
  'Native speaker',
  'GitHub',
  'mara',
  '@mara@social.example',
  '{"a":1}',
  'https://example.org',
);
const text = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) },
);
const prose = fc.oneof(
  text,
  fc.constantFrom('Two lines.\nAnd one.', '\n\nPadded\n', 'Line\u2028separator', 'long '.repeat(390)),
);
const date = fc.oneof(
  fc.constantFrom('2024', '2024-05', '2024-05-17', '1000', '2999-12-31', '2020-02-29'),
  fc.integer({ min: 1950, max: 2050 }).map(String),
);
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://example.org',
    'HTTP://EXAMPLE.org/Path',
    'https:example.org/x',
    'https://münchen.example/straße?q=ä|b#c#d',
    'https://example.org/[x]/{y}^`"<>\\',
    'https://example.org/%zz%',
    'https://example.org/a b',
    ' https://example.org/blank ',
    'https://[::1]:8080/x',
    `https://example.org/${'ü'.repeat(1500)}`,
  ),
);
const email = fc.constantFrom(
  'ada@example.org',
  'a?b=c@example.org',
  'josé@münchen.example',
  "o'hara+tag@sub.example.co",
  '用户@例子.广告',
  "!#$%&'*+/=?^_`{|}~-@example.org",
);

/** Values by the name of the field; other fields are texts. */
const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  url,
  website: url,
  openingsUrl: url,
  avatarUrl: url,
  email,
  openingsEmail: email,
  phone: fc.oneof(fc.stringMatching(/^[+()0-9 ./x-]{1,40}$/), fc.constantFrom('+43 1 234-5', ' 1  2 ', 'tel')),
  location: fc.oneof(
    text,
    fc.record(
      { city: text, region: text, countryCode: fc.constantFrom('AT', 'GB', 'TW', 'KP', 'CD') },
      { requiredKeys: [] },
    ),
  ),
  status: fc.constantFrom('open', 'limited', 'closed'),
  from: date,
  hoursPerWeek: fc.double({ min: 1, max: 80, noNaN: true }),
  remote: fc.boolean(),
  timeZone: fc.constantFrom('Europe/Vienna', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Kolkata'),
  rate: fc.record({
    amount: fc.double({ min: 0, max: 1_000_000_000, noNaN: true }),
    currency: fc.constantFrom(...currencyCodes),
    per: fc.constantFrom('hour', 'day', 'month', 'project'),
  }),
  size: fc.constantFrom('1-10', '11-50', '51-200', '201-1000', '1001+'),
  capacity: fc.integer({ min: 1, max: 100 }),
  formats: fc.uniqueArray(fc.constantFrom('chat', 'call', 'in-person')),
  expertise: fc.array(text, { maxLength: 3 }),
  // A skill's is a number, a language's a word: the field's own schema chooses.
  level: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
  years: fc.double({ min: 0, max: 70, noNaN: true }),
  keywords: fc.array(text, { maxLength: 3 }),
  courses: fc.array(text, { maxLength: 3 }),
  highlights: fc.array(text, { maxLength: 3 }),
  roles: fc.array(text, { maxLength: 3 }),
  gpa: fc.constantFrom(
    { value: 3.7, scale: 4 },
    { value: 0, scale: 0.5 },
    { value: 1e-7, scale: 1000 },
    { value: 12.345678, scale: 20 },
  ),
  startDate: date,
  endDate: date,
  date,
  expires: date,
  releaseDate: date,
  endStatus: fc.constantFrom('ongoing', 'open', 'unknown'),
  tag: fc.constantFrom('en', 'pt-BR', 'sr-Latn', 'zh-Hant-TW', 'ca-valencia'),
  text: prose,
  about: prose,
  summary: prose,
  description: prose,
};

function fieldsOf(shape: Shape): fc.Arbitrary<Record<string, unknown>> {
  const required = Object.keys(shape).filter((field) => !shape[field]!.safeParse(undefined).success);
  const fields = Object.entries(shape).map(([field, schema]) => {
    const values = (VALUES[field] ?? text).filter((value) => schema.safeParse(value).success);
    return [field, values] as const;
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

/** Lists of at most three items, so that ten thousand people take seconds. */
export function anySections(): fc.Arbitrary<Sections> {
  const objects = Object.entries(objectSections).map(([name, { shape }]) => [name, fieldsOf(shape as Shape)] as const);
  const lists = Object.entries(listSections).map(([name, { item }]) => {
    const items = fc.uniqueArray(fieldsOf(item.shape as Shape), { maxLength: 3, selector: ({ id }) => id });
    return [name, items] as const;
  });
  return fc.record(Object.fromEntries([...objects, ...lists])) as unknown as fc.Arbitrary<Sections>;
}
