/** Gigs whose parties may review each other: made from the records of the portfolio, when the log tells that these changed. */
import { REVIEW_MS, type PortfolioRecord, canonicalJson, personNamed, randomHex } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { internal } from '../../_generated/api.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { Consumer } from '../events/consumer.js';
import type { TakenEvent } from '../events/cursors.js';
import { findLink } from '../operations/links.js';
import { recordsOf } from '../portfolio/rows.js';
import { accountBehind } from '../profile/rowsHandles.js';
import { type GigRow, findGig } from './gigRows.js';
import { followGig } from './reviews.js';
import { castVote, dropVote } from './votes.js';

type RecordRow = Doc<'portfolioRecords'>;
type GigData = Extract<PortfolioRecord, { gig: unknown }>;

/** The consumer of the log by which gigs follow portfolios. */
export const gigConsumer: Consumer = { name: 'trust.gigs', batch: 5, delayMs: 0, take: followPortfolios };

async function followPortfolios(ctx: MutationCtx, events: readonly TakenEvent[]): Promise<void> {
  const profiles = new Set<Id<'profiles'>>();
  for (const { type, data, subject } of events) {
    const mayBring = type === 'profile.created' || (type === 'portfolio.changed' && data.sections.includes('gigs'));
    if (mayBring && subject.kind === 'profile') profiles.add(subject.id);
  }
  for (const profile of profiles) await followRecords(ctx, profile);
}

async function followRecords(ctx: MutationCtx, profile: Id<'profiles'>): Promise<void> {
  const performer = (await ctx.db.get('profiles', profile))?.accountId;
  if (!performer) return;
  const gigs = (await recordsOf(ctx, performer)).filter(({ kind }) => kind === 'gigs');
  for (const record of gigs) await followRecord(ctx, record);
}

/** Makes the gig of a record, or has it follow the record. */
async function followRecord(ctx: MutationCtx, record: RecordRow): Promise<void> {
  const { accountId: performer, id: entry } = record;
  const data = record.data as GigData | undefined;
  const gig = await findGig(ctx, performer, entry);
  if (!gig) {
    const client = data && (await clientOf(ctx, record, data));
    if (data && client && client !== performer) await addGig(ctx, record, data, client);
    return;
  }
  const after = { ...gig, ...(data ? told(data) : { revoked: true as const }) };
  if (canonicalJson(after) === canonicalJson(gig)) return;
  await ctx.db.replace('trustGigs', gig._id, after);
  await countGig(ctx, after, record.at);
  await followGig(ctx, after);
}

function told({ gig, completedOn }: GigData): Pick<GigRow, 'title' | 'completedOn' | 'revoked'> {
  return { title: gig.title, completedOn, revoked: undefined };
}

async function addGig(ctx: MutationCtx, record: RecordRow, data: GigData, client: Id<'accounts'>): Promise<void> {
  const { accountId: performer, id: entry } = record;
  const closesAt = Date.now() + REVIEW_MS;
  const id = await ctx.db.insert('trustGigs', {
    name: randomHex(8),
    entry,
    performer,
    client,
    title: data.gig.title,
    completedOn: data.completedOn,
    closesAt,
    closed: false,
  });
  await ctx.scheduler.runAt(closesAt, internal.trust.reviews.close, { gig: id });
  await countGig(ctx, (await ctx.db.get('trustGigs', id))!, record.at);
}

/** The client speaks for the performer by having had the gig done. The performer says nothing of the client by it. */
async function countGig(
  ctx: MutationCtx,
  { _id, entry, client, performer, revoked }: GigRow,
  at: number,
): Promise<void> {
  const source = `gig:${_id}`;
  if (revoked) return dropVote(ctx, source);
  const shownAt = { section: 'gigs', item: entry };
  await castVote(ctx, { kind: 'completion', from: client, to: performer, value: 1, at, source, shownAt });
}

/** The client's account, as the event names them: by a handle, or by the id that the source's organisation knows them under. */
async function clientOf(
  ctx: MutationCtx,
  { sourceId, _creationTime: arrivedAt }: RecordRow,
  { client }: GigData,
): Promise<Id<'accounts'> | undefined> {
  const named = client?.person === undefined ? undefined : personNamed(client.person);
  if (!named) return undefined;
  if ('handle' in named) return accountBehind(ctx, named.handle, arrivedAt);
  const partnerId = (await ctx.db.get('eventSources', sourceId))?.partnerId;
  return partnerId && (await findLink(ctx, partnerId, named.user))?.accountId;
}
