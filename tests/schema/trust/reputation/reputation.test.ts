/** Properties of the reputation index over arbitrary votes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  HALF_LIFE,
  type ReputationInput,
  Reputation,
  ReputationInputError,
  type Vote,
} from '../../../../packages/schema/src/trust/reputation/index.ts';
import { AS_OF, PEOPLE, anyInput, anyVote, counting } from './any-votes.ts';
import { YEAR } from './people.ts';

const runs = { numRuns: 300 };
const person = fc.nat(PEOPLE - 1);
const threshold = 0.05;

function all({ people, ...input }: ReputationInput, options?: { threshold: number }) {
  const reputation = new Reputation({ people, ...input }, options);
  return Array.from({ length: people }, (_, each) => reputation.explain(each));
}

function points({ parts }: ReturnType<Reputation['explain']>, kind: Vote['kind']) {
  return parts.find((part) => part.kind === kind)!.counted;
}

describe('the index', () => {
  test('does not depend on the order of votes, of verified people, or on votes that were overtaken', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, numbers) => {
        const shuffled = input.votes
          .map((vote) => ({ vote, place: numbers.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ vote }) => vote);
        const verified = input.verified.toReversed();
        expect(all({ ...input, votes: shuffled, verified })).toEqual(all(input));
        expect(all({ ...input, votes: counting(input.votes) })).toEqual(all(input));
      }),
      runs,
    );
  });

  test('is between 0 and 100, adds up from its parts, and leaves the rest to uncertainty and votes against', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const reputation = new Reputation(input);
        const scores = reputation.scores();
        for (const [each, { score, possible, uncertainty, parts }] of all(input).entries()) {
          expect(scores[each]).toBe(score);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(possible).toBeLessThanOrEqual(100 + 1e-9);
          expect(possible - score).toBeCloseTo(100 * uncertainty, 9);
          expect(parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(score, 9);
          for (const { votes, counted, lost, share } of parts) {
            expect(counted).toBeLessThanOrEqual(votes + 1e-9);
            expect(lost).toBeGreaterThanOrEqual(0);
            expect(share).toBeGreaterThan(0);
            expect(share).toBeLessThan(1);
          }
        }
      }),
      runs,
    );
  });

  test('of a person without votes is 0, and nothing is more uncertain', () => {
    fc.assert(
      fc.property(anyInput, person, (input, alone) => {
        const votes = input.votes.filter(({ to }) => to !== alone);
        const explained = new Reputation({ ...input, votes }).explain(alone);
        expect(explained).toMatchObject({ score: 0, possible: 100, uncertainty: 1 });
        expect(explained.steps).toEqual([{ step: 'another-vote', gain: 100 / 21 }]);
      }),
      runs,
    );
  });

  test('is 0 for all where nobody is verified', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect([...new Reputation({ ...input, verified: [] }).scores()]).toEqual(Array(PEOPLE).fill(0));
      }),
      runs,
    );
  });

  test('does not change with the numbers of people', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const other = (each: number) => PEOPLE - 1 - each;
        const votes = input.votes.map((vote) => ({ ...vote, from: other(vote.from), to: other(vote.to) }));
        const renamed = new Reputation({ ...input, votes, verified: input.verified.map(other) }).scores();
        for (const [each, score] of new Reputation(input).scores().entries())
          expect(renamed[other(each)]).toBeCloseTo(score, 4);
      }),
      runs,
    );
  });

  test('does not change if the same time passes for all votes and for the index', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: -1000, max: 1000 }), (input, days) => {
        const later = (at: number) => at + days * 24 * 60 * 60 * 1000;
        const votes = input.votes.map((vote) => ({ ...vote, at: later(vote.at) }));
        const moved = { ...input, votes, asOf: later(input.asOf) };
        expect(new Reputation(moved).scores()).toEqual(new Reputation(input).scores());
      }),
      runs,
    );
  });
});

describe('a vote', () => {
  test('that is removed never raises the endorsements of its receiver, if its voter has few', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), (input, place) => {
        const votes = counting(input.votes).slice(0, 30);
        fc.pre(votes.length > 0);
        const { from, to } = votes[place % votes.length]!;
        fc.pre(votes.filter((vote) => vote.from === from).length <= 5);
        const before = new Reputation({ ...input, votes }, { threshold }).explain(to);
        const left = votes.filter((_, index) => index !== place % votes.length);
        const after = new Reputation({ ...input, votes: left }, { threshold }).explain(to);
        expect(points(after, 'endorsement')).toBeLessThanOrEqual(points(before, 'endorsement') + 1e-6);
      }),
      runs,
    );
  });

  // A bad review that goes leaves more of its voter's trust to others, the receiver among them.
  test('that endorses never raises the trust of its receiver by being removed, however many its voter has', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), (input, place) => {
        const votes = counting(input.votes);
        const endorsements = votes.filter(({ kind }) => kind === 'endorsement');
        fc.pre(endorsements.length > 0);
        const removed = endorsements[place % endorsements.length]!;
        const { to } = removed;
        const left = votes.filter((vote) => vote !== removed);
        const [before, after] = [votes, left].map((some) => new Reputation({ ...input, votes: some }).trust(to));
        expect(after).toBeLessThanOrEqual(before! + 1e-6);
      }),
      runs,
    );
  });

  test('halves in its half-life', () => {
    const at = AS_OF - HALF_LIFE;
    const votes = [
      { kind: 'endorsement', from: 0, to: 1, at: AS_OF },
      { kind: 'endorsement', from: 0, to: 2, at },
    ] as const;
    const reputation = new Reputation({ people: 3, verified: [0], votes, asOf: AS_OF });
    expect(points(reputation.explain(1), 'endorsement')).toBe(1);
    expect(points(reputation.explain(2), 'endorsement')).toBe(0.5);
  });

  test('of somebody whom no verified person reaches counts nothing, for or against', () => {
    fc.assert(
      fc.property(anyInput, fc.array(anyVote, { maxLength: 30 }), (input, more) => {
        const crowd = more.map((vote) => ({ ...vote, from: PEOPLE + vote.from }));
        const people = 2 * PEOPLE;
        const without = new Reputation({ ...input, people }, { threshold }).scores();
        expect(new Reputation({ ...input, people, votes: [...input.votes, ...crowd] }, { threshold }).scores()).toEqual(
          without,
        );
        const measured = new Reputation({ ...input, people, votes: [...input.votes, ...crowd] });
        expect(measured.scores()).toEqual(new Reputation({ ...input, people }).scores());
      }),
      runs,
    );
  });

  test('against a person counts once a week, however many voters there are', () => {
    const voters = Array.from({ length: 50 }, (_, from) => from);
    const bad = voters.map((from) => ({ kind: 'review' as const, from, to: 50, at: AS_OF - YEAR, rating: 1 }));
    const slow = bad.map((vote, week) => ({ ...vote, at: AS_OF - week * 7 * 24 * 60 * 60 * 1000 }));
    const [at, over] = [bad, slow].map((votes) =>
      new Reputation({ people: 51, verified: voters, votes, asOf: AS_OF }).explain(50),
    );
    expect(points(at!, 'review')).toBeCloseTo(2 ** (-YEAR / HALF_LIFE), 9);
    expect(points(over!, 'review')).toBeGreaterThan(40);
  });
});

describe('steps to a better index', () => {
  test('gain what they say for a person who casts no votes, so that nobody else changes', () => {
    fc.assert(
      fc.property(anyInput, person, (input, who) => {
        const people = PEOPLE + 1;
        const verified = [...input.verified, PEOPLE];
        const votes = input.votes.filter(({ from }) => from !== who);
        const before = new Reputation({ ...input, people, verified, votes }, { threshold });
        const { score, steps } = before.explain(who);
        before.put({ kind: 'endorsement', from: PEOPLE, to: who, at: AS_OF });
        const gain = steps.find(({ step }) => step === 'another-vote')!.gain;
        expect(before.score(who) - score).toBeCloseTo(gain, 9);
        expect(steps.toSorted((a, b) => b.gain - a.gain)).toEqual(steps);
      }),
      runs,
    );
  });

  test('lead old votes and strangers to full weight', () => {
    const votes = [
      { kind: 'endorsement', from: 0, to: 1, at: AS_OF },
      { kind: 'endorsement', from: 1, to: 2, at: AS_OF - HALF_LIFE },
    ] as const;
    const { steps, score } = new Reputation(
      { people: 3, verified: [0], votes, asOf: AS_OF },
      { threshold: 0.2 },
    ).explain(2);
    const weight = 0.85 / 5 / 5 / 0.2;
    const of = (positive: number) => (100 * positive) / (positive + 20);
    expect(score).toBeCloseTo(of(weight / 2), 6);
    expect(Object.fromEntries(steps.map(({ step, gain }) => [step, gain + score]))).toEqual({
      'another-vote': expect.closeTo(of(weight / 2 + 1), 4) as number,
      'fresher-votes': expect.closeTo(of(weight), 4) as number,
      'trusted-voters': expect.closeTo(of(0.5), 4) as number,
    });
  });
});

describe('a refusal', () => {
  const input = { people: 3, verified: [0], votes: [], asOf: AS_OF };
  const good = { from: 0, to: 1, at: AS_OF };

  test.each<[code: string, vote: unknown]>([
    ['invalid_person', { kind: 'endorsement', ...good, from: -1 }],
    ['invalid_person', { kind: 'endorsement', ...good, to: 3 }],
    ['invalid_person', { kind: 'endorsement', ...good, to: 0.5 }],
    ['invalid_time', { kind: 'endorsement', ...good, at: NaN }],
    ['invalid_vote', { kind: 'applause', ...good }],
    ['invalid_vote', { kind: 'review', ...good, rating: 0.9 }],
    ['invalid_vote', { kind: 'review', ...good }],
    ['invalid_vote', { kind: 'completion', ...good, completed: 2, agreed: 1 }],
    ['invalid_vote', { kind: 'completion', ...good, completed: 0, agreed: 0 }],
  ])('has the code %s for %j and leaves everything as it was', (code, vote) => {
    const reputation = new Reputation({ ...input, votes: [{ kind: 'endorsement', ...good }] });
    const before = reputation.scores();
    const refused = expect.objectContaining({ name: 'ReputationInputError', code }) as Error;
    expect(() => reputation.put(vote as Vote)).toThrow(refused);
    expect(() => new Reputation({ ...input, votes: [vote as Vote] })).toThrow(refused);
    expect(reputation.scores()).toEqual(before);
  });

  test.each<[code: string, change: Partial<ReputationInput>]>([
    ['too_many', { people: 1_000_001 }],
    ['invalid_person', { people: 1.5 }],
    ['invalid_person', { verified: [3] }],
    ['invalid_time', { asOf: Infinity }],
  ])('has the code %s for %j', (code, change) => {
    expect(() => new Reputation({ ...input, ...change })).toThrow(expect.objectContaining({ code }) as Error);
    expect(() => new Reputation({ ...input, ...change })).toThrow(ReputationInputError);
  });

  test.each([0, -1, NaN])('has the code invalid_threshold for a threshold of %d', (refused) => {
    expect(() => new Reputation(input, { threshold: refused })).toThrow(
      expect.objectContaining({ code: 'invalid_threshold' }) as Error,
    );
  });
});
