/** The owner's log: the rows of the audit log that tell who saw the owner's data. */
import { ACCESS_PAGE, accessActions } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import { findNote } from './notes.js';

type Reason = NonNullable<Extract<Doc<'auditLog'>, { reason?: unknown }>['reason']>;

/** One access: a row of the audit log that has a reason. */
export interface Access extends Pick<Doc<'auditLog'>, 'changed'> {
  /** Null for a moderator: the owner is told of the access, and not who it was. */
  actor: Id<'accounts'> | null;
  at: number;
  reason: Reason;
}

/** Accesses to a profile, newest first, before the commit timestamp `before`, and where the next page begins. */
export async function accessesTo(
  ctx: QueryCtx,
  profileId: Id<'profiles'>,
  before: string | undefined,
): Promise<{ accesses: Access[]; next: string | null }> {
  const found = await Promise.all(
    accessActions.map((action) =>
      ctx.db
        .query('auditLog')
        .withIndex('by_subject', (range) => {
          const opened = range.eq('subject.id', profileId).eq('action', action);
          return before === undefined ? opened : opened.lt('commitTs', BigInt(before));
        })
        .order('desc')
        .take(ACCESS_PAGE),
    ),
  );
  const rows = found
    .flat()
    .sort((one, other) => (BigInt(String(one.commitTs)) < BigInt(String(other.commitTs)) ? 1 : -1))
    .slice(0, ACCESS_PAGE);
  return {
    accesses: rows.flatMap((row) => accessIn(row) ?? []),
    next: rows.length === ACCESS_PAGE ? String(rows.at(-1)!.commitTs) : null,
  };
}

function accessIn(row: Doc<'auditLog'>): Access | undefined {
  if (!('reason' in row) || !row.reason || row.actor === null) return undefined;
  const actor = row.action === 'privacy.access.open' ? row.actor : null;
  return { actor, at: row._creationTime, changed: row.changed, reason: row.reason };
}

/** The words behind a reason; null where there are none, or none any more. */
export async function wordsOf(ctx: QueryCtx, commitment: string | undefined): Promise<string | null> {
  return commitment === undefined ? null : ((await findNote(ctx, commitment))?.note ?? null);
}
