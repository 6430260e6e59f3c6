/** Standings of people in the reputation index as rows, and who is to be computed again. */
import type { SharedAudience } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

export type StandingRow = Doc<'trustStandings'>;
export type Standing = StandingRow[SharedAudience];

export const NO_STANDING: Standing = { trust: 0, told: 0, verified: false };

export function standingOf(ctx: QueryCtx | MutationCtx, account: Id<'accounts'>): Promise<StandingRow | null> {
  return ctx.db
    .query('trustStandings')
    .withIndex('by_account', (range) => range.eq('accountId', account))
    .unique();
}

/**
 * Has people computed again by the next run of the log's consumer: the caller appends an event in the same transaction, as
 * each write does. Nobody who is being erased gets a standing.
 */
export async function markDue(ctx: MutationCtx, accounts: Iterable<Id<'accounts'>>): Promise<void> {
  for (const account of new Set(accounts)) {
    const row = await standingOf(ctx, account);
    if (row) await markRow(ctx, row);
    else if (await isLiving(ctx, account))
      await ctx.db.insert('trustStandings', {
        accountId: account,
        due: Date.now(),
        public: NO_STANDING,
        platform: NO_STANDING,
      });
  }
}

export async function markRow(ctx: MutationCtx, { _id, due }: StandingRow): Promise<void> {
  if (due === undefined) await ctx.db.patch('trustStandings', _id, { due: Date.now() });
}

async function isLiving(ctx: MutationCtx, account: Id<'accounts'>): Promise<boolean> {
  const row = await ctx.db.get('accounts', account);
  return row !== null && row.status !== 'deleted';
}

/** At most `count` people who are to be computed, those who wait longest first. */
export function dueStandings(ctx: MutationCtx, count: number): Promise<StandingRow[]> {
  return ctx.db
    .query('trustStandings')
    .withIndex('by_due', (range) => range.gt('due', 0))
    .take(count);
}

/** Deletes the standing of a person who is erased. Returns the number of documents. */
export async function forgetStanding(ctx: MutationCtx, account: Id<'accounts'>): Promise<number> {
  const row = await standingOf(ctx, account);
  if (row) await ctx.db.delete('trustStandings', row._id);
  return row ? 1 : 0;
}
