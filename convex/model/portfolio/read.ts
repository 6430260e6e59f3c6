/** Reads of portfolios: stored views for the public and members, the whole for its owner. */
import {
  type BadgeEntry,
  type OwnPortfolio,
  type PortfolioEntries,
  type PortfolioView,
  portfolioOf,
} from '@gigsy/schema';
import type { QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
import { viewFor as viewForPrincipal } from '../privacy/reads.js';
import { findView } from '../privacy/views.js';
import { FIRST_VERSIONS, findPortfolio } from './rows.js';
import { portfolioSource, portfolioViews } from './views.js';

/** The part under `handle` that `principal` may see without a lease; null if they may see nothing. */
export function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<PortfolioView | null> {
  return viewForPrincipal(ctx, portfolioViews, principal, handle);
}

/** The caller's own portfolio; null without a profile. */
export async function ownPortfolio(ctx: QueryCtx, principal: Principal): Promise<OwnPortfolio | null> {
  if (!isMember(principal) || principal.account.handle === undefined) return null;
  const { _id: accountId, handle } = principal.account;
  const stored = await portfolioSource(ctx, handle);
  if (!stored) return null;
  const versions = (await findPortfolio(ctx, accountId))?.versions ?? FIRST_VERSIONS;
  // By the addresses that open to the owner alone.
  const { sections } = portfolioViews.document(stored, 'owner');
  return { ...portfolioOf(handle, sections as PortfolioEntries), versions };
}

/** A badge that the public sees, with the handle that the person has now; null for every other. One document, or three. */
export async function publicBadge(
  ctx: QueryCtx,
  handle: string,
  id: string,
): Promise<{ handle: string; badge: BadgeEntry } | null> {
  const view = await findView(ctx, portfolioViews, handle, 'public');
  const badge = view?.body.badges?.find((each) => each.id === id);
  return view && badge ? { handle: view.body.handle, badge } : null;
}
