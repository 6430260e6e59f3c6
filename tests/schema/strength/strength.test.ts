/** The strength of a profile: its properties over profiles of every role, and the points of each. */
import { readFileSync } from 'node:fs';
import {
  type Role,
  type Sections,
  factorKeys,
  roleSections,
  roles,
  sectionsSchema,
  stepKeys,
  steps,
  strengthOf,
  strengthPoints,
  strengthSchema,
  visibleLength,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow, long } from './follow.ts';
import { INVISIBLE, UNSEEN, anySections, bareSections, mapTexts, withMore } from './any-sections.ts';

const role = fc.constantFrom(...roles);
const runs = { numRuns: 400 };
const score = (who: Role, sections: Sections) => strengthOf(who, sections).score;

describe('a tip', () => {
  test('raises the score by exactly its gain, and leads to where it is done', () => {
    fc.assert(
      fc.property(role, anySections, (who, sections) => {
        const before = strengthOf(who, sections);
        for (const action of before.actions) {
          const after = follow(sections, action);
          expect([action, score(who, after) - before.score]).toEqual([action, action.gain]);
          expect(roleSections[who]).toContain(action.section);
        }
      }),
      runs,
    );
  });

  test('is worth no more to somebody who writes more than it asks for', () => {
    fc.assert(
      fc.property(role, anySections, fc.integer({ min: 1, max: 2000 }), (who, sections, more) => {
        const { score: before, actions } = strengthOf(who, sections);
        for (const action of actions.filter(({ least }) => least >= 20)) {
          const after = follow(sections, { ...action, least: action.least + more });
          expect([action.key, score(who, after) - before]).toEqual([action.key, action.gain]);
        }
      }),
      runs,
    );
  });

  test('after tip leads from nothing to 100, for each role, by fields that the schema allows', () => {
    const followed = new Set<string>();
    for (const who of roles) {
      let sections = bareSections;
      for (let tips = strengthOf(who, sections).actions; tips.length > 0; tips = strengthOf(who, sections).actions) {
        sections = follow(sections, tips.at(-1)!);
        followed.add(tips.at(-1)!.key);
        expect(sectionsSchema.safeParse(sections).error?.issues).toBeUndefined();
      }
      expect([who, score(who, sections)]).toEqual([who, 100]);
    }
    expect([...followed].sort()).toEqual([...stepKeys].sort());
  });

  test('is there as long as the score is below 100', () => {
    fc.assert(
      fc.property(role, anySections, (who, sections) => {
        const { score: reached, actions } = strengthOf(who, sections);
        expect(actions.length > 0).toBe(reached < 100);
        expect(actions.map(({ gain }) => gain)).toEqual(actions.map(({ gain }) => gain).sort((a, b) => b - a));
      }),
      runs,
    );
  });
});

