/** The portfolio's pure rules: from events to registers, entries and views. */
import {
  MAX_PORTFOLIO_BYTES,
  MAX_PORTFOLIO_ENTRIES,
  type PortfolioEvent,
  type PortfolioRegister,
  aggregate,
  entriesOf,
  laterOf,
  openBadgeOf,
  portfolioViewSchema,
  projectPortfolio,
  registerKey,
  registerOf,
} from '@gigsy/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const issuer = { id: 'org', name: 'Open Courses', url: 'https://courses.example' };
const badge = (record: string, more: object = {}) => ({
  record,
  badge: { id: 'b', name: `Badge ${record}`, image: 'https://courses.example/1.png' },
  issuer,
  awardedOn: '2026-05-17',
  ...more,
});
const course = (record: string, more: object = {}) => ({
  record,
  course: { id: 'c', name: `Course ${record}`, url: 'https://courses.example/c' },
  issuer,
  completedOn: '2026-05',
  credential: { id: 'cert', url: 'https://courses.example/cert' },
  ...more,
});
const event = (type: string, data: object, more: Partial<PortfolioEvent> = {}) =>
  ({ type, data, source: 's', id: 'e', at: 0, ...more }) as PortfolioEvent;

/** Few records, times and ids, so that events collide in every way. */
const anyEvent = fc
  .record({
    thing: fc.constantFrom('course', 'badge'),
    what: fc.constantFrom('original', 'corrected', 'revoked'),
    record: fc.constantFrom('1', '2'),
    source: fc.constantFrom('s', 't'),
    id: fc.constantFrom('a', 'b', 'c'),
    at: fc.constantFrom(1, 2),
    skill: fc.constantFrom('Glass', 'glass', 'Heat'),
  })
  .map(({ thing, what, record, source, id, at, skill }) => {
    const original = thing === 'course' ? 'completed' : 'awarded';
    const make = thing === 'course' ? course : badge;
    const type = `${thing}.${what === 'original' ? original : what}`;
    return event(type, what === 'revoked' ? { record } : make(record, { skills: [skill] }), { source, id, at });
  });

const sorted = (registers: Map<string, PortfolioRegister>) =>
  [...registers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, register]) => register);
const shown = (events: readonly PortfolioEvent[]) =>
  entriesOf(sorted(aggregate(events)).map((register) => ({ ...register, id: registerKey(register) })));

/** As the mapper does: one by one, against a stored row. */
function folded(events: readonly PortfolioEvent[]): Map<string, PortfolioRegister> {
  const rows = new Map<string, PortfolioRegister>();
  for (const each of events) {
    const next = registerOf(each);
    const before = rows.get(registerKey(next));
    const after = before ? laterOf(before, next) : next;
    if (after !== before) rows.set(registerKey(next), after);
  }
  return rows;
}

describe('any order and any repetition', () => {
  test('of the same events give the same portfolio, all at once and one by one', () => {
    const histories = fc
      .tuple(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(), { maxLength: 12 }))
      .map(([events, repeats]) => ({ events, more: [...events, ...repeats.map((n) => events[n % events.length]!)] }))
      .chain(({ events, more }) =>
        fc.record({ events: fc.constant(events), again: fc.shuffledSubarray(more, { minLength: more.length }) }),
      );
    fc.assert(
      fc.property(histories, ({ events, again }) => {
        expect(sorted(aggregate(again))).toEqual(sorted(aggregate(events)));
        expect(sorted(folded(again))).toEqual(sorted(aggregate(events)));
        expect(shown(again)).toEqual(shown(events));
      }),
      { numRuns: 500 },
    );
  });
});

describe('of two events about a record', () => {
  const after = (...events: PortfolioEvent[]) => [...aggregate(events).values()][0]!;

  test('the later counts, also where it comes before the original', () => {
    const original = event('badge.awarded', badge('1'), { id: 'a', at: 1 });
    const corrected = event('badge.corrected', badge('1', { awardedOn: '2025' }), { id: 'b', at: 2 });
    for (const events of [
      [original, corrected],
      [corrected, original],
    ])
      expect(after(...events)).toMatchObject({ event: 'b', data: { awardedOn: '2025' } });
  });

  test('at the same time a revocation counts before a correction, and that before an original', () => {
    const at = 1;
    const original = event('badge.awarded', badge('1'), { id: 'z', at });
    const corrected = event('badge.corrected', badge('1'), { id: 'y', at });
    const revoked = event('badge.revoked', { record: '1', reason: 'Another person' }, { id: 'x', at });
    expect(after(corrected, original).event).toBe('y');
    expect(after(revoked, corrected, original)).toEqual({
      kind: 'badges',
      source: 's',
      record: '1',
      type: 'badge.revoked',
      event: 'x',
      at,
    });
  });

  test('at the same time and of one type the greater id counts', () => {
    const one = event('badge.awarded', badge('1'), { id: 'a' });
    const other = event('badge.awarded', badge('1', { awardedOn: '2020' }), { id: 'b' });
    expect([after(one, other).event, after(other, one).event]).toEqual(['b', 'b']);
  });

  test('a later one brings a revoked record back', () => {
    const revoked = event('badge.revoked', { record: '1' }, { at: 1 });
    const again = event('badge.awarded', badge('1'), { at: 2 });
    expect(shown([again, revoked]).badges).toHaveLength(1);
  });

  test('those of another source or of another kind are of other records', () => {
    const events = [
      event('badge.awarded', badge('1')),
      event('badge.revoked', { record: '1' }, { source: 'other', at: 9 }),
      event('course.revoked', { record: '1' }, { at: 9 }),
    ];
    expect(shown(events).badges).toHaveLength(1);
  });
});

