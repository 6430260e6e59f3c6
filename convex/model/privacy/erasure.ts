/**
 * Erasure: a job that empties the stores of personal data of all domains for one person, in pages, and leaves a receipt.
 * The receipt names the account by its surrogate and counts documents. It holds nothing of the person.
 */
import { MAX_WAITING } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Person, Store } from '../contract/store.js';
import { isHeld } from './holds.js';

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
 * It waits while a legal hold on the person lasts. Returns the receipt.
 */
export async function beginErasure(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  profileId: Id<'profiles'> | undefined,
  reason: Doc<'erasures'>['reason'],
): Promise<Id<'erasures'>> {
  const waits = await isHeld(ctx, accountId);
  const erasure = await ctx.db.insert('erasures', {
    accountId,
    ...(profileId && { profileId }),
    reason,
    ...(waits ? { state: 'waiting', waited: { since: Date.now() } } : { state: 'running' }),
    erased: {},
  });
  if (!waits) await ctx.scheduler.runAfter(0, internal.privacy.erasure.run, { erasure });
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
  if (!account || erasure.state !== 'running') return false;
  const person = await findPerson(ctx, account, erasure.profileId);
  const erased = { ...erasure.erased };
  let left = PAGE;
  for (const { table, erase, weight = 1 } of stores) {
    if (typeof erase === 'string') continue;
    const most = Math.floor(left / weight);
    const count = most > 0 ? await erase(ctx, person, most) : 0;
    if (count > 0) erased[table] = (erased[table] ?? 0) + count;
    left = count < most ? left - count * weight : 0;
    if (left <= 0) break;
  }
  const more = left <= 0;
  await ctx.db.patch('erasures', id, more ? { erased } : { erased, state: 'finished', finishedAt: Date.now() });
  return more;
}

/** Stops the erasures of a person who is held from now on. Documents that are erased already stay erased, and the receipt counts them. */
export async function pauseErasures(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<void> {
  for (const { _id, state, waited, provider } of await erasuresOf(ctx, accountId)) {
    if (state !== 'running') continue;
    await ctx.db.patch('erasures', _id, {
      state: 'waiting',
      waited: { since: waited?.since ?? Date.now() },
      ...(provider && { provider: withoutDue(provider) }),
    });
  }
}

/** Goes on with the erasures of a person who is held no longer. */
export async function releaseErasures(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<void> {
  for (const { _id: erasure, state, waited, provider } of await erasuresOf(ctx, accountId)) {
    if (state !== 'waiting') continue;
    await ctx.db.patch('erasures', erasure, {
      state: 'running',
      waited: { since: waited?.since ?? Date.now(), until: Date.now() },
      ...(provider?.state === 'waiting' && { provider: { ...provider, dueAt: Date.now() } }),
    });
    await ctx.scheduler.runAfter(0, internal.privacy.erasure.run, { erasure });
  }
}

/** Attempts at the identity provider begin anew when the erasure goes on. */
function withoutDue({ state, attempts }: NonNullable<Doc<'erasures'>['provider']>) {
  return { state, attempts };
}

/** A person has one erasure: the account is never used again. */
function erasuresOf(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<Doc<'erasures'>[]> {
  return ctx.db
    .query('erasures')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(10);
}

/** Erasures that wait for holds, counted up to `MAX_WAITING`. */
export async function countWaiting(ctx: QueryCtx): Promise<number> {
  const rows = await ctx.db
    .query('erasures')
    .withIndex('by_state', (range) => range.eq('state', 'waiting'))
    .take(MAX_WAITING);
  return rows.length;
}

/** At most `count` erasures that are at work, oldest first. */
export async function unfinishedErasures(ctx: MutationCtx, count: number): Promise<Id<'erasures'>[]> {
  const rows = await ctx.db
    .query('erasures')
    .withIndex('by_state', (range) => range.eq('state', 'running'))
    .take(count);
  return rows.map(({ _id }) => _id);
}
