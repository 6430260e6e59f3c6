/** One effect per idempotency key: the first answer is kept and given again (plan A7). */
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

/** Who asks for what, with which key. */
export interface RequestIdentity {
  principal: string;
  function: string;
  key: string;
  requestHash: string;
}

/** How long an answer is kept: longer than any client retries. */
export const KEPT_MS = 24 * 60 * 60 * 1000;
/** Rows one expiry run deletes; what is left waits for the next. */
export const EXPIRY_BATCH = 500;

/** The kept answer, or undefined when this request is new. Throws when the key stands for another request. */
export async function findAnswer(ctx: MutationCtx, request: RequestIdentity): Promise<{ result: unknown } | undefined> {
  const kept = await ctx.db.query('idempotencyKeys')
    .withIndex('by_scope', (range) => range.eq('principal', request.principal).eq('function', request.function).eq('key', request.key))
    .unique();
  if (!kept) return undefined;
  if (kept.requestHash === request.requestHash) return { result: kept.result };
  throw refusal('idempotency_mismatch', 'This idempotency key was used for another request; use a new one.', {
    fields: [{ path: 'idempotencyKey', message: 'was used for another request' }],
  });
}

export async function keepAnswer(ctx: MutationCtx, request: RequestIdentity, result: unknown): Promise<void> {
  await ctx.db.insert('idempotencyKeys', { ...request, result });
}
