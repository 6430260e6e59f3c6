/** Votes: the one way to write them. Endorsements, reviews and gigs call here, and the reputation index reads the rows. */
import type { VoteKind } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { markDue } from './standings.js';

export type VoteRow = Doc<'trustVotes'>;

/** A place in a profile: a row of the privacy matrix and, in a list, the id of an item. */
export interface Place {
  section: string;
  item?: string;
}

export interface Cast {
  kind: VoteKind;
  /** The person who votes, and the person voted for. A vote of people for themselves does not count. */
  from: Id<'accounts'>;
  to: Id<'accounts'>;
  /** 0 to 1: how much of the vote speaks for the person; the rest speaks against them. */
  value: number;
  /** Unix milliseconds. */
  at: number;
  /** The act that the vote follows from: the name of a kind of act, a colon and an id, such as `review:3f…`. */
  source: string;
  /** Where the person voted for shows the act. The vote counts for nobody who may not see that place. */
  shownAt: Place;
  /** Where the voter shows it too, if they do. The vote counts for nobody who may not see that place either. */
  givenAt?: Place | undefined;
}

/** Counts for nobody until the index has looked at the settings of both people. */
const NOBODY = { public: false, platform: false };

/**
 * Casts a vote, in the place of an earlier one with the same source. Of several of one kind by one pair the index counts the
 * latest that its audience may see. Nothing changes where the same vote stands already.
 */
export async function castVote(ctx: MutationCtx, cast: Cast): Promise<void> {
  if (!(cast.value >= 0 && cast.value <= 1)) throw new RangeError('The value of a vote is a number from 0 to 1.');
  const before = await findVote(ctx, cast.source);
  if (before && isSame(before, cast)) return;
  if (before) await removeVote(ctx, before);
  if (cast.from === cast.to) return;
  const { givenAt, ...told } = cast;
  await ctx.db.insert('trustVotes', { ...told, ...(givenAt && { givenAt }), shown: NOBODY, given: NOBODY });
  await markDue(ctx, [cast.from, cast.to]);
}

/** Takes back the vote that follows from this source. Nothing happens without one. */
export async function dropVote(ctx: MutationCtx, source: string): Promise<void> {
  const vote = await findVote(ctx, source);
  if (vote) await removeVote(ctx, vote);
}

/** Deletes at most `count` votes that a person cast or received. Returns their number. */
export async function forgetVotes(ctx: MutationCtx, account: Id<'accounts'>, count: number): Promise<number> {
  const cast = await castBy(ctx, account, count);
  const received = cast.length < count ? await receivedBy(ctx, account, count - cast.length) : [];
  for (const vote of [...cast, ...received]) await removeVote(ctx, vote);
  return cast.length + received.length;
}

/** The last votes that a person cast, the last first. */
export function castBy(ctx: QueryCtx | MutationCtx, account: Id<'accounts'>, count: number): Promise<VoteRow[]> {
  return ctx.db
    .query('trustVotes')
    .withIndex('by_from', (range) => range.eq('from', account))
    .order('desc')
    .take(count);
}

/** The last votes that a person received, the last first. */
export function receivedBy(ctx: QueryCtx | MutationCtx, account: Id<'accounts'>, count: number): Promise<VoteRow[]> {
  return ctx.db
    .query('trustVotes')
    .withIndex('by_to', (range) => range.eq('to', account))
    .order('desc')
    .take(count);
}

async function removeVote(ctx: MutationCtx, { _id, from, to }: VoteRow): Promise<void> {
  await ctx.db.delete('trustVotes', _id);
  await markDue(ctx, [from, to]);
}

function findVote(ctx: MutationCtx, source: string): Promise<VoteRow | null> {
  return ctx.db
    .query('trustVotes')
    .withIndex('by_source', (range) => range.eq('source', source))
    .unique();
}

function isSame(row: VoteRow, cast: Cast): boolean {
  const fields = ['kind', 'from', 'to', 'value', 'at'] as const;
  return (
    fields.every((field) => row[field] === cast[field]) &&
    isSamePlace(row.shownAt, cast.shownAt) &&
    isSamePlace(row.givenAt, cast.givenAt)
  );
}

function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.section === other?.section && one?.item === other?.item;
}
