/** The load of a program for one read, with each bundler: no client of Convex's, and no more than its size. */
import { expect, test } from 'vitest';
import { bundlers } from './bundlers.ts';

const READ = `
  import { createGigsy } from '@gigsy/sdk';
  const view = await createGigsy({ url: 'https://happy-otter-123.convex.cloud' }).profile.get({ handle: 'ada' });
  console.log(view);`;

/** gzip in bytes; rollup measures 5,337 and esbuild 5,568. */
const LIMITS: Record<string, number> = { rollup: 6_000, esbuild: 6_000 };

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name} makes little of a program with one read`, async () => {
    const { modules, gzip } = await bundle(READ);
    expect(modules).toContain('packages/sdk/dist/http/call.js');
    expect(modules.filter((module) => /node_modules\/(convex|zod|@clerk)\//.test(module))).toEqual([]);
    expect(gzip).toBeLessThanOrEqual(LIMITS[name]!);
  }, 30_000);
}
