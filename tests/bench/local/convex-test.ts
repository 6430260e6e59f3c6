/** The same functions and profiles on convex-test, which keeps all documents in memory and scans them: for scale. */
import { convexTest } from 'convex-test';
import { makeFunctionReference } from 'convex/server';
import schema from './convex/schema.ts';

export interface Scanned {
  read(handle: string): Promise<unknown>;
  page(group: number): Promise<unknown>;
  headline(handle: string, text: string): Promise<unknown>;
}

/** convex-test finds the functions' folder by its `_generated`. */
const MODULES = {
  './convex/_generated/api.js': () => Promise.resolve({}),
  './convex/profiles.ts': () => import('./convex/profiles.ts'),
};

export async function scannedProfiles(count: number, groups: number): Promise<Scanned> {
  const test = convexTest(schema, MODULES);
  await test.mutation(makeFunctionReference<'mutation'>('profiles:load'), { from: 0, count, groups });
  const [read, page] = ['profiles:read', 'profiles:page'].map((name) => makeFunctionReference<'query'>(name));
  const headline = makeFunctionReference<'mutation'>('profiles:headline');
  return {
    read: (handle) => test.query(read!, { handle }),
    page: (group) => test.query(page!, { group }),
    headline: (handle, text) => test.mutation(headline, { handle, headline: text }),
  };
}
