/** Cues for moderators, and the table of steps of a case, as pure rules. */
import {
  BURST,
  BURST_MS,
  COPIED_FROM,
  burstCue,
  caseStateAfter,
  caseStates,
  caseSteps,
  copiedCue,
  historyCue,
  likeness,
  placeSchema,
  reciprocityCue,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const text =
  'I design small bridges for walkers in the mountains and teach young engineers how wood carries loads over many years';

describe('a copied text', () => {
  test('is found in other case, with other marks and signs, and named with its share', () => {
    const copied = text.toUpperCase().replaceAll(' ', ', ').replace('WALKERS', 'WÁLKERS');
    expect(copiedCue(text, [{ of: 'ben', text: copied }])).toEqual({
      kind: 'copied',
      evidence: { of: 'ben', percent: 100 },
    });
  });

  test('is not found in a text about the same, nor in one that is short', () => {
    const alike =
      'I design bridges for trains in the city and teach old engineers how steel carries loads over few years';
    expect(likeness(text, alike)).toBeLessThan(COPIED_FROM);
    expect(copiedCue('Builds things', [{ of: 'ben', text: 'Builds things' }])).toBeNull();
  });

  test('is as like as the other is, and wholly like itself', () => {
    const words = fc.array(fc.constantFrom('glass', 'wood', 'knots', 'ropes', 'sails'), {
      minLength: 12,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [a, b] = [one.join(' '), other.join(' ')];
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect([0, 1]).toContain(likeness(a, a));
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('a burst is counted in the densest hour, whatever the order of the times', () => {
  const within = Array.from({ length: BURST }, (_, n) => 5 * BURST_MS + n);
  expect(burstCue([...within].reverse())).toEqual({ kind: 'burst', evidence: { acts: BURST, from: 5 * BURST_MS } });
  expect(burstCue(within.slice(1))).toBeNull();
  expect(burstCue(within.map((_, n) => (n * BURST_MS) / (BURST - 1)))).toBeNull();
});

test('reciprocity counts people who gave back, and no act towards oneself', () => {
  const both = ['b', 'c', 'd'].flatMap((other) => [
    { by: 'a', to: other },
    { by: other, to: 'a' },
  ]);
  expect(reciprocityCue('a', both)).toEqual({ kind: 'reciprocity', evidence: { mutual: 3, given: 3 } });
  expect(reciprocityCue('a', [...both, { by: 'a', to: 'x' }])).toBeNull();
  expect(
    reciprocityCue(
      'a',
      Array.from({ length: 9 }, () => ({ by: 'a', to: 'a' })),
    ),
  ).toBeNull();
});

test('a history is improbable that ends before it starts, starts in the future, or has many entries at once', () => {
  const today = '2031-05-01';
  expect(historyCue([{ place: 'x', start: '2020-05', end: '2019' }], today)).toMatchObject({
    evidence: { place: 'x' },
  });
  expect(historyCue([{ place: 'x', start: '2032' }], today)).toMatchObject({ kind: 'history' });
  expect(historyCue([{ place: 'x', start: '2020-05', end: '2020' }], today)).toBeNull();
  const at = (place: string) => ({ place, start: '2020', end: '2024' });
  expect(historyCue(['a', 'b', 'c', 'd'].map(at), today)).toMatchObject({ evidence: { atOnce: 4 } });
  expect(historyCue(['a', 'b', 'c'].map(at), today)).toBeNull();
});

describe('a case', () => {
  test('is decided only in review, and appealed only after a decision', () => {
    for (const state of caseStates) {
      expect([state, caseStateAfter(state, 'act') !== undefined]).toEqual([state, state === 'inReview']);
      expect([state, caseStateAfter(state, 'appeal') !== undefined]).toEqual([state, state === 'actioned']);
      for (const step of caseSteps) {
        const next = caseStateAfter(state, step);
        if (next !== undefined) expect(caseStates).toContain(next);
      }
    }
  });

  test('is about a row of the matrix or an item, and nothing else', () => {
    for (const place of ['profile', 'about', 'identity.headline', 'skills/one-_2', 'verification/email'])
      expect([place, placeSchema.safeParse(place).success]).toEqual([place, true]);
    for (const place of ['', 'secret', 'skills/', 'skills/a b', '__proto__', 'about.text', 'profile/x', 'a'.repeat(99)])
      expect([place, placeSchema.safeParse(place).success]).toEqual([place, false]);
  });
});
