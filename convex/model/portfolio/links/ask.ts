/** Asks for the pages of contributions: a row says what is due, and an action of the person's own reads one page after the other. */
import type { PortfolioView } from '@gigsy/schema';
import { internal } from '../../../_generated/api.js';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import type { ContributionRow } from '../rows.js';

/**
 * Asks for the pages of contributions that others see and of which nobody has asked yet. The host learns of no address that only
 * its owner sees. `view` is what members see: the public sees no more.
 */
export async function askForPages(
  ctx: MutationCtx,
  { accountId, contributions }: { accountId: Id<'accounts'>; contributions: readonly ContributionRow[] },
  view: () => Pick<PortfolioView, 'contributions'> | null,
): Promise<void> {
  const unread = contributions.filter(({ contribution, link }) => contribution.url !== undefined && !link);
  if (unread.length === 0) return;
  const shown = linkedIn(view());
  const wanted = unread.filter(({ id }) => shown.has(id));
  for (const row of wanted) await makeDue(ctx, row);
  if (wanted.length > 0) await startReading(ctx, accountId);
}

/** The ids of contributions in a view that lead to a page. */
export function linkedIn(view: Pick<PortfolioView, 'contributions'> | null): Set<string> {
  return new Set((view?.contributions ?? []).flatMap(({ id, url }) => (url === undefined ? [] : [id])));
}

/** Has the page of a contribution read from now on. The preview that is there stays. */
export async function makeDue(
  ctx: MutationCtx,
  { _id, link }: Pick<ContributionRow, '_id' | 'link'>,
  more: Pick<NonNullable<Doc<'portfolioContributions'>['link']>, 'asked'> = {},
): Promise<void> {
  const kept = link?.preview && { preview: link.preview };
  await ctx.db.patch('portfolioContributions', _id, {
    link: { state: 'waiting', ...kept, attempts: 0, dueAt: Date.now(), ...more },
  });
}

/** The addresses are not passed on, since arguments of scheduled functions are kept and shown to operators. */
export async function startReading(ctx: MutationCtx, account: Id<'accounts'>): Promise<void> {
  await ctx.scheduler.runAfter(0, internal.portfolio.node.links.read, { account });
}
