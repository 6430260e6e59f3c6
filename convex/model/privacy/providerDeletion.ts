/**
 * The deletion of an erased person's user at the identity provider, as the receipt of the erasure tells it. An attempt is
 * counted before it is made, since Convex runs an action at most once: one that is lost is followed by the next.
 */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { logLine } from '../operations/logLine.js';
import { disclosed } from './disclosures.js';

/** Over some five days: 10, 40 and 160 minutes, 11 hours, then a day each. */
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 10 * 60_000;
const LONGEST_DELAY_MS = 24 * 60 * 60_000;

/**
 * Notes on the receipt that the user is to be deleted, or cannot be. Attempts follow from `due`. While the erasure waits for a
 * legal hold, none is due.
 */
export async function awaitProvider(ctx: MutationCtx, erasure: Id<'erasures'>, hasKey: boolean): Promise<void> {
  const isHeld = (await ctx.db.get('erasures', erasure))?.state === 'waiting';
  const provider = {
    state: hasKey ? ('waiting' as const) : ('not_asked' as const),
    attempts: 0,
    ...(hasKey && !isHeld && { dueAt: Date.now() }),
  };
  await ctx.db.patch('erasures', erasure, { provider });
}

/** Counts an attempt. The provider's id of the user; null if no attempt is due. */
export async function beginAttempt(ctx: MutationCtx, id: Id<'erasures'>): Promise<string | null> {
  const erasure = await ctx.db.get('erasures', id);
  const account = erasure && (await ctx.db.get('accounts', erasure.accountId));
  if (!account || !isDue(erasure)) return null;
  const attempts = erasure.provider!.attempts + 1;
  const dueAt = Date.now() + Math.min(FIRST_DELAY_MS * 4 ** (attempts - 1), LONGEST_DELAY_MS);
  await ctx.db.patch('erasures', id, { provider: { state: 'waiting', attempts, dueAt } });
  await disclosed(ctx, { to: 'clerk', subject: { kind: 'account', id: account._id } });
  return account.subject;
}

function isDue({ provider }: Doc<'erasures'>): boolean {
  if (provider?.state !== 'waiting' || provider.dueAt === undefined) return false;
  return provider.attempts < MAX_ATTEMPTS && provider.dueAt <= Date.now();
}

export async function noteDeleted(ctx: MutationCtx, id: Id<'erasures'>): Promise<void> {
  const erasure = await ctx.db.get('erasures', id);
  if (erasure?.provider?.state !== 'waiting') return;
  await ctx.db.patch('erasures', id, { provider: { state: 'deleted', attempts: erasure.provider.attempts } });
}

/** At most `count` erasures with an attempt that is due. Those whose last attempt has failed are given up. */
export async function dueAttempts(ctx: MutationCtx, count: number): Promise<Id<'erasures'>[]> {
  const rows = await ctx.db
    .query('erasures')
    .withIndex('by_provider', (range) =>
      range.eq('provider.state', 'waiting').gt('provider.dueAt', 0).lte('provider.dueAt', Date.now()),
    )
    .take(count);
  for (const { _id, provider } of rows) if (provider!.attempts >= MAX_ATTEMPTS) await giveUp(ctx, _id);
  return rows.filter(isDue).map(({ _id }) => _id);
}

async function giveUp(ctx: MutationCtx, erasure: Id<'erasures'>): Promise<void> {
  await ctx.db.patch('erasures', erasure, { provider: { state: 'failed', attempts: MAX_ATTEMPTS } });
  logLine('error', 'erasure.provider_failed', { erasure });
}
