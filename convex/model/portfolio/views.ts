/** The read model of the portfolio. */
import {
  type PortfolioEntries,
  type PortfolioView,
  type RecordKind,
  entriesOf,
  inOrder,
  portfolioParts,
  portfolioRows,
  portfolioViewSchema,
  projectPortfolio,
} from '@gigsy/schema';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type ViewAudience, defineReadModel } from '../privacy/readModel.js';
import { type Governed, findGoverning, handlesAfter } from '../profile/rows.js';
import { addressesIn, contributionEntries } from './entries.js';
import { type FileRow, endAddresses, filesOf } from './files.js';
import { askForPages } from './links/ask.js';
import {
  type ContributionRow,
  contributionsOf,
  findContribution,
  findPortfolio,
  findRecord,
  recordsOf,
} from './rows.js';

interface Viewed extends Governed {
  /** In the order in which they are shown. */
  entries: Pick<PortfolioEntries, RecordKind>;
  contributions: readonly ContributionRow[];
  files: readonly FileRow[];
  /** Of the contributions, as the owner chose it. */
  order: readonly string[];
}

export const portfolioViews = defineReadModel<Viewed, PortfolioView>({
  table: 'portfolioViews',
  shape: portfolioViewSchema,
  rows: portfolioRows,
  projection: 1,
  news: { shown: 'portfolio.published', parts: portfolioParts },
  handlesAfter,
  load: portfolioSource,
  document: documentOf,
  followed: async (ctx, before, after) => {
    const shown = addressesIn(after);
    const gone = [...addressesIn(before)].filter((address) => !shown.has(address));
    await endAddresses(ctx, gone);
  },
  shown: (ctx, subject) =>
    askForPages(ctx, subject, () => projectPortfolio(documentOf(subject, 'platform'), 'platform')),
  project: projectPortfolio,
  hasItem: async (ctx, { accountId }, section, id) =>
    section === 'contributions'
      ? (await findContribution(ctx, accountId, id)) !== null
      : (await findRecord(ctx, accountId, id))?.kind === section,
});

function documentOf({ entries, contributions, files, order, ...governing }: Viewed, audience: ViewAudience) {
  const added = inOrder(contributionEntries(contributions, files, audience), order);
  return { ...governing, sections: { ...entries, ...(added.length > 0 && { contributions: added }) } };
}

/** A person's whole portfolio: at most 1,403 documents. Null if nobody has this handle. */
export async function portfolioSource(ctx: QueryCtx | MutationCtx, handle: string): Promise<Viewed | null> {
  const governed = await findGoverning(ctx, handle);
  if (!governed) return null;
  const [portfolio, records] = [await findPortfolio(ctx, governed.accountId), await recordsOf(ctx, governed.accountId)];
  const [contributions, files] = [
    await contributionsOf(ctx, governed.accountId),
    await filesOf(ctx, governed.accountId),
  ];
  const { order } = portfolio ?? {};
  const entries = entriesOf(records, order);
  return { ...governed, entries, contributions, files, order: order?.contributions ?? [] };
}
