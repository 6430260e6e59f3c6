/** The events domain's stores of personal data. */
import { v } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import { inboxStores } from './inboxStores.js';
import { EXPORT_PAGE, type Exported, type Person, type Store, exportedPage, exportedWhole } from '../contract/store.js';
import { type Range, chained } from '../contract/chained.js';

function rangesOf({ account, profileId }: Person): Range<Doc<'events'>>[] {
  const about =
    (id: string): Range<Doc<'events'>> =>
    (ctx, cursor) =>
      ctx.db
        .query('events')
        .withIndex('by_subject', (range) => range.eq('subject.id', id as never))
        .paginate({ numItems: EXPORT_PAGE, cursor });
  if (!profileId) return [about(account._id)];
  // Rows from before events had subjects of several kinds.
  const older: Range<Doc<'events'>> = (ctx, cursor) =>
    ctx.db
      .query('events')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .paginate({ numItems: EXPORT_PAGE, cursor });
  return [about(account._id), about(profileId), older];
}

const events: Store = {
  table: 'events',
  about: 'News of changes to your profile and account that other systems may read: what changed, not to what.',
  shape: { lacks: 'all', has: { type: v.string(), version: v.number(), data: v.any(), at: v.string() } },
  erase: 'surrogates and names of sections alone; other systems read the log in order',
  async export(ctx, person, cursor): Promise<Exported> {
    return chained(rangesOf(person), ctx, cursor, ({ type, version, data, _creationTime }) => ({
      type,
      version,
      data,
      at: new Date(_creationTime).toISOString(),
    }));
  },
};

/** News of the person that organisations got. */
const webhookDeliveries: Store = {
  table: 'webhookDeliveries',
  about:
    'News of changes that the public can see of your profile, as organisations got them: that something changed, not to what.',
  shape: {
    lacks: 'all',
    has: {
      organisation: v.union(v.string(), v.null()),
      type: v.string(),
      state: v.string(),
      attempts: v.number(),
      at: v.string(),
    },
  },
  erase: 'surrogates and types of events, deleted after 30 days; the news of the erasure is one of them',
  async export(ctx, { profileId }, cursor) {
    if (!profileId) return exportedWhole([]);
    const page = await ctx.db
      .query('webhookDeliveries')
      .withIndex('by_subject', (range) => range.eq('subject', profileId))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    const names = new Map<string, string | null>();
    for (const { webhookId } of page.page)
      if (!names.has(webhookId)) names.set(webhookId, await organisationOf(ctx, webhookId));
    return exportedPage(page, ({ webhookId, type, state, attempts, _creationTime }) => ({
      organisation: names.get(webhookId) ?? null,
      type,
      state,
      attempts,
      at: new Date(_creationTime).toISOString(),
    }));
  },
};

async function organisationOf(ctx: QueryCtx, webhookId: Id<'webhooks'>): Promise<string | null> {
  const webhook = await ctx.db.get('webhooks', webhookId);
  return (webhook && (await ctx.db.get('partners', webhook.partnerId)))?.name ?? null;
}

export const eventsStores: readonly Store[] = [events, webhookDeliveries, ...inboxStores];
