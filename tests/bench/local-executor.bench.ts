/** The embedded deployment's executor beside bare node:sqlite doing the same statements with JSON encoding. */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { bareProfiles } from './local/bare.ts';
import { scannedProfiles } from './local/convex-test.ts';
import { GROUPS, median, startSubject } from './local/subject.ts';
import { sequence } from './local/words.ts';

export const name = 'local-executor';

const PROFILES = 10_000;
/** convex-test scans, so ten times as many would take minutes. */
const SCANNED_PROFILES = 1000;

interface Doer {
  read(handle: string): unknown;
  page(group: number): unknown;
  headline(handle: string, text: string): unknown;
}

export async function* run(context: MeasureContext): AsyncGenerator<Figure> {
  yield* mixAndWrites(context);
  context.progress(`loading ${SCANNED_PROFILES} profiles into convex-test`);
  const scanned = await scannedProfiles(SCANNED_PROFILES, GROUPS);
  yield {
    name: `the same mix on convex-test, ${SCANNED_PROFILES} profiles, for scale`,
    value: await mix(scanned, context.short ? 100 : 300, 2, SCANNED_PROFILES),
    unit: '1/s',
  };
  yield growth(await readTime(1000, context), await readTime(context.short ? 10_000 : 100_000, context));
}

async function* mixAndWrites({ short, progress }: MeasureContext): AsyncGenerator<Figure> {
  progress(`loading ${PROFILES} profiles`);
  const { deployment, folder, end } = await startSubject(PROFILES);
  const bare = bareProfiles(folder, PROFILES, GROUPS);
  const ours: Doer = {
    read: (handle) => deployment.run('profiles:read', { handle }),
    page: (group) => deployment.run('profiles:page', { group }),
    headline: (handle, text) => deployment.run('profiles:headline', { handle, headline: text }),
  };
  try {
    const operations = short ? 3000 : 10_000;
    await mix(ours, 500, 1);
    await mix(bare, 500, 1);
    const [baseline, value] = await alternating(
      () => mix(bare, operations, 2),
      () => mix(ours, operations, 2),
    );
    yield {
      name: '70% profile reads, 20% index pages, 10% writes',
      value,
      unit: '1/s',
      baseline,
      goal: { of: 'ratio', at: 'least', value: 1 / 3 },
    };
    const count = short ? 500 : 2000;
    const [bareWrites, ourWrites] = await alternating(
      () => writes(bare, count),
      () => writes(ours, count),
    );
    yield {
      name: 'durable mutations, one after the other',
      value: ourWrites,
      unit: '1/s',
      baseline: bareWrites,
      goal: { of: 'ratio', at: 'least', value: 0.5 },
    };
    yield {
      name: 'durable mutations, 64 in flight',
      value: await writes(ours, count * 2, 64),
      unit: '1/s',
      baseline: bareWrites,
    };
  } finally {
    bare.close();
    await end();
  }
}

/** Medians of three rounds of each in turn, so that load on the machine falls on both. */
async function alternating(first: () => Promise<number>, second: () => Promise<number>): Promise<[number, number]> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    a.push(await first());
    b.push(await second());
  }
  return [median(a), median(b)];
}

/** Operations a second over the mix. */
async function mix(doer: Doer, operations: number, seed: number, profiles = PROFILES): Promise<number> {
  const random = sequence(seed);
  const started = performance.now();
  for (let n = 0; n < operations; n += 1) {
    const [kind, which] = [random(), Math.floor(random() * profiles)];
    if (kind < 0.7) await doer.read(`p${which}`);
    else if (kind < 0.9) await doer.page(which % GROUPS);
    else await doer.headline(`p${which}`, `Headline ${n}`);
  }
  return Math.round((operations / (performance.now() - started)) * 1000);
}

/** Mutations a second, `inFlight` at a time. */
async function writes(doer: Doer, count: number, inFlight = 1): Promise<number> {
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await doer.headline(`p${(next * 7919) % PROFILES}`, `Headline ${next}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return Math.round((count / (performance.now() - started)) * 1000);
}

/** Microseconds for one indexed read among `profiles`. */
async function readTime(profiles: number, { progress }: MeasureContext): Promise<number> {
  progress(`loading ${profiles} profiles`);
  const { deployment, end } = await startSubject(profiles);
  try {
    const random = sequence(3);
    const read = () => deployment.run('profiles:one', { handle: `p${Math.floor(random() * profiles)}` });
    for (let n = 0; n < 2000; n += 1) await read();
    const rounds: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const started = performance.now();
      for (let n = 0; n < 1000; n += 1) await read();
      rounds.push(performance.now() - started);
    }
    return median(rounds);
  } finally {
    await end();
  }
}

function growth(small: number, large: number): Figure {
  return {
    name: 'indexed read, most profiles beside 1,000',
    value: Math.round(large),
    unit: 'us',
    baseline: Math.round(small),
    goal: { of: 'ratio', at: 'most', value: 1.5 },
  };
}
