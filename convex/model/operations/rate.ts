/**
 * Rate limits, kept by the rate-limiter component: the contract's for each function and principal, quotas for each
 * partner key.
 */
import { RateLimiter } from '@convex-dev/rate-limiter';
import type { RateLimit } from '@gigsy/schema';
import { components } from '../../_generated/api.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

const limiter = new RateLimiter(components.rateLimiter);

/** Draws a token if there is one. For work that goes on without. */
export async function mayDraw(
  ctx: MutationCtx,
  name: string,
  key: string,
  { rate, periodMs: period, capacity }: RateLimit,
): Promise<boolean> {
  return (await limiter.limit(ctx, name, { key, config: { kind: 'token bucket', rate, period, capacity } })).ok;
}

/** Deletes the bucket of a key with all its shards. False if there is none. */
export async function removeBucket(
  ctx: MutationCtx,
  name: string,
  key: string,
  { rate, periodMs: period, capacity }: RateLimit,
): Promise<boolean> {
  // The component answers the time zero for a bucket that does not exist.
  const { ts } = await limiter.getValue(ctx, name, { key, config: { kind: 'token bucket', rate, period, capacity } });
  if (ts === 0) return false;
  await limiter.reset(ctx, name, { key });
  return true;
}

/**
 * Draws `count` tokens, or throws `rate_limited` and draws none. `shards` splits a bucket that many calls draw from at
 * once, so that they do not wait for one another.
 */
export async function drawToken(
  ctx: MutationCtx,
  name: string,
  key: string,
  limit: RateLimit,
  { count = 1, shards = 1 }: { count?: number; shards?: number } = {},
): Promise<void> {
  const { ok, retryAfter } = await limiter.limit(ctx, name, {
    key,
    count,
    config: { kind: 'token bucket', rate: limit.rate, period: limit.periodMs, capacity: limit.capacity, shards },
  });
  if (!ok) {
    throw refusal('rate_limited', `Too many calls; try again in ${Math.ceil(retryAfter / 1000)} s.`, {
      retryAfterMs: Math.ceil(retryAfter),
    });
  }
}
