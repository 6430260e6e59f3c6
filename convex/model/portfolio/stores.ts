/** The portfolio domain's stores of personal data. */
import { v } from 'convex/values';
import { EXPORT_PAGE, type Store, exportedPage, exportedWhole, withoutIds } from '../contract/store.js';
import { fileStores } from './fileStores.js';
import { findPortfolio, recordsOf } from './rows.js';

export const portfolioStores: readonly Store[] = [
  ...fileStores,
  {
    table: 'portfolioRecords',
    about:
      'Courses, gigs and badges of which other systems told, with the event that counts; those that were revoked have no data.',
    shape: { lacks: ['sourceId', 'at'], has: { from: v.union(v.string(), v.null()), happenedAt: v.string() } },
    async erase(ctx, { account }, count) {
      const rows = await recordsOf(ctx, account._id, count);
      for (const { _id } of rows) await ctx.db.delete('portfolioRecords', _id);
      return rows.length;
    },
    async export(ctx, { account }, cursor) {
      const page = await ctx.db
        .query('portfolioRecords')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      const sources = new Map<string, string | null>();
      for (const { sourceId } of page.page)
        if (!sources.has(sourceId)) sources.set(sourceId, (await ctx.db.get('eventSources', sourceId))?.label ?? null);
      return exportedPage(page, ({ sourceId, at, ...row }) => ({
        ...withoutIds(row),
        from: sources.get(sourceId) ?? null,
        happenedAt: new Date(at).toISOString(),
      }));
    },
  },
  {
    table: 'portfolios',
    about: 'The order in which you show the entries of your portfolio.',
    shape: { lacks: ['records', 'bytes'] },
    async erase(ctx, { account }) {
      const portfolio = await findPortfolio(ctx, account._id);
      if (portfolio) await ctx.db.delete('portfolios', portfolio._id);
      return portfolio ? 1 : 0;
    },
    async export(ctx, { account }) {
      const portfolio = await findPortfolio(ctx, account._id);
      if (!portfolio) return exportedWhole([]);
      const { records, bytes, ...row } = portfolio;
      return exportedWhole([withoutIds(row)]);
    },
  },
];
