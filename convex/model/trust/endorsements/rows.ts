/** Endorsements and their versions as rows. A state changes by a step of the table of states, and by nothing else. */
import {
  type EndorsementStep,
  MAX_ACCEPTED,
  MAX_GIVEN,
  MAX_PROPOSED,
  SHOWN_VERSIONS,
  type StoredEndorsementState,
  endorsementAfter,
  trustRetention,
} from '@gigsy/schema';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';

type Ctx = QueryCtx | MutationCtx;
export type EndorsementRow = Doc<'trustEndorsements'>;
export type VersionRow = Doc<'trustEndorsementVersions'>;
export type StoredVersion = VersionRow['content'];

const bounds: Readonly<Record<StoredEndorsementState, number>> = {
  accepted: MAX_ACCEPTED,
  hidden: MAX_ACCEPTED,
  proposed: MAX_PROPOSED,
  declined: MAX_PROPOSED,
};

/** A person's endorsements in a state, newest first. */
export function endorsementsIn(
  ctx: Ctx,
  owner: Id<'accounts'>,
  state: StoredEndorsementState,
): Promise<EndorsementRow[]> {
  return ctx.db
    .query('trustEndorsements')
    .withIndex('by_owner', (range) => range.eq('owner', owner).eq('state', state))
    .order('desc')
    .take(bounds[state]);
}

/** Endorsements that a person has written, newest first. */
export function endorsementsBy(ctx: Ctx, author: Id<'accounts'>, count = MAX_GIVEN): Promise<EndorsementRow[]> {
  return ctx.db
    .query('trustEndorsements')
    .withIndex('by_author', (range) => range.eq('author', author))
    .order('desc')
    .take(count);
}

export function endorsementBetween(
  ctx: Ctx,
  author: Id<'accounts'>,
  owner: Id<'accounts'>,
): Promise<EndorsementRow | null> {
  return ctx.db
    .query('trustEndorsements')
    .withIndex('by_pair', (range) => range.eq('author', author).eq('owner', owner))
    .unique();
}

/** The endorsement with this id, if the account is on this side of it. */
export async function endorsementOf(
  ctx: Ctx,
  side: 'author' | 'owner',
  account: Id<'accounts'>,
  id: string,
): Promise<EndorsementRow | null> {
  const row = await ctx.db
    .query('trustEndorsements')
    .withIndex('by_item', (range) => range.eq('id', id))
    .unique();
  return row?.[side] === account ? row : null;
}

/** The same, for a step. Throws where there is none, or where the table of states has no such step for it. */
export async function stepped(
  ctx: MutationCtx,
  side: 'author' | 'owner',
  account: Id<'accounts'>,
  { id, step }: { id: string; step: EndorsementStep },
): Promise<{ row: EndorsementRow; state: ReturnType<typeof endorsementAfter> & string }> {
  const row = await endorsementOf(ctx, side, account, id);
  const state = row && endorsementAfter(row.state, step);
  if (row && state) return { row, state };
  throw refusal('not_found', 'You have no such endorsement; it may have been withdrawn.');
}

/** Deletes an endorsement with its versions. */
export async function deleteEndorsement(ctx: MutationCtx, { _id }: Pick<EndorsementRow, '_id'>): Promise<void> {
  for (const version of await versionsOf(ctx, _id)) await ctx.db.delete('trustEndorsementVersions', version._id);
  await ctx.db.delete('trustEndorsements', _id);
}

/** Newest first. No more are kept. */
export function versionsOf(ctx: Ctx, endorsement: Id<'trustEndorsements'>): Promise<VersionRow[]> {
  return ctx.db
    .query('trustEndorsementVersions')
    .withIndex('by_endorsement', (range) => range.eq('endorsement', endorsement))
    .order('desc')
    .take(SHOWN_VERSIONS + 1);
}

/** Enters a version, and deletes the first one where there are more than are kept. */
export async function enterVersion(
  ctx: MutationCtx,
  { _id: endorsement, author, owner }: Pick<EndorsementRow, '_id' | 'author' | 'owner'>,
  content: StoredVersion,
): Promise<void> {
  await ctx.db.insert('trustEndorsementVersions', { endorsement, author, owner, content });
  const before = await versionsOf(ctx, endorsement);
  if (before.length > SHOWN_VERSIONS) await ctx.db.delete('trustEndorsementVersions', before.at(-1)!._id);
}

/** Notes that the owner accepted a version. */
export async function noteAccepted(
  ctx: MutationCtx,
  endorsement: Id<'trustEndorsements'>,
  version: number,
): Promise<void> {
  const row = (await versionsOf(ctx, endorsement)).find(({ content }) => content.version === version);
  if (row) await ctx.db.patch('trustEndorsementVersions', row._id, { accepted: true });
}

/** The time at which a proposal that is written now is over, in Unix milliseconds. */
export function proposalEnd(): number {
  return Date.now() + trustRetention.endorsementProposals.periodMs;
}

/** Proposals that one transaction of a purge deletes, with their versions. */
const BATCH = 20;

/** Deletes proposals that are over. */
export async function purgeProposals(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const over = await ctx.db
    .query('trustEndorsements')
    .withIndex('by_end', (range) => range.gt('endsAt', 0).lte('endsAt', Date.now()))
    .take(BATCH);
  for (const row of over) if (endorsementAfter(row.state, 'lapse')) await deleteEndorsement(ctx, row);
  return { count: over.length, more: over.length === BATCH };
}
