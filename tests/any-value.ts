/** Values of any type and shape, and profiles made of them, for properties that hold values from a program. */
import fc from 'fast-check';

/** Every field that an element reads, at the depth where it reads it. */
const FIELDS = {
  identity: ['displayName', 'headline', 'pronouns', 'avatarUrl', 'location'],
  location: ['city', 'region', 'countryCode'],
  about: ['text'],
  availability: ['status', 'from', 'hoursPerWeek', 'remote', 'timeZone', 'rate'],
  rate: ['amount', 'currency', 'per'],
  organisation: ['name', 'website', 'industry', 'size', 'about', 'openingsEmail', 'openingsUrl'],
  mentoring: ['expertise', 'capacity', 'formats', 'about'],
  skills: ['name', 'category', 'level', 'years', 'keywords', 'endorsements'],
  links: ['label', 'url'],
  workExperience: ['organisation', 'position', 'url', 'startDate', 'endDate', 'summary', 'highlights'],
  education: ['institution', 'studyType', 'area', 'url', 'score', 'gpa', 'startDate', 'endDate', 'courses'],
  gpa: ['value', 'scale'],
  certificates: ['name', 'issuer', 'date', 'expires', 'url'],
  awards: ['title', 'awarder', 'date', 'summary'],
  publications: ['name', 'publisher', 'releaseDate', 'url', 'summary'],
  volunteering: ['organisation', 'position', 'url', 'startDate', 'endDate', 'summary', 'highlights'],
  languages: ['name', 'fluency', 'level'],
  projects: ['name', 'url', 'organisation', 'roles', 'keywords', 'description', 'highlights', 'startDate', 'endDate'],
} as const;

const LISTS = [
  'skills',
  'links',
  'workExperience',
  'education',
  'certificates',
  'awards',
  'publications',
  'volunteering',
  'languages',
  'projects',
] as const;

/** Those that other code does not expect: they throw when they are read, named, turned into text or counted. */
function awkward(): unknown[] {
  const cyclic: Record<string, unknown> = { name: 'x' };
  cyclic.self = cyclic.location = cyclic;
  const holes: unknown[] = [];
  holes[2] = 'x';
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const thrower = () => {
    throw new Error('For the test.');
  };
  return [
    Symbol('x'),
    10n,
    thrower,
    cyclic,
    [cyclic, [cyclic]],
    holes,
    proxy,
    [proxy],
    Object.create(null),
    new Date(Number.NaN),
    new Date(0),
    new Map([['name', 'x']]),
    Number.NaN,
    -0,
    Infinity,
    { toString: 1 },
    { toString: thrower, valueOf: thrower },
    { [Symbol.toPrimitive]: thrower },
    {
      get name() {
        return thrower();
      },
    },
    Object.defineProperty([], 'filter', { value: 7 }),
    Object.defineProperty([1], '0', { get: thrower }),
    new Proxy({}, { get: thrower, has: thrower, ownKeys: thrower }),
    new Proxy([], { get: thrower }),
    Object.defineProperty(thrower.bind(null), 'name', { get: thrower }),
    Object.freeze({ name: 'x' }),
    new Uint8Array(2),
    '\u200b',
    '\ud800',
    'GB',
    'open',
    '2027-05',
  ];
}

/** Stands for an awkward value until the test has it: fast-check itself reads the values that it makes. */
class Awkward {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/** The value of a `recipe` of an arbitrary below. */
export function made(recipe: unknown): unknown {
  if (recipe instanceof Awkward) return awkward()[recipe.index];
  if (Array.isArray(recipe)) return recipe.map(made);
  if (
    typeof recipe !== 'object' ||
    recipe === null ||
    ![Object.prototype, null].includes(Object.getPrototypeOf(recipe) as null)
  )
    return recipe;
  return Object.fromEntries(Object.entries(recipe).map(([name, value]) => [name, made(value)]));
}

export function anyThing(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.nat(awkward().length - 1).map((index) => new Awkward(index)),
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
    }),
  );
}

/** A profile with some valid values and some of any type; also, seldom, not an object at all. */
export function anyProfile(): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(anyThing(), fc.constantFrom<unknown>('Ada', 'https://example.com/', 3, true));
  const of = (fields: readonly string[], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
    fc.record({ ...Object.fromEntries(fields.map((field) => [field, leaf])), ...more }, { requiredKeys: [] });
  const or = (arbitrary: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: anyThing() });
  const list = (name: (typeof LISTS)[number]) => or(fc.array(or(of(FIELDS[name])), { maxLength: 4 }));
  const whole = fc.record(
    {
      handle: leaf,
      identity: or(of(FIELDS.identity, { location: or(of(FIELDS.location)) })),
      about: or(of(FIELDS.about)),
      availability: or(of(FIELDS.availability)),
      ...Object.fromEntries(LISTS.map((name) => [name, list(name)])),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: anyThing().filter((recipe) => typeof made(recipe) === 'object') },
  );
}
