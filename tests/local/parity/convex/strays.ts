import { actionGeneric as action, anyApi, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';

const boom = (how: string) => new Error(`stray: ${how}`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const left: Record<string, () => unknown> = {
  rejection: () => void Promise.reject(boom('rejection')),
  'async function': () =>
    void (async () =>
      Promise.resolve().then(() => {
        throw boom('async function');
      }))(),
  microtask: () =>
    queueMicrotask(() => {
      throw boom('microtask');
    }),
  'event listener': () => {
    const target = new EventTarget();
    target.addEventListener('go', () => {
      throw boom('event listener');
    });
    target.dispatchEvent(new Event('go'));
  },
  'abort listener': () => {
    const controller = new AbortController();
    controller.signal.addEventListener('abort', () => {
      throw boom('abort listener');
    });
    controller.abort();
  },
};

const timed: Record<string, () => unknown> = {
  timer: () =>
    setTimeout(() => {
      throw boom('timer');
    }, 1),
  interval: () => {
    const id = setInterval(() => {
      clearInterval(id);
      throw boom('interval');
    }, 1);
  },
  message: () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      throw boom('message');
    };
    port2.postMessage(1);
  },
};

export const inQuery = query({ args: { how: v.string() }, handler: async (_, { how }) => (left[how]!(), 'answered') });
export const inMutation = mutation({
  args: { how: v.string() },
  handler: async (ctx, { how }) => {
    await ctx.db.insert('rows', { by: 'stray' });
    left[how]!();
  },
});
export const inAction = action({
  args: { how: v.string() },
  handler: async (_, { how }) => {
    (left[how] ?? timed[how])!();
    await pause(200);
    return 'answered';
  },
});
export const names = query({ args: {}, handler: () => ({ left: Object.keys(left), timed: Object.keys(timed) }) });

/** Answers before its leftover work fails. */
export const late = action({
  args: {},
  handler: () => (
    setTimeout(() => {
      throw boom('late');
    }, 20),
    'answered'
  ),
});
export const handledLater = query({
  args: {},
  handler: async () => {
    const failing = Promise.reject(boom('handled'));
    await Promise.resolve();
    return failing.catch(() => 'handled');
  },
});

export const add = mutation({
  args: { by: v.string(), fail: v.boolean() },
  handler: async (ctx, { by, fail }) => {
    await ctx.db.insert('rows', { by });
    if (fail) throw boom('nested');
  },
});
export const unawaited = mutation({
  args: { by: v.string(), fail: v.boolean() },
  handler: async (ctx, args) => {
    await ctx.db.insert('rows', { by: args.by });
    void ctx.runMutation(anyApi.strays!.add as any, args);
  },
});
export const rows = query({
  args: { by: v.string() },
  handler: async (ctx, { by }) => (await ctx.db.query('rows').collect()).filter((row) => row.by === by).length,
});
