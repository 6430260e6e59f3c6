/**
 * The pages that are due: an action claims one, reads it and settles it. A page can be claimed while others see the contribution or
 * its owner wants it, and no limit stands against it.
 */
import { type LinkFault, type LinkPreview, canonicalJson, hostOf } from '@gigsy/schema';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';
import { mayAskHost } from '../../operations/hosts.js';
import { disclosed } from '../../privacy/disclosures.js';
import { findView } from '../../privacy/views.js';
import { findGoverning } from '../../profile/rows.js';
import { type ContributionRow, contributionsOf, findContribution } from '../rows.js';
import { portfolioViews } from '../views.js';
import { followPortfolio } from '../write.js';
import { linkedIn, makeDue, startReading } from './ask.js';

type Link = NonNullable<Doc<'portfolioContributions'>['link']>;

const MINUTE_MS = 60_000;

/** Pages that are asked for by one person. */
const OF_PERSON = { rate: 30, periodMs: 60 * MINUTE_MS, capacity: 30 };
/** Milliseconds before each further attempt, where another one may help. */
const RETRY_AFTER = [MINUTE_MS, 10 * MINUTE_MS];
/** Time after which an attempt without a report counts as lost: Convex runs an action at most once. */
const LOST_MS = 5 * MINUTE_MS;
/** Time until a page is tried again for which there was no room. */
const LATER_MS = 10 * MINUTE_MS;
/** Time after which a page is read again. */
const AGAIN_MS = 30 * 24 * 60 * MINUTE_MS;

/** Has the page of a contribution read because its owner asks for it. */
export async function refreshLink(ctx: MutationCtx, accountId: Id<'accounts'>, id: string): Promise<void> {
  const row = await findContribution(ctx, accountId, id);
  if (row?.contribution.url === undefined)
    throw refusal('not_found', 'You have no such contribution that leads to a page.');
  await makeDue(ctx, row, { asked: true });
  await startReading(ctx, accountId);
}

export interface Claimed {
  contribution: Id<'portfolioContributions'>;
  url: string;
}

/** The next page of a person to ask for, whose host learns its address from now on. Null where there is none. */
export async function claimPage(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<Claimed | null> {
  const wanting = await wantingOf(ctx, accountId);
  const due = (await contributionsOf(ctx, accountId)).filter(({ link }) => link && link.dueAt <= Date.now());
  for (const [at, row] of due.entries()) {
    const { url } = row.contribution;
    const link = row.link!;
    if (!wanting || url === undefined || !(link.asked || wanting.shown.has(row.id))) await giveUp(ctx, row);
    else if (await mayAskHost(ctx, 'portfolio.links', { person: accountId, host: hostOf(url), ofPerson: OF_PERSON })) {
      await patch(ctx, row, { ...link, attempts: link.attempts + 1, dueAt: Date.now() + LOST_MS });
      await disclosed(ctx, { to: 'linkHost', subject: { kind: 'profile', id: wanting.profileId } });
      return { contribution: row._id, url };
    } else {
      // All of them make way: the cron begins with the page that has been due for longest.
      for (const each of due.slice(at)) await patch(ctx, each, { ...each.link!, dueAt: Date.now() + LATER_MS });
      return null;
    }
  }
  return null;
}

/** The ids of contributions whose pages others want to see. Undefined where nobody is shown anything of the person. */
async function wantingOf(ctx: MutationCtx, accountId: Id<'accounts'>) {
  const handle = (await ctx.db.get('accounts', accountId))?.handle;
  const governed = handle === undefined ? null : await findGoverning(ctx, handle);
  if (governed?.status !== 'active') return undefined;
  const view = await findView(ctx, portfolioViews, governed.handle, 'platform');
  return { profileId: governed.profileId, shown: linkedIn(view?.body ?? null) };
}

/** Nobody but the owner sees the contribution any more. The preview that is there may stay: no host is asked. It is asked for again once somebody does. */
async function giveUp(ctx: MutationCtx, row: ContributionRow): Promise<void> {
  const preview = row.link?.preview;
  await patch(ctx, row, preview && { state: 'there', preview, attempts: 0, dueAt: Date.now() + AGAIN_MS });
}

export type PageRead = { preview: LinkPreview } | { fault: LinkFault };

/** Keeps the words of a page, or why it could not be read. Nothing where another page is wanted meanwhile. */
export async function settlePage(ctx: MutationCtx, { contribution, url }: Claimed, read: PageRead): Promise<void> {
  const row = await ctx.db.get('portfolioContributions', contribution);
  if (!row?.link || row.contribution.url !== url) return;
  const link = linkAfter(row.link, read);
  await patch(ctx, row, link);
  if (canonicalJson(link.preview ?? null) === canonicalJson(row.link.preview ?? null)) return;
  const account = await ctx.db.get('accounts', row.accountId);
  await followPortfolio(ctx, account?.handle, ['contributions']);
}

/** A page that was there and cannot be reached now keeps its preview; one that has gone, or says no title, does not. */
function linkAfter(link: Link, read: PageRead): Link {
  const rested = { attempts: 0, dueAt: Date.now() + AGAIN_MS };
  if ('preview' in read) return { state: 'there', preview: read.preview, ...rested };
  const delay = read.fault === 'unreachable' ? RETRY_AFTER[link.attempts - 1] : undefined;
  if (delay !== undefined) return { ...link, dueAt: Date.now() + delay };
  if (read.fault === 'unreachable' && link.preview) return { state: 'there', preview: link.preview, ...rested };
  return { state: 'none', fault: read.fault, ...rested };
}

async function patch(ctx: MutationCtx, { _id }: ContributionRow, link: Link | undefined): Promise<void> {
  await ctx.db.patch('portfolioContributions', _id, { link });
}

/** Contributions that one transaction of the cron looks at. */
const BATCH = 100;

/**
 * Starts the reading for people of whom a page is due: again, after a loss, or where there was no room. Returns the time after
 * which to go on; null at the end.
 */
export async function startDue(ctx: MutationCtx, after: number): Promise<number | null> {
  const due = await ctx.db
    .query('portfolioContributions')
    .withIndex('by_link_due', (range) => range.gt('link.dueAt', after).lte('link.dueAt', Date.now()))
    .take(BATCH);
  for (const account of new Set(due.map(({ accountId }) => accountId))) await startReading(ctx, account);
  return due[BATCH - 1]?.link?.dueAt ?? null;
}
