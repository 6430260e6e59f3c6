/**
 * Non-interference through running deployments: 2,000 pairs, the same in each run. `npm run soak -- --only non-interference`
 * tries 50,000 that are drawn anew.
 */
import { contract, listFunctions } from '@gigsy/schema';
import { expect, test } from 'vitest';
import http from '../../convex/http.js';
import { type SampleSubject, nothingKnown } from '../../packages/schema/src/contract/samples.ts';
import { type Modules, publicFunctions } from '../convex/public-functions.ts';
import { type Path, circles, leftOut, pathsOf, viewersOf } from './pairs/paths.ts';
import { tryPairs } from './pairs/run.ts';

const PAIRS = 2_000;
const SEED = 20_311;

test(
  'deployments that differ where a viewer may not see give that viewer the same bytes, by every path, and no frame',
  { timeout: 480_000 },
  async () => {
    const { pairs, shown, still, asked } = await tryPairs({ seed: SEED, pairs: PAIRS });
    expect(pairs).toBeGreaterThanOrEqual(PAIRS);
    expect(shown).toBeGreaterThan(30);
    expect(still).toBeGreaterThan(50);
    expect([...asked].filter(([, times]) => times < 2)).toEqual([]);
  },
);

test('the paths are the functions and routes that are deployed, no more and no fewer', async () => {
  const about: SampleSubject = { ...nothingKnown, handle: 'ada' };
  const paths = circles.flatMap(viewersOf).flatMap((viewer) => pathsOf(viewer, about));
  const modules = import.meta.glob([
    '../../convex/**/*.ts',
    '!../../convex/_generated/**',
    '!../../convex/*.config.ts',
  ]);
  const left = listFunctions(contract).filter(({ name }) => leftOut.has(name));
  const functions = paths.filter((path) => path.what === 'function');
  expect(left.map(({ name }) => name).sort()).toEqual([...leftOut].sort());
  expect(
    distinct([...functions, ...left.map(({ path: at, contract: { kind } }) => ({ at, kind }))].map(nameOf)),
  ).toEqual(await publicFunctions(modules as Modules));
  const served = http.getRoutes().map(([at, method]) => `${method} ${at.replace(/\*$/, '')}`);
  expect(distinct(paths.flatMap((path) => (path.what === 'route' ? [`${path.method} ${path.at}`] : [])))).toEqual(
    served.sort(),
  );
});

function nameOf({ kind, at }: Pick<Extract<Path, { what: 'function' }>, 'kind' | 'at'>): string {
  return `${kind} ${at}`;
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].sort();
}
