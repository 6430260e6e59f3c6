import { actionGeneric as action, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';

export const spin = query({
  args: { how: v.string() },
  handler: async (ctx, { how }) => {
    if (how === 'while') while (how.length > 0);
    if (how === 'for') for (;;);
    if (how === 'do')
      do {
        how.length;
      } while (how.length > 0);
    if (how === 'after await') {
      await ctx.db.query('rows').first();
      for (let at = 0; at >= 0; at += 0) String(at);
    }
    if (how === 'microtasks') for (;;) await Promise.resolve();
    if (how === 'caught')
      for (;;) {
        try {
          for (;;);
        } catch {
          // goes on
        }
      }
    return 'ended';
  },
});

export const spinThenWrite = mutation({
  args: {},
  handler: async (ctx) => {
    await ctx.db.insert('rows', { group: 'spun', text: 'never' });
    for (;;);
  },
});

const TRICKY = ['while (true) {', "for (;;) '", 'do {} while (x)'];

/** Loops in all shapes that must keep their meaning. */
export const shapes = query({
  args: {},
  handler: async () => {
    const out: unknown[] = [];
    for (let a = 0, b = 3; a < b; a++, b--) out.push(a);
    for (let i = 0; i < 2;) i++;
    outer: for (const x of [1, 2, 3]) {
      for (let y = 0; ; y++) {
        if (y > x) continue outer;
        if (x === 3) break outer;
        out.push(`${x}${y}`);
      }
    }
    let n = 3;
    while (n-- > 0) if (n === 1) continue;
    do n++;
    while (n < 5);
    const regex = /while \((['"`])/.exec("while ('")?.[1];
    const half = 10 / 2 / 5;
    return { out, n, regex, half, tricky: TRICKY.join(`${((x: number) => `for (;${x};)`)(1)}|`) };
  },
});

export const busyAction = action({
  args: { ms: v.number() },
  handler: async (_, { ms }) => {
    const end = Date.now() + ms;
    while (Date.now() < end);
    return 'done';
  },
});
