/**
 * Erasure: a job that empties the stores of personal data of all domains for one person, in pages, and leaves a receipt.
 * The receipt names the account by its surrogate and counts documents. It holds nothing of the person.
 */
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { Person, Store } from '../contract/store.js';

/** Documents that one transaction erases: far below Convex's 16,000 written, since each may weigh kilobytes. */
const PAGE = 500;

/** The person of an account, by all names. */
export type FindPerson = (
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  profileId: Id<'profiles'> | undefined,
) => Promise<Person>;

/**
 * Begins the erasure of everything that is stored about the person. The account is `deleted` already, so nobody sees it.
 * Returns the receipt.
 */
export async function beginErasure(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  profileId: Id<'profiles'> | undefined,
  reason: Doc<'erasures'>['reason'],
): Promise<Id<'erasures'>> {
  const erasure = await ctx.db.insert('erasures', {
    accountId,
    ...(profileId && { profileId }),
    reason,
    state: 'running',
    erased: {},
  });
  await ctx.scheduler.runAfter(0, internal.privacy.erasure.run, { erasure });
  return erasure;
}

/** Erases one page. True if there may be more. A run too many finds nothing to do. */
export async function erasePage(
  ctx: MutationCtx,
  { stores, findPerson }: { stores: readonly Store[]; findPerson: FindPerson },
  id: Id<'erasures'>,
): Promise<boolean> {
  const erasure = await ctx.db.get('erasures', id);
  const account = erasure && (await ctx.db.get('accounts', erasure.accountId));
  if (!account || erasure.state === 'finished') return false;
  const person = await findPerson(ctx, account, erasure.profileId);
  const erased = { ...erasure.erased };
  let left = PAGE;
  for (const { table, erase } of stores) {
    if (typeof erase === 'string') continue;
    const count = await erase(ctx, person, left);
    if (count > 0) erased[table] = (erased[table] ?? 0) + count;
    left -= count;
    if (left <= 0) break;
  }
  const more = left <= 0;
  await ctx.db.patch('erasures', id, more ? { erased } : { erased, state: 'finished', finishedAt: Date.now() });
  return more;
}

/** At most `count` erasures that are not finished, oldest first. */
export async function unfinishedErasures(ctx: MutationCtx, count: number): Promise<Id<'erasures'>[]> {
  const rows = await ctx.db
    .query('erasures')
    .withIndex('by_state', (range) => range.eq('state', 'running'))
    .take(count);
  return rows.map(({ _id }) => _id);
}
