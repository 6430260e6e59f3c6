/** Gigs whose parties may review each other, as rows. */
import { type GigParty, MAX_PORTFOLIO_RECORDS, MAX_REVIEWED_GIGS } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

export type GigRow = Doc<'trustGigs'>;

/** All gigs that a person did. There is at most one for each record of their portfolio. */
export function doneBy(ctx: MutationCtx, performer: Id<'accounts'>): Promise<GigRow[]> {
  return ctx.db
    .query('trustGigs')
    .withIndex('by_performer', (range) => range.eq('performer', performer))
    .take(MAX_PORTFOLIO_RECORDS);
}

/** The gig with this name of which the person is a party; null for every other one. */
export async function partyGig(
  ctx: QueryCtx | MutationCtx,
  account: Id<'accounts'>,
  name: string,
): Promise<GigRow | null> {
  const gig = await ctx.db
    .query('trustGigs')
    .withIndex('by_name', (range) => range.eq('name', name))
    .unique();
  return gig && (gig.performer === account || gig.client === account) ? gig : null;
}

/** The last gigs of a person, in either part. */
export async function gigsOf(
  ctx: QueryCtx | MutationCtx,
  account: Id<'accounts'>,
  count = MAX_REVIEWED_GIGS,
): Promise<GigRow[]> {
  const done = await ctx.db
    .query('trustGigs')
    .withIndex('by_performer', (range) => range.eq('performer', account))
    .order('desc')
    .take(count);
  const given = await ctx.db
    .query('trustGigs')
    .withIndex('by_client', (range) => range.eq('client', account))
    .order('desc')
    .take(count);
  return [...done, ...given].sort((a, b) => b._creationTime - a._creationTime).slice(0, count);
}

/** Gigs whose time to be reviewed is over, at most `count`, the first first. */
export function closingGigs(ctx: MutationCtx, count: number): Promise<GigRow[]> {
  return ctx.db
    .query('trustGigs')
    .withIndex('by_closing', (range) => range.eq('closed', false).lte('closesAt', Date.now()))
    .take(count);
}

/** The part of one of its parties in a gig, and the other party. */
export function partOf(
  { performer, client }: GigRow,
  account: Id<'accounts'>,
): { as: GigParty; other: Id<'accounts'> } {
  return account === performer ? { as: 'performer', other: client } : { as: 'client', other: performer };
}

/** Deletes at most `count` gigs of a person. Returns their number. */
export async function forgetGigs(ctx: MutationCtx, account: Id<'accounts'>, count: number): Promise<number> {
  const gigs = await gigsOf(ctx, account, count);
  for (const { _id } of gigs) await ctx.db.delete('trustGigs', _id);
  return gigs.length;
}

export function gigById(ctx: MutationCtx, id: Id<'trustGigs'>): Promise<GigRow | null> {
  return ctx.db.get('trustGigs', id);
}
