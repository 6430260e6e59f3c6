/** One effect per idempotency key: the first answer is kept and given again. Refusals are not kept. */
import { type Refused, operationsRetention } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';

/** Identifies a request: the caller, the function, its arguments and the key. */
export interface RequestIdentity {
  principal: string;
  function: string;
  key: string;
  requestHash: string;
}

/** Time that an answer is kept, in milliseconds. Clients do not retry as long as that. */
export const KEPT_MS = operationsRetention.answers.periodMs;
/**
 * Answers kept for one principal; the oldest are deleted first. At 120 calls a minute, the highest limit, it is full
 * after eight minutes.
 */
export const MAX_KEPT = 1_000;
/** Rows that one transaction of the expiry deletes. */
export const EXPIRY_BATCH = 500;

/** The answer to a request whose key belongs to another request. */
export const MISMATCH: Refused = {
  refused: {
    code: 'idempotency_mismatch',
    message: 'This idempotency key was used for another request; use a new one.',
    fields: [{ path: 'idempotencyKey', code: 'key_reused', message: 'was used for another request' }],
  },
};

/** The answer that is kept under the request's key, to this request or to another. */
export function findAnswer(ctx: MutationCtx, request: RequestIdentity): Promise<Doc<'idempotencyKeys'> | null> {
  return ctx.db
    .query('idempotencyKeys')
    .withIndex('by_scope', (range) =>
      range.eq('principal', request.principal).eq('function', request.function).eq('key', request.key),
    )
    .unique();
}

/** Keeps the answer, and at most `MAX_KEPT` answers of the principal. */
export async function keepAnswer(ctx: MutationCtx, request: RequestIdentity, result: unknown): Promise<void> {
  const last = await ctx.db
    .query('idempotencyKeys')
    .withIndex('by_principal', (range) => range.eq('principal', request.principal))
    .order('desc')
    .first();
  const ordinal = (last?.ordinal ?? 0) + 1;
  await ctx.db.insert('idempotencyKeys', { ...request, ordinal, result });
  if (ordinal <= MAX_KEPT) return;
  const oldest = await ctx.db
    .query('idempotencyKeys')
    .withIndex('by_principal', (range) => range.eq('principal', request.principal).lte('ordinal', ordinal - MAX_KEPT))
    .first();
  if (oldest) await ctx.db.delete('idempotencyKeys', oldest._id);
}

/** Deletes a batch of expired answers. Returns their number: less than `EXPIRY_BATCH` at the end. */
export async function expireAnswers(ctx: MutationCtx): Promise<number> {
  const expired = await ctx.db
    .query('idempotencyKeys')
    .withIndex('by_creation_time', (range) => range.lt('_creationTime', Date.now() - KEPT_MS))
    .take(EXPIRY_BATCH);
  for (const row of expired) await ctx.db.delete('idempotencyKeys', row._id);
  return expired.length;
}
