/**
 * The files behind the addresses in views. An address shows its file while a view shows that very address: that of the public
 * to everybody, any other to those alone who would be shown it, so that a leaked address opens nothing.
 */

import { type PortfolioView, portfolioLeased } from '@gigsy/schema';
import type { QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
import { heldBy } from '../privacy/leases.js';
import type { ViewAudience } from '../privacy/readModel.js';
import { sharedViews } from '../privacy/reads.js';
import { findView } from '../privacy/views.js';
import { addressesIn } from './entries.js';
import { type FileFacts, findFileByToken } from './files.js';
import { mediaPath } from './files/addresses.js';
import { viewFor } from './read.js';
import { portfolioViews } from './views.js';

export interface Served {
  file: FileFacts;
  /** Whether everybody may have it. */
  isPublic: boolean;
}

/** Null if there is nothing for this caller, for any reason. Nothing else is read for a token that nobody gave out. */
export async function servedFile(
  ctx: QueryCtx,
  principal: Principal,
  { audience, token }: { audience: ViewAudience; token: string },
): Promise<Served | null> {
  const row = await findFileByToken(ctx, audience, token);
  const handle = row && (await ctx.db.get('accounts', row.accountId))?.handle;
  if (!row || handle === undefined || handle === null) return null;
  const address = mediaPath(audience, token);
  const everybodys = audience === 'public' ? await findView(ctx, portfolioViews, handle, audience) : null;
  if (addressesIn(everybodys?.body ?? null).has(address)) return { file: row.file, isPublic: true };
  const shown = [await viewFor(ctx, principal, handle), ...(await leasedViews(ctx, principal, handle))];
  return shown.some((view) => addressesIn(view).has(address)) ? { file: row.file, isPublic: false } : null;
}

/** The views of the portfolio that the caller's open leases give. */
async function leasedViews(ctx: QueryCtx, principal: Principal, handle: string): Promise<PortfolioView[]> {
  if (!isMember(principal)) return [];
  const leases = (await heldBy(ctx, principal.account._id)).filter((lease) => lease.handle === handle);
  const views = leases.length > 0 ? await sharedViews(ctx, portfolioViews, principal, handle) : null;
  return views ? leases.map(({ fields }) => portfolioLeased.withFields(views.everybody, views.callers, fields)) : [];
}
