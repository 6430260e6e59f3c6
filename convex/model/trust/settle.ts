/**
 * Computes people whose votes, settings, proofs or voters have changed, one after another, until nobody is left: each from the
 * votes that an audience may see, and from what their voters were said to stand at. See docs/adr/0048.
 */
import {
  type SharedAudience,
  type StandingVote,
  type VerificationLevel,
  explainStanding,
  isNews,
  perVoteOf,
  projectTrust,
  sharedAudiences,
  shownReputation,
  trustFrom,
  verificationLevels,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { followSettings, isSeen } from './places.js';
import { levelOfTrust } from './settings.js';
import { NO_STANDING, type Standing, type StandingRow, markDue, standingOf } from './standings.js';
import { type TrustSource, proofsIn, trustSource } from './views.js';
import { type VoteRow, castBy, receivedBy } from './votes.js';
import { follow } from './write.js';

/** The last votes of a person that count: those that they cast, and those that they received. */
export const MAX_CAST = 500;
export const MAX_RECEIVED = 1000;

export type IndexRow = Doc<'trustIndex'>;
/** The figures that the rules of one person read beside votes. */
export type Basis = Pick<IndexRow, 'asOf' | 'threshold'>;

/** Computes one person, and marks those who are to be computed because of it. Returns the number of votes that were read. */
export async function settleOne(ctx: MutationCtx, { _id, accountId }: StandingRow, basis: Basis): Promise<number> {
  const account = await ctx.db.get('accounts', accountId);
  if (!account) {
    await ctx.db.delete('trustStandings', _id);
    return 0;
  }
  const source = account.handle === undefined ? null : await trustSource(ctx, account.handle);
  const stored = {
    cast: await castBy(ctx, accountId, MAX_CAST),
    received: await receivedBy(ctx, accountId, MAX_RECEIVED),
  };
  const { cast, received } = await followSettings(ctx, accountId, source, stored);
  const row = (await standingOf(ctx, accountId))!;
  const voters = await standingsOf(ctx, received);
  const next = (audience: SharedAudience) => {
    const votes = { cast: votesSeen(cast, audience, 'to'), received: votesSeen(received, audience, 'from') };
    return standingFrom(votes, { basis, audience, voters, verified: isVerified(source, audience) });
  };
  const after = { public: told(row.public, next('public')), platform: told(row.platform, next('platform')) };
  await ctx.db.patch('trustStandings', _id, { ...after, due: undefined });
  const changed = sharedAudiences.filter((audience) => after[audience].told !== row[audience].told);
  await markDue(
    ctx,
    cast.filter((vote) => changed.some((audience) => isSeen(vote, audience))).map(({ to }) => to),
  );
  if (source && sharedAudiences.some((audience) => !isSame(row[audience].shown, after[audience].shown)))
    await follow(ctx, source.handle);
  return cast.length + received.length;
}

type Voters = ReadonlyMap<string, StandingRow>;

/** The standings of those who cast these votes: at most one document a vote. */
export async function standingsOf(ctx: QueryCtx | MutationCtx, received: readonly VoteRow[]): Promise<Voters> {
  const voters = new Map<string, StandingRow>();
  for (const from of new Set<Id<'accounts'>>(received.map((vote) => vote.from))) {
    const row = await standingOf(ctx, from);
    if (row) voters.set(from, row);
  }
  return voters;
}

/** The votes that an audience may see, as the rules take them. */
export function votesSeen(votes: readonly VoteRow[], audience: SharedAudience, other: 'from' | 'to'): StandingVote[] {
  return votes
    .filter((vote) => isSeen(vote, audience))
    .map(({ kind, at, value, [other]: person }) => ({ kind, at, value, other: person }));
}

/** The trust that a fresh vote of each voter carries, for an audience. */
export function carriedBy(voters: Voters, audience: SharedAudience): (voter: string) => number {
  return (voter) => voters.get(voter)?.[audience].told ?? 0;
}

function standingFrom(
  { cast, received }: { cast: StandingVote[]; received: StandingVote[] },
  { basis, audience, voters, verified }: { basis: Basis; audience: SharedAudience; voters: Voters; verified: boolean },
): Standing {
  const carried = carriedBy(voters, audience);
  const { asOf, threshold } = basis;
  const trust = trustFrom(verified, received, carried, asOf);
  const shown = shownReputation(explainStanding(received, carried, { asOf, threshold: threshold[audience] }));
  return { ...NO_STANDING, trust, told: perVoteOf(trust, cast, asOf), verified, ...(shown && { shown }) };
}

/** A change that is too small to be told leaves what was told. */
function told(before: Standing, next: Standing): Standing {
  return isNews(before.told, next.told) ? next : { ...next, told: before.told };
}

/** Whether trust begins with a person, for an audience: by the proofs that it may see. */
export function isVerified(source: TrustSource | null, audience: SharedAudience): boolean {
  const level = source && projectTrust({ ...source, sections: { verification: proofsIn(source) } }, audience)?.level;
  return level ? rank(level) >= rank(levelOfTrust()) : false;
}

function rank(level: VerificationLevel): number {
  return verificationLevels.indexOf(level);
}

function isSame(one: Standing['shown'], other: Standing['shown']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
