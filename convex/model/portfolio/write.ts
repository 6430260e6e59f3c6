/** The one way to write a portfolio: the rows, the views whose bytes changed, and an event in one mutation. */
import type { PortfolioSection } from '@gigsy/schema';
import { refusedFields } from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { appendEvent } from '../events/log.js';
import { writeViews } from '../privacy/views.js';
import { FIRST_VERSIONS, contributionsOf, findPortfolio, findRecord } from './rows.js';
import { portfolioSource, portfolioViews } from './views.js';

/** The row of a person's portfolio. Made if there is none yet. */
export async function ensurePortfolio(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<Doc<'portfolios'>> {
  const existing = await findPortfolio(ctx, accountId);
  if (existing) return existing;
  const id = await ctx.db.insert('portfolios', {
    accountId,
    versions: FIRST_VERSIONS,
    order: {},
    records: 0,
    bytes: 0,
  });
  return (await ctx.db.get('portfolios', id))!;
}

/** Has views and log follow a change of rows in these sections. Nothing is shown of a person without a profile. */
export async function followPortfolio(
  ctx: MutationCtx,
  handle: string | undefined,
  sections: PortfolioSection[],
): Promise<void> {
  const subject = handle === undefined ? null : await portfolioSource(ctx, handle);
  if (!subject) return;
  await writeViews(ctx, portfolioViews, subject);
  await appendEvent(ctx, 'portfolio.changed', subject.profileId, { sections });
}

/** Throws if the section is not at the version that the caller read. */
export function checkVersion({ versions }: Doc<'portfolios'>, section: PortfolioSection, expected: number): void {
  const version = versions[section];
  if (version === expected) return;
  throw refusal('version_conflict', `Changed meanwhile: ${section}. Read again and retry.`, {
    fields: [{ path: 'expected', code: 'stale', message: `is at version ${version}` }],
    conflicts: [{ section, version, fields: [] }],
  });
}

/**
 * Puts entries in an order. Ids of revoked records are passed over: the caller may not know yet. `changed` is false where the
 * order is that already.
 */
export async function arrange(
  ctx: MutationCtx,
  owner: Pick<Doc<'profiles'>, 'accountId' | 'handle'>,
  { section, order, expected }: { section: PortfolioSection; order: string[]; expected: number },
): Promise<{ version: number; changed: boolean }> {
  const { accountId, handle } = owner;
  const portfolio = await ensurePortfolio(ctx, accountId);
  checkVersion(portfolio, section, expected);
  const placed = await presentOf(ctx, accountId, section, order);
  if (placed.join() === (portfolio.order[section] ?? []).join()) return { version: expected, changed: false };
  const versions = { ...portfolio.versions, [section]: expected + 1 };
  await ctx.db.patch('portfolios', portfolio._id, { versions, order: { ...portfolio.order, [section]: placed } });
  await followPortfolio(ctx, handle, [section]);
  return { version: versions[section], changed: true };
}

/** The ids that name entries of the section. Throws if one has never named any. */
async function presentOf(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  section: PortfolioSection,
  order: readonly string[],
): Promise<string[]> {
  if (section === 'contributions') return presentContributions(ctx, accountId, order);
  const found = await Promise.all(order.map((id) => findRecord(ctx, accountId, id)));
  const unknown = order.flatMap((_, at) =>
    found[at]?.kind === section
      ? []
      : [{ path: `order.${at}`, code: 'not_found' as const, message: 'is not an entry of this section' }],
  );
  if (unknown.length > 0) throw new ConvexError(refusedFields(unknown));
  return order.filter((_, at) => found[at]!.data !== undefined);
}

async function presentContributions(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  order: readonly string[],
): Promise<string[]> {
  const present = new Set((await contributionsOf(ctx, accountId)).map(({ id }) => id));
  return order.filter((id) => present.has(id));
}
