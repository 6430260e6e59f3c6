/** The embedded deployment against convex-test, program by program. The soak run does the same over thousands. */
import { convexTest } from 'convex-test';
import { defineSchema, defineTable, mutationGeneric } from 'convex/server';
import type { FunctionReference } from 'convex/server';
import { v } from 'convex/values';
import { expect, test } from 'vitest';
import { runOracle } from './oracle/oracle.ts';
import * as programs from './oracle/programs.ts';
import { LET_PASS_BY_CONVEX_TEST, REFUSALS } from './oracle/refusals.ts';

test('random programs give the same results and the same classes of error as on convex-test', async () => {
  expect(await runOracle({ seed: 1, schemas: 6, programsPerSchema: 50 })).toBe(300);
}, 60_000);

/** Whether convex-test itself refuses the attempt, on a table that takes any document. */
async function isRefused(what: string): Promise<boolean> {
  const attempt = mutationGeneric({
    handler: async (ctx) => {
      const id = await ctx.db.insert('boxes', { p: 1 });
      await REFUSALS[what]!({ ctx, table: 'boxes', id, self: programs.self });
    },
  });
  const modules = {
    './convex/programs.ts': () => Promise.resolve({ ...programs, attempt }),
    './convex/_generated/api.js': () => Promise.resolve({}),
  };
  const subject = convexTest(defineSchema({ boxes: defineTable(v.any()) }), modules);
  const reference = programs.self.attempt as FunctionReference<'mutation'>;
  return subject.mutation(reference, {}).then(
    () => false,
    () => true,
  );
}

test('convex-test is asked for every refusal that it makes too', async () => {
  const letPass: string[] = [];
  for (const what of Object.keys(REFUSALS)) if (!(await isRefused(what))) letPass.push(what);
  expect(letPass.toSorted()).toEqual([...LET_PASS_BY_CONVEX_TEST].toSorted());
});
