/** Reads of portfolios: stored views for the public and members, the whole for its owner. */
import type { OwnPortfolio, PortfolioView } from '@gigsy/schema';
import type { QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
import { viewFor as viewForPrincipal, viewOf } from '../privacy/reads.js';
import { FIRST_VERSIONS, findPortfolio } from './rows.js';
import { portfolioViews } from './views.js';

/** The part under `handle` that `principal` may see without a lease; null if they may see nothing. */
export function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<PortfolioView | null> {
  return viewForPrincipal(ctx, portfolioViews, principal, handle);
}

/** The caller's own portfolio; null without a profile. */
export async function ownPortfolio(ctx: QueryCtx, principal: Principal): Promise<OwnPortfolio | null> {
  if (!isMember(principal) || principal.account.handle === undefined) return null;
  const { _id: accountId, handle } = principal.account;
  const view = await viewOf(ctx, portfolioViews, handle, { audience: 'owner', grants: [] });
  if (!view) return null;
  const { partial: _, ...whole } = view;
  return { ...whole, versions: (await findPortfolio(ctx, accountId))?.versions ?? FIRST_VERSIONS };
}
