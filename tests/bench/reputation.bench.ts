/** The reputation index of 100,000 people with a million acts: computed whole, and followed act by act. */
import { type Act, ReputationIndex, actKinds } from '../../packages/schema/src/trust/reputation/index.ts';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { eigenTrust } from '../schema/trust/rivals.ts';
import { randomOf } from '../schema/trust/random.ts';
import { median, percentile } from './local/subject.ts';

export const name = 'reputation';

const NOW = Date.UTC(2031, 4, 1);
const YEAR = 365 * 86_400_000;
const SIZES = { short: { people: 10_000, acts: 100_000 }, full: { people: 100_000, acts: 1_000_000 } };
const CHANGES = 1000;

export async function* run({ short, progress }: MeasureContext): AsyncIterable<Figure> {
  const { people, acts: count } = short ? SIZES.short : SIZES.full;
  const random = randomOf(1);
  const somebody = () => Math.floor(random() * people);
  // Mostly among neighbours, as in a circle of colleagues.
  const act = (): Act => {
    const from = somebody();
    const to = random() < 0.8 ? (from + 1 + Math.floor(random() * random() * 200)) % people : somebody();
    const kind = actKinds[Math.floor(random() * actKinds.length)]!;
    return { from, to, kind, at: NOW - random() * 3 * YEAR, rating: 1 + Math.floor(random() * 5) };
  };
  const acts = Array.from({ length: count }, act);
  const verified = Array.from({ length: people / 20 }, somebody);
  const given = { verified, acts, now: NOW };

  progress('computing all');
  const [index, whole] = timed(() => new ReputationIndex(people, given));
  const [, rival] = timed(() => eigenTrust({ ...given, people, quality: new Float64Array(), attackers: [] }));
  yield {
    name: `index of ${people} people from ${count} acts, against 50 rounds of EigenTrust`,
    value: whole,
    baseline: rival,
    unit: 'ms',
    goal: { at: 'most', value: 10_000 },
  };

  progress('following changes');
  const more = Array.from({ length: CHANGES }, act);
  // With the new sums of all whom it changes.
  const follow = (each: Act, at: number) => {
    for (const person of at % 2 ? index.remove(acts[at]!) : index.add(each)) index.sumOf(person);
  };
  const times = more.map((each, at) => timed(() => follow(each, at))[1]);
  yield { name: 'one act more or less, median, against all', value: median(times), baseline: whole, unit: 'ms' };
  yield { name: 'one act more or less, 99 of 100', value: percentile(times, 0.99), unit: 'ms' };
  yield {
    name: 'one act more or less, at most',
    value: Math.max(...times),
    unit: 'ms',
    goal: { at: 'most', value: 100 },
  };

  progress('computing all again');
  const left = acts.filter((_, at) => at >= CHANGES || at % 2 === 0);
  const again = new ReputationIndex(people, { ...given, acts: [...left, ...more.filter((_, at) => at % 2 === 0)] });
  const differences = Array.from({ length: people }, (_, at) => Math.abs(again.sumOf(at) - index.sumOf(at)));
  yield {
    name: `largest difference after ${CHANGES} changes, in voices`,
    value: Number(differences.reduce((most, each) => Math.max(most, each), 0).toPrecision(3)),
    unit: 'voices',
    goal: { at: 'most', value: 0.02 },
  };
}

function timed<T>(work: () => T): [result: T, ms: number] {
  const begun = performance.now();
  const result = work();
  return [result, Number((performance.now() - begun).toPrecision(4))];
}
