/**
 * Disclosures: an action that sends data of a person to another party says so first, in a transaction that gives it what it
 * sends. So nothing is sent without a row, while a row may tell of what was lost on the way.
 */
import { ACCESS_PAGE, type Destination, type Disclosure, destinations } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Subject } from '../../tables/events.js';
import { appendAudit } from './audit.js';

/** The action in rows of the audit log that are disclosures. */
const DISCLOSED = 'privacy.disclosed';

/** Appends the row: what the party is told follows from its declaration. */
export async function disclosed(
  ctx: MutationCtx,
  { to, subject }: { to: Destination; subject: Subject },
): Promise<void> {
  await appendAudit(ctx, { actor: null, action: DISCLOSED, subject, changed: destinations[to].told, disclosedTo: to });
}

/** Disclosures of a profile's data, newest first, before the commit timestamp `before`, and where the next page begins. */
export async function disclosuresOf(
  ctx: QueryCtx,
  profileId: Id<'profiles'>,
  before: string | undefined,
): Promise<{ disclosures: Disclosure[]; next: string | null }> {
  const rows = await ctx.db
    .query('auditLog')
    .withIndex('by_subject', (range) => {
      const sent = range.eq('subject.id', profileId).eq('action', DISCLOSED);
      return before === undefined ? sent : sent.lt('commitTs', BigInt(before));
    })
    .order('desc')
    .take(ACCESS_PAGE);
  return {
    disclosures: rows.flatMap((row) =>
      'disclosedTo' in row && row.disclosedTo
        ? [{ to: row.disclosedTo, told: row.changed, at: row._creationTime }]
        : [],
    ),
    next: rows.length === ACCESS_PAGE ? String(rows.at(-1)!.commitTs) : null,
  };
}
