/** The runs of the reputation index: a chain that computes people who are due, a walk through all, and the thresholds. */
import {
  type EventType,
  type OwnReputation,
  type SharedAudience,
  explainStanding,
  explainedReputation,
  sharedAudiences,
} from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Consumer } from '../events/consumer.js';
import type { TakenEvent } from '../events/cursors.js';
import { findProfileById } from '../profile/rows.js';
import { type IndexRow, MAX_RECEIVED, carriedBy, settleOne, standingsOf, votesSeen } from './settle.js';
import { dueStandings, markDue, markRow, standingOf } from './standings.js';
import { castBy, receivedBy } from './votes.js';

/** People of one transaction at most, and the number of votes after which it takes no further one. */
const BATCH = 10;
const ENOUGH_VOTES = 500;
/** A chain without a step for so long has been lost. */
const LOST_MS = 2 * 60_000;
/** Time between two measurements of the thresholds, in milliseconds. */
const MEASURE_MS = 60 * 60_000;
/** The same while there is no threshold, since nobody had trust. */
const FIRST_MEASURE_MS = 10_000;
/** A threshold that differs by less, as a share, leaves all scores as they are. */
const LEAST_CHANGE = 0.01;

/** Events that may change what a person proved, or who may see their votes; those of acts that cast votes. */
const COUNTED: readonly EventType[] = [
  ...(['profile.created', 'profile.updated', 'privacy.updated'] as const),
  ...(['account.suspended', 'account.deactivated', 'account.restored', 'account.deleted'] as const),
];

/** The consumer of the log by which the index follows. */
export const reputationConsumer: Consumer = { name: 'trust.reputation', batch: 25, delayMs: 0, take: followEvents };

async function followEvents(ctx: MutationCtx, events: readonly TakenEvent[]): Promise<void> {
  const accounts = new Set<Id<'accounts'>>();
  for (const { type, subject } of events) {
    if (!COUNTED.includes(type) && !(type.startsWith('trust.') && type !== 'trust.published')) continue;
    const account = await accountOf(ctx, subject.id);
    if (account && (await takesPart(ctx, account))) accounts.add(account);
  }
  await markDue(ctx, accounts);
  if ((await dueStandings(ctx, 1)).length > 0) await settleSoon(ctx);
}

async function accountOf(ctx: MutationCtx, profile: Id<'profiles'>): Promise<Id<'accounts'> | undefined> {
  return (await findProfileById(ctx, profile))?.accountId;
}

/** Somebody without votes stands nowhere, whatever they prove or hide. */
async function takesPart(ctx: MutationCtx, account: Id<'accounts'>): Promise<boolean> {
  if (await standingOf(ctx, account)) return true;
  return (await castBy(ctx, account, 1)).length + (await receivedBy(ctx, account, 1)).length > 0;
}

async function indexRow(ctx: MutationCtx): Promise<IndexRow> {
  const row = await ctx.db.query('trustIndex').first();
  if (row) return row;
  const id = await ctx.db.insert('trustIndex', { asOf: Date.now(), threshold: {} });
  return (await ctx.db.get('trustIndex', id))!;
}

/** Starts the chain, unless it runs. */
export async function settleSoon(ctx: MutationCtx): Promise<void> {
  const { _id, settlingAt } = await indexRow(ctx);
  if (settlingAt !== undefined && settlingAt + LOST_MS > Date.now()) return;
  await ctx.db.patch('trustIndex', _id, { settlingAt: Date.now() });
  await ctx.scheduler.runAfter(0, internal.trust.reputation.settle, {});
}

/** One step of the chain. */
export async function settleStep(ctx: MutationCtx): Promise<void> {
  const index = await indexRow(ctx);
  const due = await dueStandings(ctx, BATCH);
  let votes = 0;
  for (const row of due) {
    votes += await settleOne(ctx, row, index);
    if (votes >= ENOUGH_VOTES) break;
  }
  if (due.length === 0) return rest(ctx, index);
  await ctx.db.patch('trustIndex', index._id, { settlingAt: Date.now() });
  await ctx.scheduler.runAfter(0, internal.trust.reputation.settle, {});
}

/** Ends the chain, and has the thresholds measured if that was long ago. */
async function rest(ctx: MutationCtx, { _id, threshold, measuredAt = 0, measuresAt }: IndexRow): Promise<void> {
  await ctx.db.patch('trustIndex', _id, { settlingAt: undefined });
  const period = sharedAudiences.every((audience) => threshold[audience] === undefined) ? FIRST_MEASURE_MS : MEASURE_MS;
  if (measuresAt !== undefined && measuresAt + LOST_MS > Date.now()) return;
  const at = Math.max(Date.now(), measuredAt + period);
  await ctx.db.patch('trustIndex', _id, { measuresAt: at });
  await ctx.scheduler.runAt(at, internal.trust.reputation.measure, {});
}

/** Moves the time of the index to now and has everybody computed again, page by page. */
export async function beginWhole(ctx: MutationCtx): Promise<void> {
  const { _id } = await indexRow(ctx);
  await ctx.db.patch('trustIndex', _id, { asOf: Date.now() });
  await ctx.scheduler.runAfter(0, internal.trust.reputation.markAll, { after: 0 });
}

/** People whom one transaction of a walk marks. */
const PAGE = 500;

/** Marks a page of people. The next page begins after the returned time; null at the end. */
export async function markPage(ctx: MutationCtx, after: number): Promise<number | null> {
  const rows = await ctx.db
    .query('trustStandings')
    .withIndex('by_creation_time', (range) => range.gt('_creationTime', after))
    .take(PAGE);
  for (const row of rows) await markRow(ctx, row);
  await settleSoon(ctx);
  return rows.length === PAGE ? rows.at(-1)!._creationTime : null;
}

export type Thresholds = IndexRow['threshold'];

/** Takes measured thresholds. Where one differs, the scores of all are made again. */
export async function adoptThresholds(ctx: MutationCtx, measured: Thresholds): Promise<void> {
  const { _id, threshold } = await indexRow(ctx);
  await ctx.db.patch('trustIndex', _id, { measuredAt: Date.now(), measuresAt: undefined });
  if (sharedAudiences.every((audience) => isAlike(threshold[audience], measured[audience]))) return;
  await ctx.db.patch('trustIndex', _id, { threshold: measured });
  await ctx.scheduler.runAfter(0, internal.trust.reputation.markAll, { after: 0 });
}

function isAlike(before: number | undefined, measured: number | undefined): boolean {
  if (before === undefined || measured === undefined) return before === measured;
  return Math.abs(measured - before) <= LEAST_CHANGE * before;
}

/** The index of a person for themselves. */
export async function ownReputation(ctx: QueryCtx, account: Id<'accounts'>): Promise<OwnReputation> {
  const row = await standingOf(ctx, account);
  const index = await ctx.db.query('trustIndex').first();
  const received = await receivedBy(ctx, account, MAX_RECEIVED);
  const voters = await standingsOf(ctx, received);
  const explained = (audience: SharedAudience) => {
    if (!index) return null;
    const basis = { asOf: index.asOf, threshold: index.threshold[audience] };
    return explainedReputation(
      explainStanding(votesSeen(received, audience, 'from'), carriedBy(voters, audience), basis),
    );
  };
  return {
    public: explained('public'),
    platform: explained('platform'),
    verified: { public: row?.public.verified ?? false, platform: row?.platform.verified ?? false },
    pending: row?.due !== undefined,
  };
}
