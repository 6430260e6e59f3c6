/** The embedded deployment against convex-test, program by program. The soak run does the same over thousands. */
import { expect, test } from 'vitest';
import { runOracle } from './oracle/oracle.ts';

test('random programs give the same results and the same classes of error as on convex-test', async () => {
  expect(await runOracle({ seed: 1, schemas: 6, programsPerSchema: 50 })).toBe(300);
}, 60_000);