describe('entries', () => {
  const registers = (...dates: string[]) =>
    dates.map((awardedOn, at) => ({
      ...registerOf(event('badge.awarded', badge(String(at), { awardedOn }))),
      id: `id-${at}`,
    }));
  const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);

  test('have none of the ids of their sender', () => {
    const [entry] = shown([event('course.completed', course('1', { skills: ['Glass'] }))]).courses!;
    expect(entry).toEqual({
      id: expect.any(String) as string,
      name: 'Course 1',
      url: 'https://courses.example/c',
      issuer: { name: 'Open Courses', url: 'https://courses.example' },
      completedOn: '2026-05',
      credential: { id: 'cert', url: 'https://courses.example/cert' },
      skills: ['Glass'],
    });
  });

  test('come the newest first, and those that the owner placed behind new ones in the chosen order', () => {
    const four = registers('2024', '2026-01', '2025-03-02', '2025-03');
    expect(ids(entriesOf(four).badges)).toEqual(['id-1', 'id-2', 'id-3', 'id-0']);
    expect(ids(entriesOf(four, { badges: ['id-0', 'gone', 'id-1'] }).badges)).toEqual(['id-2', 'id-3', 'id-0', 'id-1']);
  });
});

const settings = {};
const document = (sections: object, more: object = {}) => ({
  handle: 'ada',
  role: 'mentor' as const,
  status: 'active' as const,
  settings,
  sections,
  ...more,
});

describe('skills', () => {
  const skillsOf = (given: object[]) =>
    projectPortfolio(document({ badges: given.map((one, n) => ({ id: String(n), ...one })) }), 'public')!.skills;

  test('count the entries that name them, whatever the case, width and spaces', () => {
    const skills = skillsOf([
      { skills: ['Glass', 'glass ', 'Heat'] },
      { skills: ['GLASS', 'heat'] },
      { skills: ['Ｇｌａｓｓ'] },
      {},
    ]);
    expect(skills).toEqual([
      { name: 'GLASS', entries: 3 },
      { name: 'Heat', entries: 2 },
    ]);
  });

  test('bear the spelling that most entries use', () => {
    expect(skillsOf([{ skills: ['css'] }, { skills: ['css'] }, { skills: ['CSS'] }])).toEqual([
      { name: 'css', entries: 3 },
    ]);
  });
});

describe('a view', () => {
  const badges = (count: number, description?: string) =>
    Array.from({ length: count }, (_, n) => ({
      id: `b-${n}`,
      name: `Badge ${n}`,
      issuer: { name: 'Open Courses' },
      awardedOn: '2026',
      skills: [`Skill ${n}`],
      ...(description && { description }),
    }));

  test('has no hidden entry, and counts no skill of one', () => {
    const hidden = document({ badges: badges(2) }, { settings: { items: { 'badges/b-1': 'owner' } } });
    const view = projectPortfolio(hidden, 'public')!;
    expect(view.badges!.map(({ id }) => id)).toEqual(['b-0']);
    expect(view.skills).toEqual([{ name: 'Skill 0', entries: 1 }]);
    expect(projectPortfolio(hidden, 'owner')!.badges).toHaveLength(2);
  });

  test('is the same whatever a hidden entry holds', () => {
    const withHidden = (entry: object) =>
      projectPortfolio(
        document(
          { badges: [...badges(1), { ...badges(2)[1]!, ...entry }] },
          { settings: { items: { 'badges/b-1': 'owner' } } },
        ),
        'public',
      );
    expect(withHidden({ skills: ['Skill 0'], name: 'x'.repeat(200) })).toEqual(withHidden({}));
    expect(withHidden({})).toEqual(projectPortfolio(document({ badges: badges(1) }), 'public'));
  });

  test('is null where the profile is hidden, and bare where the portfolio is', () => {
    const of = (chosen: object) => projectPortfolio(document({ badges: badges(1) }, { settings: chosen }), 'public');
    expect(of({ profile: 'owner' })).toBe(null);
    expect(of({ badges: 'owner' })).toEqual({ handle: 'ada' });
  });

  test('is cut to its bounds and says so', () => {
    const many = document({ badges: badges(MAX_PORTFOLIO_ENTRIES + 1) });
    expect(projectPortfolio(many, 'public')).toMatchObject({
      partial: true,
      badges: { length: MAX_PORTFOLIO_ENTRIES },
    });
    expect(projectPortfolio(document({ badges: badges(MAX_PORTFOLIO_ENTRIES) }), 'public')).not.toHaveProperty(
      'partial',
    );
  });

  test('weighs no more than it may, in bytes, and each section has its share', () => {
    const heavy = badges(MAX_PORTFOLIO_ENTRIES, '界'.repeat(1000));
    const view = projectPortfolio(document({ badges: heavy, courses: heavy.slice(0, 20) }), 'public')!;
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(MAX_PORTFOLIO_BYTES);
    expect([view.partial, view.courses!.length]).toEqual([true, 20]);
    expect(view.badges!.length).toBeGreaterThan(20);
    expect(() => portfolioViewSchema.parse(projectPortfolio(document({ badges: heavy }), 'public'))).not.toThrow();
  });
});

