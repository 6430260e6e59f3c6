/** The rows of a portfolio, read here and nowhere else. */
import { MAX_CONTRIBUTIONS, MAX_PORTFOLIO_RECORDS, type PortfolioVersions } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';

/** The versions of a portfolio of which the owner has changed nothing. */
export const FIRST_VERSIONS: PortfolioVersions = { courses: 1, gigs: 1, badges: 1, contributions: 1 };

export function findPortfolio(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
): Promise<Doc<'portfolios'> | null> {
  return ctx.db
    .query('portfolios')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .unique();
}

/** All registers of a person, revoked ones too. */
export function recordsOf(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  count = MAX_PORTFOLIO_RECORDS,
): Promise<Doc<'portfolioRecords'>[]> {
  return ctx.db
    .query('portfolioRecords')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
}

/** The register whose entry has this id, a revoked one too. */
export function findRecord(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  id: string,
): Promise<Doc<'portfolioRecords'> | null> {
  return ctx.db
    .query('portfolioRecords')
    .withIndex('by_entry', (range) => range.eq('accountId', accountId).eq('id', id))
    .unique();
}

export type ContributionRow = Doc<'portfolioContributions'>;

/** All contributions of a person. */
export function contributionsOf(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  count = MAX_CONTRIBUTIONS,
): Promise<ContributionRow[]> {
  return ctx.db
    .query('portfolioContributions')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
}

/** The contribution with this id. */
export function findContribution(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  id: string,
): Promise<ContributionRow | null> {
  return ctx.db
    .query('portfolioContributions')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('id', id))
    .unique();
}
