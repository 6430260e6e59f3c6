import { anyApi, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { ConvexError, v } from 'convex/values';

type Loose = Record<string, any>;

/** Values that have no form in a request, by name. */
const odd: Record<string, () => unknown> = {
  surrogate: () => ({ text: 'a\ud800b' }),
  'surrogate low': () => ({ text: '\udc00' }),
  'nested surrogate': () => ({ list: [{ text: '\ud83d' }] }),
  pair: () => ({ text: '\ud83d\ude00' }),
  'name not ascii': () => ({ naïve: 1 }),
  'name with control': () => ({ 'a\tb': 1 }),
  'name nested': () => ({ deep: { schlüssel: 1 } }),
  'name of 1024': () => ({ ['n'.repeat(1024)]: 1 }),
  'name with space': () => ({ 'a b~': 1 }),
};

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { d: nested(levels - 1) };
}

const valueOf = (args: { value?: any; odd?: string; levels?: number }): Loose =>
  (args.odd !== undefined ? odd[args.odd]!() : args.levels !== undefined ? nested(args.levels) : args.value) as Loose;

const value = { value: v.optional(v.any()), odd: v.optional(v.string()), levels: v.optional(v.number()) };
export const insert = mutation({ args: value, handler: (ctx, args) => ctx.db.insert('rows', valueOf(args)) });
export const patch = mutation({
  args: { id: v.id('rows'), ...value },
  handler: (ctx, { id, ...args }) => ctx.db.patch(id, valueOf(args)),
});
export const replace = mutation({
  args: { id: v.id('rows'), ...value },
  handler: (ctx, { id, ...args }) => ctx.db.replace(id, valueOf(args)),
});
export const get = query({ args: { id: v.id('rows') }, handler: (ctx, { id }) => ctx.db.get(id) });

export const result = query({
  args: { kind: v.string(), size: v.number() },
  handler: (_, { kind, size }) => {
    if (kind === 'levels') return nested(size);
    if (kind === 'arrays') return Array.from({ length: size }).reduce((inner: unknown) => [inner], 1 as unknown);
    if (kind === 'items') return Array.from({ length: size }, () => 0);
    if (kind === 'fields') return Object.fromEntries(Array.from({ length: size }, (_unused, n) => [`f${n}`, 0]));
    if (kind === 'bytes') return ['x'.repeat(size / 2), 'x'.repeat(size / 2)];
    return odd[kind]!();
  },
});

export const deep = query({
  args: { levels: v.number() },
  handler: async (ctx, { levels }): Promise<number> =>
    levels === 0 ? 0 : 1 + ((await ctx.runQuery(anyApi.refusals!.deep as any, { levels: levels - 1 })) as number),
});
export const deepMutation = mutation({
  args: { levels: v.number() },
  handler: async (ctx, { levels }): Promise<number> =>
    levels === 0
      ? 0
      : 1 + ((await ctx.runMutation(anyApi.refusals!.deepMutation as any, { levels: levels - 1 })) as number),
});

class Refused extends ConvexError<{ code: string }> {
  override name = 'Refused';
}

export const fails = query({
  args: { how: v.string() },
  handler: (_, { how }) => {
    if (how === 'subclass') throw new Refused({ code: 'NO' });
    if (how === 'range') throw new RangeError('out of range');
    throw new Error('thrown inside');
  },
});

export const page = query({
  args: { options: v.any() },
  handler: async (ctx, { options }) => (await ctx.db.query('rows').paginate(options)).page.length,
});
