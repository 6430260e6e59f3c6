/** Gigs whose parties may review each other: made from the records of the portfolio, when the log tells that these changed. */
import { REVIEW_MS, type PortfolioRecord, canonicalJson, personNamed, randomHex } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { internal } from '../../_generated/api.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { Consumer } from '../events/consumer.js';
import type { TakenEvent } from '../events/cursors.js';
import { findLink } from '../operations/links.js';
import { recordsOf } from '../portfolio/rows.js';
import { findProfileById } from '../profile/rows.js';
import { accountBehind } from '../profile/rowsHandles.js';
import { type GigRow, doneBy } from './gigRows.js';
import { settleSoon } from './reputation.js';
import { followGig } from './reviews.js';
import { castVote, dropVote } from './votes.js';

type RecordRow = Doc<'portfolioRecords'>;
type GigData = Extract<PortfolioRecord, { gig: unknown }>;

/** The consumer of the log by which gigs follow portfolios. */
export const gigConsumer: Consumer = { name: 'trust.gigs', batch: 1, delayMs: 0, take: followPortfolios };

/** Most records of a person that one event makes into gigs, the newest first: others follow with the next event. */
const MOST_NEW = 100;

async function followPortfolios(ctx: MutationCtx, events: readonly TakenEvent[]): Promise<void> {
  const profiles = new Set<Id<'profiles'>>();
  for (const { type, data, subject } of events) {
    const mayBring = type === 'profile.created' || (type === 'portfolio.changed' && data.sections.includes('gigs'));
    if (mayBring && subject.kind === 'profile') profiles.add(subject.id);
  }
  for (const profile of profiles) await followRecords(ctx, profile);
}

async function followRecords(ctx: MutationCtx, profile: Id<'profiles'>): Promise<void> {
  const performer = (await findProfileById(ctx, profile))?.accountId;
  if (!performer) return;
  const records = (await recordsOf(ctx, performer)).filter(({ kind }) => kind === 'gigs');
  const known = new Map((await doneBy(ctx, performer)).map((gig) => [gig.entry, gig]));
  for (const record of records) {
    const gig = known.get(record.id);
    if (gig) await followRecord(ctx, record, gig);
  }
  const fresh = records.filter(({ id, data }) => data && !known.has(id)).reverse();
  for (const record of fresh.slice(0, MOST_NEW)) await takeRecord(ctx, record);
  // No event of this domain tells of a gig, and votes may have been cast.
  await settleSoon(ctx);
}

/** Makes the gig of a record, if its client has an account. */
async function takeRecord(ctx: MutationCtx, record: RecordRow): Promise<void> {
  const data = record.data as GigData;
  const client = await clientOf(ctx, record, data);
  if (client && client !== record.accountId) await addGig(ctx, record, data, client);
}

async function followRecord(ctx: MutationCtx, record: RecordRow, gig: GigRow): Promise<void> {
  const data = record.data as GigData | undefined;
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
