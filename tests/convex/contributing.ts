/** What functions about contributions and uploads need to be there. */
import { api } from '../../convex/_generated/api.js';
import { type Caller, key } from './deployment.ts';

/** A contribution of the caller's, or an upload of theirs, whichever the function is about; empty for others. */
export async function ownPart(caller: Caller, name: string): Promise<string> {
  if (name === 'portfolio.uploads.cancel')
    return (await caller.mutation(api.portfolio.uploads.begin, { size: 9, idempotencyKey: key() })).upload;
  if (!/^portfolio[.](arrange|contributions[.](update|remove))$/.test(name)) return '';
  const contribution = { kind: 'project' as const, title: 'A bridge' };
  return (await caller.mutation(api.portfolio.contributions.add, { contribution, expected: 1, idempotencyKey: key() }))
    .id;
}
