/** Puts all cohorts into a phase of the cutover at once, without the proof that a step needs. */
import { READS_FLAG, type ReadPhase, readsFlag } from '@gigsy/schema';
import { findFlag, putFlag } from '../../convex/model/operations/flags.js';
import type { Deployment } from './deployment.ts';

export async function putPhase({ t }: Deployment, phase: ReadPhase): Promise<void> {
  await t.mutation(async (ctx) => {
    const flag = await findFlag(ctx as never, READS_FLAG);
    await putFlag(ctx as never, flag, readsFlag({ staff: phase, pilot: phase, early: phase, rest: phase }));
  });
}
