/**
 * The reputation index over 100,000 people and 1,000,000 votes: all computed at once, and repaired after one change. Baselines are EigenTrust by
 * power iteration and raw counts of the same votes, in the same run.
 */
import { Reputation, type Vote } from '../../packages/schema/src/trust/reputation/index.ts';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { Random } from '../local/ledger/random.ts';
import { NOW, YEAR } from '../schema/trust/reputation/people.ts';
import { eigenTrust, rawCounts } from '../schema/trust/reputation/rankings.ts';

export const name = 'reputation';

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const people = short ? 10_000 : 100_000;
  const random = new Random(1);
  const input = worldOf(people, random);
  progress(`${people} people, ${input.votes.length} votes`);
  const whole = timed(() => new Reputation(input));
  const power = timed(() => eigenTrust(input));
  yield {
    name: 'whole index, EigenTrust as baseline',
    value: whole.time,
    unit: 'ms',
    baseline: power.time,
    goal: { at: 'most', value: 10_000 },
  };
  signal.throwIfAborted();
  const reputation = whole.result;
  const ranked = timed(() => reputation.scores());
  yield {
    name: 'scores of all, raw counts as baseline',
    value: ranked.time,
    unit: 'ms',
    baseline: timed(() => rawCounts(input)).time,
  };
  const { times, votes } = changed(reputation, input.votes, random);
  yield { name: 'one vote more or less, median', value: quantile(times, 0.5), unit: 'ms', baseline: whole.time };
  yield {
    name: 'one vote more or less, 99th percentile',
    value: quantile(times, 0.99),
    unit: 'ms',
    baseline: whole.time,
  };
  yield {
    name: 'one vote more or less, slowest',
    value: quantile(times, 1),
    unit: 'ms',
    baseline: whole.time,
    goal: { at: 'most', value: 100 },
  };
  signal.throwIfAborted();
  const anew = new Reputation({ ...input, votes }, { threshold: reputation.threshold }).scores();
  const apart = reputation.scores().reduce((most, score, person) => Math.max(most, Math.abs(score - anew[person]!)), 0);
  yield {
    name: 'greatest difference of an index after a thousand changes from one computed anew',
    value: Number(apart.toPrecision(3)),
    unit: 'points',
    goal: { at: 'most', value: 0.01 },
  };
  yield {
    name: 'one person more or less verified, slowest of 20',
    value: quantile(verifications(reputation, random), 1),
    unit: 'ms',
    baseline: whole.time,
  };
}

/** Ten votes a person; voters and receivers with low numbers have more, as in graphs of real people. */
function worldOf(people: number, random: Random) {
  const someone = () => Math.floor(people * random.next() ** 1.5);
  const votes = Array.from({ length: people * 10 }, (_, place): Vote => {
    const between = { from: someone(), to: someone(), at: NOW - random.next() * 3 * YEAR };
    return place % 3 === 0
      ? { kind: 'review', ...between, rating: random.integer(1, 6) }
      : { kind: 'endorsement', ...between };
  });
  const verified = Array.from({ length: people / 20 }, () => random.integer(0, people));
  return { people, votes, verified, asOf: NOW, quality: new Float64Array(), random };
}

/** A thousand times one vote is added or removed and its receiver's index read: the times, and the votes that are left. */
function changed(reputation: Reputation, votes: readonly Vote[], random: Random) {
  const left = [...votes];
  const times: number[] = [];
  for (let count = 0; count < 1000; count += 1) {
    const place = random.integer(0, left.length);
    const vote = left[place]!;
    const between = { from: vote.from, to: random.integer(0, reputation.people), at: NOW };
    if (count % 2 === 0) {
      const added: Vote = { kind: 'completion', ...between, agreed: 1, completed: 1 };
      left.push(added);
      times.push(timed(() => reputation.put(added) ?? reputation.score(added.to)).time);
    } else {
      const { from, to, kind } = vote;
      for (let other = left.length - 1; other >= 0; other -= 1)
        if (left[other]!.from === from && left[other]!.to === to && left[other]!.kind === kind) left.splice(other, 1);
      times.push(timed(() => reputation.remove(vote) ?? reputation.score(to)).time);
    }
  }
  return { times, votes: left };
}

function verifications(reputation: Reputation, random: Random): number[] {
  return Array.from({ length: 20 }, (_, count) => {
    const person = random.integer(0, reputation.people);
    return timed(() => reputation.verify(person, count % 2 === 0)).time;
  });
}

function timed<T>(work: () => T): { result: T; time: number } {
  const started = performance.now();
  const result = work();
  return { result, time: Number((performance.now() - started).toPrecision(4)) };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil((values.length - 1) * share)]!;
}
