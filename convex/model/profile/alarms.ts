/**
 * News about drift become a line in the log, a count, and an alert for each place, which an action delivers. There
 * is one incident a place and not one a finding, so that many findings at once page somebody once.
 */
import { type DriftPlace, MAX_FINDINGS, driftPlaces } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { logLine } from '../operations/logLine.js';

/** Milliseconds until an alert leaves, so that the news of many pages go in one. */
const GATHERING_MS = 2_000;
/** Profiles that an alert names. */
const NAMED = 10;

/** The change of one place's findings by the comparison of one profile. */
export interface News {
  profileId: Id<'profiles'>;
  where: DriftPlace;
  change: 'found' | 'repaired';
  sections: readonly string[];
}

export function meterOf(ctx: QueryCtx | MutationCtx, where: DriftPlace): Promise<Doc<'driftMeters'> | null> {
  return ctx.db
    .query('driftMeters')
    .withIndex('by_where', (range) => range.eq('where', where))
    .unique();
}

/** Open findings of one place, oldest first, at most `count`. */
export function openAt(ctx: QueryCtx | MutationCtx, where: DriftPlace, count: number): Promise<Doc<'driftFindings'>[]> {
  return ctx.db
    .query('driftFindings')
    .withIndex('by_place', (range) => range.eq('repairedAt', undefined).eq('where', where))
    .take(count);
}

/** Logs and counts the news, and sets the alerts that follow from them. */
export async function tell(ctx: MutationCtx, news: readonly News[]): Promise<void> {
  for (const { profileId, where, change, sections } of news) {
    const level = change === 'found' ? 'error' : 'info';
    logLine(level, `drift.${change}`, { metric: `gigsy_drift_${change}_total`, value: 1, profileId, where, sections });
  }
  for (const where of driftPlaces) {
    const own = news.filter((each) => each.where === where);
    if (own.length > 0) await count(ctx, where, own);
  }
}

async function count(ctx: MutationCtx, where: DriftPlace, news: readonly News[]): Promise<void> {
  const before = await meterOf(ctx, where);
  const opened = news.filter(({ change }) => change === 'found').length;
  const found = (before?.found ?? 0) + opened;
  const repaired = (before?.repaired ?? 0) + news.length - opened;
  const { alert: told = 'resolve', revision = 0, delivered = 0 } = before ?? {};
  const alert = (await openAt(ctx, where, 1)).length > 0 ? 'trigger' : 'resolve';
  const isNews = alert === 'trigger' ? opened > 0 : told === 'trigger';
  const meter = { where, found, repaired, alert, revision: revision + (isNews ? 1 : 0), delivered } as const;
  if (before) await ctx.db.replace('driftMeters', before._id, meter);
  else await ctx.db.insert('driftMeters', meter);
  // One delivery under way takes the latest news along.
  if (isNews && revision === delivered) await deliver(ctx, where, GATHERING_MS);
}

/** Has the alerts sent again that no receiver has taken: Convex runs an action at most once. */
export async function deliverOverdue(ctx: MutationCtx): Promise<void> {
  for (const where of driftPlaces) {
    const meter = await meterOf(ctx, where);
    if (meter && meter.revision > meter.delivered) await deliver(ctx, where, 0);
  }
}

async function deliver(ctx: MutationCtx, where: DriftPlace, afterMs: number): Promise<void> {
  if (alertAddress()) await ctx.scheduler.runAfter(afterMs, internal.profile.node.alerts.send, { where, attempt: 1 });
}

/** The receiver that the deployment's settings name: where to post, and the integration key. */
export function alertAddress(): { url: string; routingKey: string } | undefined {
  const { GIGSY_ALERT_URL: url, GIGSY_ALERT_KEY: routingKey } = process.env;
  return url && routingKey && URL.canParse(url) ? { url, routingKey } : undefined;
}

/** An alert as it waits to be sent; without the routing key, which is a secret. */
export interface Waiting {
  revision: number;
  event: Record<string, unknown>;
}

/** The latest alert of a place as an event of PagerDuty's Events API v2; null if it has been taken. */
export async function waitingAlert(ctx: QueryCtx, where: DriftPlace): Promise<Waiting | null> {
  const meter = await meterOf(ctx, where);
  if (!meter || meter.revision === meter.delivered) return null;
  const source = new URL(process.env.CONVEX_CLOUD_URL!).host;
  const incident = { event_action: meter.alert, dedup_key: `gigsy/profile.drift/${source}/${where}` };
  if (meter.alert === 'resolve') return { revision: meter.revision, event: incident };
  const open = await openAt(ctx, where, MAX_FINDINGS);
  const payload = {
    summary: summaryOf(where, open.length),
    source,
    severity: 'critical',
    timestamp: new Date(open[0]?.foundAt ?? meter._creationTime).toISOString(),
    component: 'profile',
    group: 'gigsy',
    class: 'drift',
    custom_details: {
      where,
      open: open.length,
      sections: [...new Set(open.flatMap(({ sections }) => sections))].sort(),
      profiles: open.slice(0, NAMED).map(({ profileId }) => profileId),
    },
  };
  return { revision: meter.revision, event: { ...incident, payload, client: 'Gigsy' } };
}

const COPY: Record<DriftPlace, string> = {
  rows: 'rows, which are the system of record,',
  snapshot: 'snapshot',
  hash: 'hashes',
  view: 'stored views',
};

function summaryOf(where: DriftPlace, open: number): string {
  const many = open === MAX_FINDINGS ? `${open} or more profiles` : open === 1 ? '1 profile' : `${open} profiles`;
  return `Drift: the ${COPY[where]} of ${many} differ from the other copies`;
}

/** Records that the receiver took this alert. */
export async function delivered(ctx: MutationCtx, where: DriftPlace, revision: number): Promise<void> {
  const meter = await meterOf(ctx, where);
  if (!meter || revision <= meter.delivered) return;
  await ctx.db.patch('driftMeters', meter._id, { delivered: revision });
  if (revision < meter.revision) await deliver(ctx, where, 0);
}
