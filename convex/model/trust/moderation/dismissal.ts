/** Dismisses many cases at once. */
import { caseStateAfter } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { findCase, stepCase } from './cases.js';

/**
 * Dismisses those of the cases that can be: that are there, about others, and awaiting a first decision. `left` are the
 * rest, as they were named. A dry run changes nothing.
 */
export async function dismissed(
  ctx: MutationCtx,
  by: Id<'accounts'>,
  { cases, dryRun }: { cases: readonly string[]; dryRun: boolean },
): Promise<{ dismissed: string[]; left: string[] }> {
  const answer = { dismissed: [] as string[], left: [] as string[] };
  for (const id of new Set(cases)) {
    const row = await findCase(ctx, id);
    if (!row || row.accountId === by || caseStateAfter(row.state, 'dismiss') === undefined) {
      answer.left.push(id);
      continue;
    }
    if (!dryRun) await stepCase(ctx, row, 'dismiss');
    answer.dismissed.push(id);
  }
  return answer;
}
