/** The rate limiter as its README shows it: a token bucket a user, and a fixed window with capacity for everybody. */
import { MINUTE, RateLimiter } from '@convex-dev/rate-limiter';
import { componentsGeneric, mutationGeneric as mutation } from 'convex/server';
import { v } from 'convex/values';

const rateLimiter = new RateLimiter(componentsGeneric().rateLimiter as any, {
  sendMessage: { kind: 'token bucket', rate: 10, period: MINUTE, capacity: 3 },
  signUp: { kind: 'fixed window', rate: 2, period: MINUTE },
});

export const send = mutation({
  args: { who: v.string() },
  handler: (ctx, { who }) => rateLimiter.limit(ctx, 'sendMessage', { key: who }),
});
export const signUp = mutation({ args: {}, handler: (ctx) => rateLimiter.limit(ctx, 'signUp', { throws: true }) });
export const reset = mutation({
  args: { who: v.string() },
  handler: (ctx, { who }) => rateLimiter.reset(ctx, 'sendMessage', { key: who }),
});
