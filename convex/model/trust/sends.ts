/**
 * Counts the codes that were asked for, in a window that moves with the clock. A row is written with each code, and what is
 * refused writes none: the rows that stand against it are there already.
 */
import { ACCOUNT_CODES, CODES_WINDOW_MS, READER_CODES, trustRetention } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

/** Enters a code for an account. Throws if the account has asked for as many as it may. */
export async function enterSend(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  reader: string,
): Promise<{ send: Id<'trustSends'>; muted: boolean }> {
  const since = Date.now() - CODES_WINDOW_MS;
  const asked = await ctx.db
    .query('trustSends')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).gt('_creationTime', since))
    .take(ACCOUNT_CODES);
  if (asked.length >= ACCOUNT_CODES) throw tooMany(asked[0]!._creationTime - since);
  const sent = await ctx.db
    .query('trustSends')
    .withIndex('by_reader', (range) => range.eq('reader', reader).gt('_creationTime', since))
    .take(READER_CODES);
  const muted = sent.length >= READER_CODES;
  const send = await ctx.db.insert('trustSends', { accountId, ...(!muted && { reader }) });
  return { send, muted };
}

function tooMany(retryAfterMs: number) {
  return refusal('rate_limited', `You may ask for ${ACCOUNT_CODES} codes in 24 hours; try again later.`, {
    retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)),
  });
}

/** Has at most `count` rows name the account no more. The counts of readers stay: an erasure must not open them again. */
export async function forgetSends(ctx: MutationCtx, accountId: Id<'accounts'>, count: number): Promise<number> {
  const rows = await ctx.db
    .query('trustSends')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
  for (const { _id } of rows) await ctx.db.patch('trustSends', _id, { accountId: undefined });
  return rows.length;
}

/** Rows that one transaction of a purge deletes. */
const BATCH = 500;

/** Deletes rows that no window holds any more, oldest first. */
export async function purgeSends(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const over = await ctx.db
    .query('trustSends')
    .withIndex('by_creation_time', (range) =>
      range.lt('_creationTime', Date.now() - trustRetention.verificationSends.periodMs),
    )
    .take(BATCH);
  for (const { _id } of over) await ctx.db.delete('trustSends', _id);
  return { count: over.length, more: over.length === BATCH };
}
