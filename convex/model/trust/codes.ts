/** One-time codes: asked for, guessed at, and gone after ten minutes. */
import {
  CODE_ATTEMPTS,
  CODE_MS,
  type CodeMethod,
  codeMethodNames,
  normalSubject,
  randomHex,
  readerOfSubject,
  refusedFields,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { sameHash } from '../contract/hash.js';
import { codeOf, readerKey } from './derive.js';
import { enterSend } from './sends.js';
import { messageRoute } from './settings.js';

export type CodeRow = Doc<'trustCodes'>;

/** Random bytes of a salt. */
const SALT_BYTES = 16;

export function findCode(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  method: CodeMethod,
): Promise<CodeRow | null> {
  return ctx.db
    .query('trustCodes')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('method', method))
    .unique();
}

/** The codes that a person awaits: one a method at most. */
export function codesOf(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<CodeRow[]> {
  return ctx.db
    .query('trustCodes')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(codeMethodNames.length);
}

/** Makes a code and has it sent. One of the same method that is awaited fits no more. Returns the time at which it is over. */
export async function startCode(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  { method, subject: given }: { method: CodeMethod; subject: string },
): Promise<number> {
  const route = messageRoute();
  const subject = normalSubject(method, given);
  if (subject === undefined)
    throw new ConvexError(refusedFields([{ path: 'subject', code: 'invalid_format', message: 'is not one' }]));
  const reader = await readerKey(method, readerOfSubject(method, subject));
  const { send, muted } = await enterSend(ctx, accountId, reader);
  const expiresAt = Date.now() + CODE_MS;
  const fresh = { subject, salt: randomHex(SALT_BYTES), send, attempts: 0, expiresAt };
  const before = await findCode(ctx, accountId, method);
  const made = { accountId, method, ...fresh, ...(muted && { muted: true as const }) };
  if (before) await ctx.db.replace('trustCodes', before._id, made);
  const code = before?._id ?? (await ctx.db.insert('trustCodes', made));
  await ctx.scheduler.runAt(expiresAt, internal.trust.verifications.lapse, { code });
  // Also for a code whose message goes nowhere: the work is the same.
  if (route !== 'outbox') await ctx.scheduler.runAfter(0, internal.trust.node.send.run, { code, send, attempt: 1 });
  return expiresAt;
}

/**
 * The code's row if this guess fits; the row is gone then. Null for every other guess, which is counted wherever there is a
 * row. The work does not depend on why a guess does not fit, nor on where it differs.
 */
export async function guess(
  ctx: MutationCtx,
  { accountId, method, code }: { accountId: Id<'accounts'>; method: CodeMethod; code: string },
): Promise<CodeRow | null> {
  const row = await findCode(ctx, accountId, method);
  const fits = sameHash(await codeOf(row ?? { accountId, method, subject: '', salt: '' }), code);
  if (!row) return null;
  const { _id, attempts, expiresAt, muted = false } = row;
  const isLive = attempts < CODE_ATTEMPTS && expiresAt > Date.now() && !muted;
  if (fits && isLive) {
    await ctx.db.delete('trustCodes', _id);
    return row;
  }
  await ctx.db.patch('trustCodes', _id, { attempts: attempts + 1 });
  return null;
}

export async function dropCode(ctx: MutationCtx, { _id }: Pick<CodeRow, '_id'>): Promise<void> {
  await ctx.db.delete('trustCodes', _id);
}

/** Deletes a code whose time is over. One that took its place has a time of its own. */
export async function lapseCode(ctx: MutationCtx, code: Id<'trustCodes'>): Promise<void> {
  const row = await ctx.db.get('trustCodes', code);
  if (row && row.expiresAt <= Date.now()) await dropCode(ctx, row);
}

/** At most `count` codes that are over and whose scheduled end was lost. */
export async function overdueCodes(ctx: MutationCtx, count: number): Promise<CodeRow[]> {
  return ctx.db
    .query('trustCodes')
    .withIndex('by_expiry', (range) => range.lte('expiresAt', Date.now()))
    .take(count);
}
