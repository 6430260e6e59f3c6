/** Contributions and uploads that functions are about. */
import type { Contribution } from '@gigsy/schema';
import { api } from '../../convex/_generated/api.js';
import { type Caller, key } from './deployment.ts';

/** A contribution of the caller's, or an upload of theirs, whichever the function is about; empty for others. */
export async function ownPart(caller: Caller, name: string): Promise<string> {
  if (name === 'portfolio.uploads.cancel')
    return (await caller.mutation(api.portfolio.uploads.begin, { size: 9, idempotencyKey: key() })).upload;
  if (!/^portfolio[.](arrange|contributions[.](update|remove)|links[.]refresh)$/.test(name)) return '';
  return contribute(caller, { kind: 'project', title: 'A bridge', url: 'https://bridges.example/' });
}

/** Adds a person's first contribution. Returns its id. */
export async function contribute(caller: Caller, contribution: Contribution): Promise<string> {
  const { add } = api.portfolio.contributions;
  return (await caller.mutation(add, { contribution, expected: 1, idempotencyKey: key() })).id;
}
