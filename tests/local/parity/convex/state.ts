import { actionGeneric as action, anyApi, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';
import { Meter, add, increase, makeCounter, tally } from './tally.ts';

type Loose = Record<string, any>;

let calls = 0;
let [first, second] = [0, 0];
const meter = new Meter();
const counter = makeCounter();
const cache = new WeakMap<object, number>();
const matcher = /a/g;
const numbers = new Uint8Array(1);
const headers = new Headers();
const world: Loose = globalThis;
const settings: Loose = { deep: { list: [] } };

/** Each answers 1 in unwritten modules. */
const ways: Record<string, () => number> = {
  variable: () => ++calls,
  'imported variable': add,
  destructuring: () => ([first, second] = [first + 1, second + 1])[1]!,
  'loop variable': () => {
    for (calls of [calls + 1]);
    return calls;
  },
  'nullish assignment': () => (settings.once === undefined ? ((settings.once ??= 1) as number) : 2),
  'nested array': () => settings.deep.list.push('x') as number,
  'optional chain': () => settings.deep?.list.push('x') as number,
  map: () => tally.byName.set('a', (tally.byName.get('a') ?? 0) + 1).get('a')!,
  'weak map': () => cache.set(meter, (cache.get(meter) ?? 0) + 1).get(meter)!,
  'typed array': () => (numbers[0]! += 1),
  headers: () => (headers.append('a', 'b'), headers.get('a')!.split(',').length),
  'pattern position': () => (matcher.test('aaa') ? matcher.lastIndex : 0),
  'class instance': () => meter.read(),
  'class static': () => (Meter.readings += 1),
  closure: () => counter(),
  'object as argument': () => increase(tally),
  'local alias': () => {
    const [row] = tally.list;
    row!.n += 1;
    return row!.n;
  },
  'Object.assign': () => (Object.assign(tally, { count: tally.count + 1 }) as { count: number }).count,
  'function property': () => {
    const own = add as Loose;
    own.calls = ((own.calls as number | undefined) ?? 0) + 1;
    return own.calls as number;
  },
  'global variable': () => (world.visits = ((world.visits as number | undefined) ?? 0) + 1),
  'deleted global': () => {
    const there = 'escape' in globalThis ? 1 : 0;
    delete (globalThis as Loose).escape;
    return there;
  },
  prototype: () => {
    const prototype = Array.prototype as Loose;
    prototype.visits = ((prototype.visits as number | undefined) ?? 0) + 1;
    return ([] as Loose).visits as number;
  },
  'defined property': () => {
    const there = 'sum' in [] ? 2 : 1;
    Object.defineProperty(Array.prototype, 'sum', { value: 0, configurable: true });
    return there;
  },
  'class of the host': () => {
    const prototype = URL.prototype as Loose;
    prototype.visits = ((prototype.visits as number | undefined) ?? 0) + 1;
    return prototype.visits as number;
  },
  'Math.random': () => {
    const replaced = Math.random() > 1 ? 2 : 1;
    Math.random = () => 7;
    return replaced;
  },
};

const args = { way: v.string() };
const use = (_: unknown, { way }: { way: string }) => ways[way]!();
export const inQuery = query({ args, handler: use });
export const inMutation = mutation({ args, handler: use });
export const inAction = action({ args, handler: use });
export const names = query({ args: {}, handler: () => Object.keys(ways) });

/** Within one call state lasts, over awaits and nested calls, which have modules of their own. */
export const within = mutation({
  args: {},
  handler: async (ctx) => {
    calls += 1;
    const nested = (await ctx.runQuery(anyApi.state!.inQuery as any, { way: 'variable' })) as number;
    await ctx.db.insert('rows', { at: calls });
    return [++calls, nested];
  },
});

export const started = {
  now: Date.now(),
  date: new Date().getTime(),
  random: Math.random(),
  uuid: crypto.randomUUID(),
};
export const atImport = query({ args: {}, handler: () => ({ ...started, later: Date.now() }) });
/** Makes that the modules are evaluated anew for the next call. */
export const atImportAnew = query({ args: {}, handler: () => ((calls += 1), started) });
