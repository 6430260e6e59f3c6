/** The index after changes one by one, against the index computed anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DAMPING,
  RESIDUAL,
  Reputation,
  type ReputationInput,
  type Vote,
  freshnessOf,
  valueOf,
} from '../../../../packages/schema/src/trust/reputation/index.ts';
import { Random } from '../../../local/ledger/random.ts';
import { AS_OF, PEOPLE, anyInput, anyVote, counting } from './any-votes.ts';
import { honestPeople } from './people.ts';

type Change = { put: Vote } | { remove: number } | { verify: number };

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ put: anyVote }),
  fc.record({ remove: fc.nat() }),
  fc.record({ verify: fc.nat(PEOPLE - 1) }),
);

/** The votes that count, by pair and kind, and the people who are verified. */
type State = { votes: Map<string, Vote>; verified: Set<number> };

function keyOf({ from, to, kind }: Vote): string {
  return `${from} ${to} ${kind}`;
}

function stateOf({ votes, verified }: ReputationInput): State {
  const kept = counting([...votes]).map((vote): [string, Vote] => [keyOf(vote), vote]);
  return { votes: new Map(kept), verified: new Set(verified) };
}

/** Makes the change in a reputation and in the state from which another is computed anew. */
function make(change: Change, reputation: Reputation, { votes, verified }: State): void {
  if ('put' in change) {
    reputation.put(change.put);
    votes.set(keyOf(change.put), change.put);
  } else if ('remove' in change) {
    const removed = [...votes.values()][change.remove % votes.size];
    if (!removed) return;
    reputation.remove(removed);
    votes.delete(keyOf(removed));
  } else {
    const isVerified = !verified.has(change.verify);
    reputation.verify(change.verify, isVerified);
    if (isVerified) verified.add(change.verify);
    else verified.delete(change.verify);
  }
}

/**
 * Trust may differ from the exact one by `RESIDUAL` for each unit that somebody would get if everybody were verified: the error
 * solves the same linear equation, with residuals in the place of verified people. Both computations may err, in opposite
 * directions.
 */
function expectSame(changed: Reputation, { votes, ...input }: ReputationInput): void {
  const same = { ...input, votes: [...votes] };
  const anew = new Reputation(same, { threshold: changed.threshold });
  const verified = Array.from({ length: input.people }, (_, person) => person);
  const ofAll = new Reputation({ ...same, verified });
  for (const person of verified) {
    const tolerance = 2 * RESIDUAL * ofAll.trust(person) + 1e-12;
    expect(Math.abs(changed.trust(person) - anew.trust(person))).toBeLessThanOrEqual(tolerance);
    expect(changed.score(person)).toBeCloseTo(anew.score(person), 2);
  }
}

test('any changes lead to the index computed anew, within the stated tolerance', () => {
  fc.assert(
    fc.property(anyInput, fc.array(anyChange, { maxLength: 30 }), (start, changes) => {
      const state = stateOf(start);
      const reputation = new Reputation(start, { threshold: 0.02 });
      for (const change of changes) make(change, reputation, state);
      expectSame(reputation, { ...start, verified: state.verified, votes: state.votes.values() });
    }),
    { numRuns: 300 },
  );
});

test('a thousand changes among five thousand people lead to the index computed anew', () => {
  const random = new Random(5);
  const world = honestPeople(3);
  const state = stateOf(world);
  const reputation = new Reputation(world);
  for (let count = 0; count < 1000; count += 1) {
    const isNew = random.next() < 0.5;
    const between = { from: random.integer(0, 5000), to: random.integer(0, 5000), at: world.asOf };
    make(isNew ? { put: { kind: 'endorsement', ...between } } : { remove: random.integer(0, 1e9) }, reputation, state);
  }
  expectSame(reputation, { ...world, votes: state.votes.values() });
});

test('trust solves its equation', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const reputation = new Reputation(input);
      const votes = counting(input.votes);
      for (let person = 0; person < PEOPLE; person += 1) {
        const received = votes
          .filter(({ to }) => to === person)
          .map((vote) => {
            const cast = votes.filter(({ from }) => from === vote.from);
            const all = cast.reduce((sum, { at }) => sum + freshnessOf(at, AS_OF), 0);
            return (reputation.trust(vote.from) * freshnessOf(vote.at, AS_OF) * valueOf(vote)) / Math.max(5, all);
          });
        const own = input.verified.includes(person) ? 1 : 0;
        const expected = own + DAMPING * received.reduce((sum, each) => sum + each, 0);
        expect(reputation.trust(person)).toBeCloseTo(expected, 7);
      }
    }),
    { numRuns: 300 },
  );
});
