/** Stores of relations and of asks for them. */
import { v } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { type Range, chained } from '../contract/chained.js';
import { EXPORT_PAGE, type Store, exportedPage } from '../contract/store.js';
import { eraseAsks } from './asks.js';
import { eraseRelations } from './relations.js';

/** Who it is stays out: that is the other person's. */
const relations: Store = {
  table: 'relations',
  about: 'Your relations to others, such as contacts: the kind and since when, not who it is.',
  shape: { lacks: 'all', has: { kind: v.string(), since: v.string() } },
  async export(ctx, { account }, cursor) {
    const page = await ctx.db
      .query('relations')
      .withIndex('by_person', (range) => range.eq('person', account._id))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, ({ kind, _creationTime }) => ({ kind, since: new Date(_creationTime).toISOString() }));
  },
  erase: (ctx, { account }, count) => eraseRelations(ctx, account._id, count),
};

function askRanges(account: Id<'accounts'>): Range<Doc<'relationAsks'>>[] {
  return (['asker', 'asked'] as const).map(
    (side) => (ctx, cursor) =>
      ctx.db
        .query('relationAsks')
        .withIndex(`by_${side}`, (range) => range.eq(side as 'asker', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  );
}

/** Askers get those that are open in their eyes alone: a row that outlives its ask would tell of a decline. */
const relationAsks: Store = {
  table: 'relationAsks',
  about: 'Asks for a relation: yours that are open, and those to you that wait or that you do not want.',
  shape: { lacks: 'all', has: { kind: v.string(), by: v.string(), waits: v.boolean(), at: v.string() } },
  export: (ctx, { account: { _id } }, cursor) =>
    chained(askRanges(_id), ctx, cursor, ({ kind, asker, open, pending, _creationTime }) => {
      const isOwn = asker === _id;
      if (isOwn && !open) return null;
      const by = isOwn ? 'you' : 'somebody else';
      return { kind, by, waits: isOwn ? open : pending, at: new Date(_creationTime).toISOString() };
    }),
  erase: (ctx, { account }, count) => eraseAsks(ctx, account._id, count),
};

export const relationStores: readonly Store[] = [relations, relationAsks];
