/** The read model of the portfolio. */
import {
  type PortfolioEntries,
  type PortfolioView,
  entriesOf,
  portfolioParts,
  portfolioRows,
  portfolioViewSchema,
  projectPortfolio,
} from '@gigsy/schema';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { defineReadModel } from '../privacy/readModel.js';
import { type Governed, findGoverning, handlesAfter } from '../profile/rows.js';
import { findPortfolio, findRecord, recordsOf } from './rows.js';

interface Viewed extends Governed {
  /** In the order in which they are shown. */
  entries: PortfolioEntries;
}

export const portfolioViews = defineReadModel<Viewed, PortfolioView>({
  table: 'portfolioViews',
  shape: portfolioViewSchema,
  rows: portfolioRows,
  projection: 1,
  news: { shown: 'portfolio.published', parts: portfolioParts },
  handlesAfter,
  load: portfolioSource,
  document: ({ entries, ...governing }) => ({ ...governing, sections: entries }),
  project: projectPortfolio,
  hasItem: async (ctx, { accountId }, section, id) => (await findRecord(ctx, accountId, id))?.kind === section,
});

/** A person's whole portfolio: at most 1,003 documents. Null if nobody has this handle. */
export async function portfolioSource(ctx: QueryCtx | MutationCtx, handle: string): Promise<Viewed | null> {
  const governed = await findGoverning(ctx, handle);
  if (!governed) return null;
  const [portfolio, records] = [await findPortfolio(ctx, governed.accountId), await recordsOf(ctx, governed.accountId)];
  return { ...governed, entries: entriesOf(records, portfolio?.order) };
}