describe('a badge as Open Badges 3.0', () => {
  /** The members that the specification demands of an AchievementCredential, as JSON Schema. */
  const types = (name: string) => ({ type: 'array', contains: { const: name }, items: { type: 'string' } });
  const uri = { type: 'string', format: 'uri' };
  const dateTime = { type: 'string', format: 'date-time' };
  const credential = {
    type: 'object',
    required: ['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom'],
    properties: {
      '@context': {
        type: 'array',
        prefixItems: [
          { const: 'https://www.w3.org/ns/credentials/v2' },
          { type: 'string', pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context-3\\.\\d\\.\\d\\.json$' },
        ],
        minItems: 2,
      },
      id: uri,
      type: { allOf: [types('VerifiableCredential'), types('OpenBadgeCredential')] },
      name: { type: 'string' },
      issuer: {
        type: 'object',
        required: ['id', 'type'],
        properties: { id: uri, type: types('Profile'), name: { type: 'string' }, url: uri },
      },
      validFrom: dateTime,
      validUntil: dateTime,
      credentialSubject: {
        type: 'object',
        required: ['type', 'achievement'],
        anyOf: [{ required: ['id'] }, { required: ['identifier'] }],
        properties: {
          id: uri,
          type: types('AchievementSubject'),
          achievement: {
            type: 'object',
            required: ['id', 'type', 'criteria', 'description', 'name'],
            properties: {
              id: uri,
              type: types('Achievement'),
              name: { type: 'string', minLength: 1 },
              description: { type: 'string', minLength: 1 },
              criteria: { type: 'object', minProperties: 1, properties: { id: uri, narrative: { type: 'string' } } },
            },
          },
        },
      },
      evidence: {
        type: 'array',
        items: { type: 'object', required: ['type'], properties: { id: uri, type: types('Evidence') } },
      },
    },
  };
  const ajv = new Ajv2020({ strict: false });
  ajv.addFormat('uri', (value: string) => URL.canParse(value));
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const check = ajv.compile(credential);
  const place = { address: 'https://site.example/v1/badges/ada/x', profile: 'https://site.example/v1/profiles/ada' };

  test.each([
    [
      'all that an issuer may tell',
      {
        description: 'For lamps',
        criteria: 'https://courses.example/b',
        expiresOn: '2030-04',
        evidence: ['https://courses.example/e'],
      },
    ],
    ['the least', { issuer: { name: 'A school' } }],
  ])('has the shape of the specification with %s', (_, more) => {
    for (const awardedOn of ['2026', '2026-02', '2026-02-28']) {
      const entry = { id: 'x', name: 'Lamp', issuer: { name: 'Courses', url: 'https://courses.example' }, awardedOn };
      const document = openBadgeOf({ ...entry, ...more }, place);
      expect([check(document), check.errors]).toEqual([true, null]);
      expect(document.validFrom.slice(0, awardedOn.length)).toBe(awardedOn);
    }
  });

  test('is valid until the end of the day, month or year that the issuer named', () => {
    const until = (expiresOn: string) =>
      openBadgeOf({ id: 'x', name: 'Lamp', issuer: { name: 'Courses' }, awardedOn: '2024', expiresOn }, place)
        .validUntil;
    expect(['2028', '2028-02', '2027-02', '2028-02-03'].map(until)).toEqual([
      '2028-12-31T23:59:59Z',
      '2028-02-29T23:59:59Z',
      '2027-02-28T23:59:59Z',
      '2028-02-03T23:59:59Z',
    ]);
  });
});
