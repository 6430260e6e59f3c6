/** Arbitrary votes among few people, as fast-check makes them. */
import fc from 'fast-check';
import type { ReputationInput, Vote } from '../../../../packages/schema/src/trust/reputation/index.ts';
import { NOW, YEAR } from './people.ts';

export const PEOPLE = 12;
export const AS_OF = NOW;

const between = {
  from: fc.nat(PEOPLE - 1),
  to: fc.nat(PEOPLE - 1),
  at: fc.integer({ min: AS_OF - 5 * YEAR, max: AS_OF + YEAR }),
};

export const anyVote: fc.Arbitrary<Vote> = fc.oneof(
  fc.record({ kind: fc.constant('endorsement' as const), ...between }),
  fc.record({ kind: fc.constant('review' as const), ...between, rating: fc.integer({ min: 1, max: 5 }) }),
  fc
    .record({ kind: fc.constant('completion' as const), ...between, completed: fc.nat(9), failed: fc.nat(9) })
    .map(({ failed, ...vote }) => ({ ...vote, agreed: Math.max(1, vote.completed + failed) })),
);

export const anyVotes = fc.array(anyVote, { maxLength: 60, size: 'max' });

export const anyVerified = fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 4 });

export const anyInput = fc.record({
  people: fc.constant(PEOPLE),
  verified: anyVerified,
  votes: anyVotes,
  asOf: fc.constant(AS_OF),
}) satisfies fc.Arbitrary<ReputationInput>;

/** The votes that count, one for each pair and kind: the latest, of equally late ones the least favourable. */
export function counting(votes: readonly Vote[]): Vote[] {
  const kept = new Map<string, Vote>();
  for (const vote of votes) {
    const key = `${vote.from} ${vote.to} ${vote.kind}`;
    const other = kept.get(key);
    if (!other || placeOf(vote) > placeOf(other) || (placeOf(vote) === placeOf(other) && value(vote) < value(other)))
      kept.set(key, vote);
  }
  return [...kept.values()].filter(({ from, to }) => from !== to);
}

function placeOf({ at }: Vote): number {
  return Math.min(at, AS_OF);
}

function value(vote: Vote): number {
  if (vote.kind === 'review') return vote.rating;
  return vote.kind === 'completion' ? vote.completed / vote.agreed : 1;
}