describe('the score', () => {
  test('is never lowered by true content: further fields, entries and words', () => {
    fc.assert(
      fc.property(role, anySections, anySections, (who, sections, more) => {
        const before = strengthOf(who, sections);
        const after = strengthOf(who, withMore(sections, more) as Sections);
        for (const [at, { key, points }] of before.factors.entries())
          expect([key, after.factors[at]!.points >= points]).toEqual([key, true]);
      }),
      { numRuns: 1000 },
    );
  });

  test('counts nothing that nobody sees: blank texts and entries without a visible name', () => {
    const blank = (sections: Sections, mark: string) =>
      mapTexts({ ...sections, availability: {}, organisation: {}, mentoring: {}, contact: {} }, () => mark) as Sections;
    fc.assert(
      fc.property(role, anySections, anySections, fc.constantFrom(...INVISIBLE), (who, sections, more, mark) => {
        const unseen = { ...blank(more, mark), about: { text: mark } } as Sections;
        expect(strengthOf(who, unseen).score).toBe(0);
        const beside = Object.fromEntries(
          Object.entries(sections).map(([name, section]) => [
            name,
            Array.isArray(section)
              ? [...(unseen[name as 'skills'] as object[]), ...section]
              : { ...unseen[name as 'about'], ...(section as object) },
          ]),
        ) as unknown as Sections;
        expect(strengthOf(who, beside)).toEqual(strengthOf(who, sections));
      }),
      runs,
    );
  });

  test('is the same with invisible characters anywhere in the texts', () => {
    fc.assert(
      fc.property(role, anySections, fc.constantFrom(...UNSEEN), fc.nat(30), (who, sections, mark, place) => {
        const marked = mapTexts(sections, (value) => {
          const signs = [...value];
          signs.splice(place % (signs.length + 1), 0, mark);
          return signs.join('');
        });
        expect(strengthOf(who, marked as Sections)).toEqual(strengthOf(who, sections));
      }),
      runs,
    );
  });

  test('and its factors are whole points within their weights, which add up to 100', () => {
    fc.assert(
      fc.property(role, anySections, (who, sections) => {
        const strength = strengthOf(who, sections);
        expect(strengthSchema.parse(strength)).toEqual(strength);
        expect(strength.factors.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
        expect(strength.factors.reduce((sum, { points }) => sum + points, 0)).toBe(strength.score);
        for (const { points, weight, reached } of strength.factors)
          expect([points <= weight, reached]).toEqual([true, points / weight]);
      }),
      runs,
    );
  });

  test.each([
    ['nothing at all', {}],
    ['sections of another form', { identity: [], about: 'text', skills: {}, projects: [null, 7, 'x', { name: 5 }] }],
    ['fields of another type', { identity: { headline: 7, avatarUrl: {} }, skills: [{ name: 'Rust', level: '5' }] }],
  ])('is counted without a fault of %s', (_, sections) => {
    for (const who of roles) expect(strengthOf(who, sections).score).toBeLessThanOrEqual(20);
  });

  test('counts no section that the role is not offered', () => {
    const work = { ...bareSections, volunteering: [{ id: 'v', organisation: 'Club', position: 'Treasurer' }] };
    expect([score('student', work), score('employer', work)]).toEqual([5, 0]);
    const paid = { ...bareSections, workExperience: [{ id: 'w', organisation: 'Firm', position: 'Treasurer' }] };
    expect([score('student', paid), score('employer', paid)]).toEqual([5, 6]);
  });

  const skills = (count: number, more: object = {}) => ({
    skills: Array.from({ length: count }, (_, at) => ({ id: `s${at}`, name: `Skill ${at}`, ...more })),
  });

  test.each<[string, object, number]>([
    ['a headline of 19 letters', { identity: { displayName: 'Ada', headline: long(19) } }, 0],
    ['a headline of 20 letters', { identity: { displayName: 'Ada', headline: long(20) } }, 7],
    ['a text of 49 letters', { about: { text: long(49) } }, 0],
    ['a text of 50 letters', { about: { text: long(50) } }, 4],
    ['a text of 199 letters', { about: { text: long(199) } }, 4],
    ['a text of 200 letters', { about: { text: long(200) } }, 9],
    ['a text of 400 letters', { about: { text: long(400) } }, 14],
    ['one skill', skills(1), 2],
    ['three skills', skills(3), 6],
    ['six skills', skills(6), 10],
    ['one skill six times', skills(6, { name: 'Rust' }), 2],
    ['two skills with levels', skills(2, { level: 3 }), 2],
    ['three skills with levels', skills(3, { level: 3 }), 10],
    ['three skills with years', skills(3, { years: 1 }), 11],
    ['three skills without a year of practice', skills(3, { years: 0 }), 6],
    ['a project of 99 letters', { projects: [{ id: 'p', name: 'P', description: long(99) }] }, 4],
    [
      'a project of 100 letters',
      { projects: [{ id: 'p', name: 'P', description: long(60), highlights: [long(40)] }] },
      9,
    ],
    [
      'a project with evidence',
      { projects: [{ id: 'p', name: 'P', keywords: ['Rust'], url: 'https://a.example' }] },
      11,
    ],
  ])('of a student with %s', (_, sections, points) => {
    expect(score('student', { ...bareSections, ...sections })).toBe(points);
  });
});

describe('the points of a role', () => {
  test.each(roles)('%s: add up to 100, at least one for each rung, of steps in its sections', (who) => {
    const points = Object.entries(strengthPoints[who]);
    expect(points.flatMap(([, rungs]) => rungs).reduce((sum, each) => sum + each, 0)).toBe(100);
    for (const [key, rungs] of points) {
      const step = steps[key as keyof typeof steps];
      expect([key, rungs.length <= step.rungs.length, Math.min(...rungs) >= 1]).toEqual([key, true, true]);
      expect(roleSections[who]).toContain(step.places[0][0]);
    }
  });
});

describe('the length of a text', () => {
  test.each<[string, number]>([
    ['Ada', 3],
    ['a b\n c', 3],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 1],
    ['👩🏽‍🚀🇩🇪1️⃣', 3],
    ['\u1112\u1161\u11ab', 1],
    ['שָׁלוֹם', 4],
    ['\u200b\u2060\u3164\u2800 \u0301', 0],
    ['🇩\u2060🇪', 1],
    ['', 0],
  ])('%j is %i', (text, length) => {
    expect(visibleLength(text)).toBe(length);
  });

  test('is that of its grapheme clusters, in texts of many scripts', () => {
    const segmenter = new Intl.Segmenter('en');
    for (const text of [
      'Größe',
      'éléphant',
      'Ελλάδα',
      'Привет',
      'こんにちは',
      '漢字仮名',
      '한국어',
      'مرحبا',
      'ไทย',
      '🦊🐻‍❄️🏴‍☠️',
    ])
      expect([text, visibleLength(text)]).toEqual([text, [...segmenter.segment(text)].length]);
  });
});

test('the documentation has the points of each factor by role', () => {
  const page = readFileSync(new URL('../../../docs/profile.md', import.meta.url), 'utf8');
  const documented = Object.fromEntries(
    [...page.matchAll(/^\| `(\w+)` +\|((?: +\d* +\|){4})/gm)].map(([, factor, cells]) => [
      factor,
      cells!.split('|').slice(0, 4).map(Number),
    ]),
  );
  const weights = (who: Role) => new Map(strengthOf(who, {}).factors.map(({ key, weight }) => [key, weight]));
  const columns = (['student', 'employer', 'mentor', 'moderator'] as const).map(weights);
  expect(documented).toEqual(
    Object.fromEntries(factorKeys.map((key) => [key, columns.map((column) => column.get(key) ?? 0)])),
  );
  expect(strengthPoints.admin).toBe(strengthPoints.moderator);
});
