/** Exact vector search and full-text search over 100,000 documents, through an action and a query as a project writes them. */
import type { Deployment } from '@gigsy/local';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { percentile, startFunctions } from './local/subject.ts';
import { searched, sequence, text, word } from './local/words.ts';

export const name = 'local-search';

const BATCH = 1000;
const WARM_UP = 10;

export async function* run(context: MeasureContext): AsyncGenerator<Figure> {
  const documents = context.short ? 10_000 : 100_000;
  const searches = context.short ? 100 : 300;
  const { deployment, end } = await startFunctions('search-convex');
  try {
    await load(deployment, documents, context);
    const near = await times(searches, (n) => deployment.run('finding:near', { seed: -1 - n }));
    const shown = documents.toLocaleString('en');
    yield figure(`exact vector search, ${shown} x 256, p50`, percentile(near, 0.5));
    yield {
      ...figure(`exact vector search, ${shown} x 256, p95`, percentile(near, 0.95)),
      goal: { of: 'value', at: 'most', value: 30 },
    };
    const random = sequence(5);
    const said = await times(searches, () => deployment.run('finding:saying', { text: searched(random) }));
    yield figure(`full text, ${shown} documents, mixed terms, p50`, percentile(said, 0.5));
    yield {
      ...figure(`full text, ${shown} documents, mixed terms, p95`, percentile(said, 0.95)),
      goal: { of: 'value', at: 'most', value: 15 },
    };
    const worst = await times(20, () => deployment.run('finding:saying', { text: word(0) }));
    yield figure(`full text, ${shown} documents, the commonest word, p50`, percentile(worst, 0.5));
  } finally {
    await end();
  }
}

function figure(what: string, ms: number): Figure {
  return { name: what, value: Number(ms.toFixed(1)), unit: 'ms' };
}

async function load(deployment: Deployment, documents: number, { progress, signal }: MeasureContext): Promise<void> {
  const random = sequence(4);
  for (let from = 0; from < documents; from += BATCH) {
    signal.throwIfAborted();
    if (from % (10 * BATCH) === 0) progress(`loading ${from} of ${documents} documents`);
    await deployment.run('finding:loadPlaces', { from, count: BATCH });
    await deployment.run('finding:loadTexts', { bodies: Array.from({ length: BATCH }, () => text(random)) });
  }
}

/** Milliseconds of each search, one after the other. */
async function times(searches: number, search: (n: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < searches + WARM_UP; n += 1) {
    const started = performance.now();
    await search(n);
    if (n >= WARM_UP) taken.push(performance.now() - started);
  }
  return taken;
}
