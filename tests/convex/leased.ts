/** People whose fields are opened by leases, and deployments in which no reader needs any. */
import { leasesFlag } from '@gigsy/schema';
import { putFlag } from '../../convex/model/operations/flags.js';
import type { Deployment } from './deployment.ts';

/** A student: by default members alone see pronouns and what she says about herself, and nobody sees her address. */
export const sections = {
  identity: { displayName: 'Ada', headline: 'Builds things', pronouns: 'she/her' },
  about: { text: 'Likes engines' },
  contact: { email: 'ada@example.org' },
  skills: [{ id: 'one', name: 'Rust' }],
};

/** Members read by `profile.get` what a lease would open: for tests of what they may see. */
export async function withoutLeases({ t }: Deployment): Promise<void> {
  await t.mutation(async (ctx) => {
    await putFlag(ctx as never, null, leasesFlag({ staff: false, pilot: false, early: false, rest: false }));
  });
}
