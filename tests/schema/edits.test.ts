/** Pure rules of edits and handles: the least movement in a list, look-alike handles, codes of faulty fields. */
import { contract, fieldCodes, isReservedHandle, keptInOrder, parseArgs, skeletonOf } from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the ids that keep their place', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));

  test('stand in the same order before and after, and there is no longer choice of them', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const kept = keptInOrder(before, after);
        const order = (list: string[]) => list.filter((id) => kept.has(id));
        expect(order(before)).toEqual(order(after));
        expect(kept.size).toBe(longestCommon(before, after));
      }),
      { numRuns: 500 },
    );
  });

  test('are all but one after one item has moved, wherever it went', () => {
    fc.assert(
      fc.property(ids, fc.nat(7), fc.nat(7), (before, from, to) => {
        fc.pre(before.length > 1);
        const after = before.toSpliced(from % before.length, 1);
        after.splice(to % before.length, 0, before[from % before.length]!);
        expect(keptInOrder(before, after).size).toBeGreaterThanOrEqual(before.length - 1);
      }),
    );
  });
});

/** Length of a longest common subsequence, by its definition. */
function longestCommon([first, ...before]: string[], after: string[]): number {
  if (first === undefined) return 0;
  const at = after.indexOf(first);
  const without = longestCommon(before, after);
  return at < 0 ? without : Math.max(without, 1 + longestCommon(before, after.slice(at + 1)));
}

describe('look-alike handles', () => {
  test.each([
    ['marlow', 'mar1ow'],
    ['marlow', 'marlovv'],
    ['marlow', 'rnar-low'],
    ['o0', '00'],
    ['il-1', 'l1i'],
  ])('%s and %s have one skeleton', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });

  test.each([
    ['ada', 'adam'],
    ['ben-2', 'ben-3'],
    ['nora', 'mora'],
  ])('%s and %s have not', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });

  test('numbers that count people stay apart', () => {
    const handles = Array.from({ length: 2000 }, (_, index) => `person-${index}`);
    expect(new Set(handles.map(skeletonOf)).size).toBe(handles.length);
  });

  test('are reserved with what they look like, and the names of people are not', () => {
    expect(
      ['admin', 'adrnin', 'ad-min', 'r00t', 'suppo-rt', 'sandbox-x', 'sandb0x-full'].map(isReservedHandle),
    ).toEqual(Array(7).fill(true));
    expect(['ada', 'marlow', 'sandboxer', 'admira', 'teamster'].map(isReservedHandle)).toEqual(Array(5).fill(false));
  });
});

describe('the code of a faulty field', () => {
  const codesOf = (args: unknown) => {
    const parsed = parseArgs(contract.profile.update.args, args);
    return parsed.ok ? {} : Object.fromEntries(parsed.error.fields!.map(({ path, code }) => [path, code]));
  };

  test('names each kind of fault', () => {
    const codes = codesOf({
      changes: {
        identity: {
          displayName: '\u3164',
          headline: 'a\u202eb',
          pronouns: 'x'.repeat(41),
          avatarUrl: 'http://a.example',
          location: { countryCode: 'XX', planet: 'Mars' },
        },
        availability: { status: 'maybe', hoursPerWeek: 81, remote: 'yes', rate: { amount: 1, currency: 'ZZZ' } },
        contact: { email: 'nobody' },
        skills: [{ id: 'a' }, { id: 'a', name: 'Twice' }, null],
        education: [{ institution: 'X', gpa: { value: 5, scale: 4 } }],
      },
      expected: { identity: 1, availability: 1, skills: 1, education: 1 },
      idempotencyKey: 'short',
    });
    expect(codes).toEqual({
      'changes.identity.displayName': 'empty',
      'changes.identity.headline': 'unsafe_text',
      'changes.identity.pronouns': 'too_long',
      'changes.identity.avatarUrl': 'invalid_format',
      'changes.identity.location.countryCode': 'not_an_option',
      'changes.identity.location.planet': 'unknown_field',
      'changes.availability.status': 'not_an_option',
      'changes.availability.hoursPerWeek': 'out_of_range',
      'changes.availability.remote': 'wrong_type',
      'changes.availability.rate.currency': 'not_an_option',
      'changes.availability.rate.per': 'required',
      'changes.contact.email': 'invalid_format',
      'changes.skills.0.name': 'required',
      'changes.skills.1.id': 'not_unique',
      'changes.skills.2': 'wrong_type',
      'changes.education.0.gpa.value': 'out_of_range',
      'expected.contact': 'required',
      idempotencyKey: 'invalid_format',
    });
  });

  test('of a list that is too long is its own', () => {
    expect(
      codesOf({ changes: { skills: [{ name: 'X', keywords: Array(21).fill('x') }] }, expected: {} }),
    ).toMatchObject({
      'changes.skills.0.keywords': 'too_many',
      idempotencyKey: 'required',
    });
  });

  test('is one of the closed list, and never `invalid` where a rule of the contract refuses', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), fc.anything(), (changes, expected) => {
        const codes = Object.values(codesOf({ changes, expected })).map(String);
        expect(codes.filter((code) => code === 'invalid' || !(fieldCodes as readonly string[]).includes(code))).toEqual(
          [],
        );
      }),
    );
  });
});
