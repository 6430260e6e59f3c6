/** The events domain's stores of personal data. */
import { v } from 'convex/values';
import type { Doc } from '../../_generated/dataModel.js';
import { inboxStores } from './inboxStores.js';
import { EXPORT_PAGE, type Exported, type Person, type Store } from '../contract/store.js';
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

export const eventsStores: readonly Store[] = [events, ...inboxStores];
