/** Convex functions that carry out the oracle's programs. The same code runs on the embedded deployment and on convex-test. */
import { actionGeneric, anyApi, mutationGeneric, queryGeneric } from 'convex/server';
import { ConvexError, convexToJson, v } from 'convex/values';
import { LARGE, LET_PASS_BY_CONVEX_TEST, REFUSALS } from './refusals.ts';
import { toValidator } from './spec.ts';
import type { Bound, Ending, Failure, FieldSpec, Filter, Op, QuerySpec, Tagged } from './spec.ts';

/* A program's tables are known only at run time, so there are no types for them. */
type Loose = any;

export const self: Loose = anyApi.programs;
const MOST_PAGES = 50;

/** The last is convex-test's answer to null where its validator wants an object. */
export const VALIDATOR =
  /validator error|ValidationError|validation failed|does not match the schema|convert undefined or null to object/i;

interface Run {
  ctx: Loose;
  /** Ids inserted so far, those of rolled back calls included. */
  slots: string[];
}

const args = { program: v.string(), slots: v.array(v.string()) };
type Args = { program: string; slots: string[] };

async function carryOut(ctx: Loose, { program, slots }: Args): Promise<{ results: unknown[]; slots: string[] }> {
  const { ops, fail } = JSON.parse(program) as { ops: Op[]; fail: Failure };
  const run: Run = { ctx, slots: [...slots] };
  const results = await execute(run, ops);
  // As text: convex-test decodes a nested error's data twice, which an int64 in it does not survive.
  if (fail === 'convex')
    throw new ConvexError({ slots: run.slots, results: JSON.stringify(convexToJson(results as Loose)) });
  if (fail === 'error') throw new Error('as the program says');
  return { results, slots: run.slots };
}

export const mutate = mutationGeneric({ args, handler: carryOut });
export const read = queryGeneric({ args, handler: carryOut });
export const act = actionGeneric({ args, handler: carryOut });

export const page = queryGeneric({
  args: { query: v.string(), slots: v.array(v.string()), options: v.any() },
  handler: async (ctx, { query, slots, options }) =>
    prepared({ ctx, slots }, JSON.parse(query) as QuerySpec).paginate(options),
});

export const clear = mutationGeneric({
  args: { tables: v.array(v.string()) },
  handler: async ({ db }, { tables }) => {
    for (const table of tables) for (const document of await db.query(table).collect()) await db.delete(document._id);
  },
});

export const large = queryGeneric({ args: { what: v.string() }, handler: (_, { what }) => LARGE[what]!() as Loose });

export const descend = queryGeneric({
  args: { levels: v.number() },
  handler: async (ctx, { levels }): Promise<number> =>
    levels === 0 ? 0 : 1 + ((await ctx.runQuery(self.descend, { levels: levels - 1 })) as number),
});

export function typedFunction(argument: FieldSpec, result: FieldSpec): unknown {
  const optional = (spec: FieldSpec) => toValidator(spec) as Loose;
  return mutationGeneric({
    args: { value: optional(argument) },
    returns: v.object({ value: optional(result) }),
    handler: (_, given: Loose) => ({ value: given.value }),
  });
}

async function execute(run: Run, ops: Op[]): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const op of ops) {
    if (!op.caught) results.push(await perform(run, op));
    else results.push(await perform(run, op).catch((error: unknown) => ({ failed: classOf(run, error) })));
  }
  return results.map((result) => (result === undefined ? null : result));
}

function classOf(run: Run, error: unknown): string {
  const failure = error as { data?: { slots?: string[] }; message: string };
  if (failure.data !== undefined) {
    if (failure.data.slots) run.slots = failure.data.slots;
    return 'convex';
  }
  return VALIDATOR.test(failure.message) ? 'validator' : 'other';
}

async function perform(run: Run, op: Op): Promise<unknown> {
  const { ctx } = run;
  switch (op.op) {
    case 'insert': {
      const id = await ctx.db.insert(op.table, decode(run, op.value));
      run.slots.push(id);
      return id;
    }
    case 'get':
      return ctx.db.get(idAt(run, op.slot));
    case 'delete':
      return ctx.db.delete(idAt(run, op.slot));
    case 'patch':
      return ctx.db.patch(idIn(run, op.table, op.slot), decode(run, op.value));
    case 'replace':
      return ctx.db.replace(idIn(run, op.table, op.slot), decode(run, op.value));
    case 'query':
      return end(prepared(run, op.query), op.ending);
    case 'pages':
      return allPages(run, op);
    case 'samePage':
      return samePage(run, op);
    case 'normalize':
      return ctx.db.normalizeId(op.table, idAt(run, op.slot));
    case 'typed':
      return ctx.runMutation(self.typed, { value: decode(run, op.value) });
    case 'refused':
      return refuse(run, op);
    case 'mutation':
    case 'query-call':
      return call(run, op);
  }
}

async function refuse({ ctx, slots }: Run, { what, table }: Extract<Op, { op: 'refused' }>): Promise<unknown> {
  const isSubject = process.env.ORACLE_SIDE === 'subject';
  if (!isSubject && LET_PASS_BY_CONVEX_TEST.has(what)) throw new Error(`Convex refuses this: ${what}`);
  const id = slots.findLast((slot) => ctx.db.normalizeId(table, slot) !== null) ?? null;
  return (await REFUSALS[what]!({ ctx, table, id, self }), 'let pass');
}

async function call(run: Run, op: Extract<Op, { op: 'mutation' | 'query-call' }>): Promise<unknown> {
  const request = { program: JSON.stringify({ ops: op.ops, fail: op.fail }), slots: run.slots };
  const outcome =
    op.op === 'mutation' ? await run.ctx.runMutation(self.mutate, request) : await run.ctx.runQuery(self.read, request);
  run.slots = outcome.slots;
  return outcome.results;
}

async function allPages(run: Run, op: Extract<Op, { op: 'pages' }>): Promise<unknown> {
  const pages: unknown[] = [];
  let cursor: string | null = null;
  for (;;) {
    const options = {
      numItems: op.size,
      cursor,
      ...(op.maximumRowsRead ? { maximumRowsRead: op.maximumRowsRead } : {}),
    };
    const next: Loose = await run.ctx.runQuery(self.page, {
      query: JSON.stringify(op.query),
      slots: run.slots,
      options,
    });
    // The page after one that ended at the last document: empty where it is known only then that nothing follows.
    if (!next.isDone || next.page.length > 0 || pages.length === 0) pages.push(next.page);
    if (next.isDone || pages.length >= MOST_PAGES) return pages;
    cursor = next.continueCursor;
  }
}

/** A page is read, something happens, and the page is read again up to its end, as a live page does. */
async function samePage(run: Run, op: Extract<Op, { op: 'samePage' }>): Promise<unknown> {
  const request = { query: JSON.stringify(op.query), slots: run.slots };
  const read = (options: object) =>
    run.ctx.runQuery(self.page, { ...request, options: { numItems: op.size, cursor: null, ...options } });
  const first: Loose = await read({});
  const probe: Loose = await read({ numItems: op.size + 1 });
  const between = await execute(run, op.between);
  // Pages that reach the last document are pinned differently.
  if (probe.page.length <= op.size) return [between, null];
  const again: Loose = await read({ endCursor: first.continueCursor });
  return [between, again.page];
}

/** convex-test refuses to unset a field that the table's schema does not have, so a change goes to its own table. */
function idIn(run: Run, table: string, slot: number): string {
  return idAt({ ...run, slots: run.slots.filter((id) => run.ctx.db.normalizeId(table, id) !== null) }, slot);
}

function idAt(run: Run, slot: number): string {
  if (run.slots.length === 0) throw new Error('no document yet');
  return run.slots[slot % run.slots.length]!;
}

function prepared(run: Run, spec: QuerySpec): Loose {
  let query = run.ctx.db.query(spec.table);
  if (spec.index !== null)
    query = query.withIndex(spec.index, (q: Loose) =>
      spec.range.reduce((range: Loose, bound: Bound) => range[bound.method](bound.field, decode(run, bound.value)), q),
    );
  if (spec.order) query = query.order(spec.order);
  for (const filter of spec.filters) query = query.filter((q: Loose) => expression(run, q, filter));
  return query;
}

function expression(run: Run, q: Loose, filter: Filter): Loose {
  if ('all' in filter) return q.and(...filter.all.map((part) => expression(run, q, part)));
  if ('some' in filter) return q.or(...filter.some.map((part) => expression(run, q, part)));
  if ('not' in filter) return q.not(expression(run, q, filter.not));
  const field = q.field(filter.field);
  return q[filter.test](filter.plus === undefined ? field : q.add(field, filter.plus), decode(run, filter.value));
}

async function end(query: Loose, ending: Ending): Promise<unknown> {
  if (typeof ending === 'string') return query[ending]();
  if ('take' in ending) return query.take(ending.take);
  const seen: unknown[] = [];
  for await (const document of query) {
    seen.push(document);
    if (seen.length >= ending.stopAfter) break;
  }
  return seen;
}

function decode(run: Run, tagged: Tagged): Loose {
  if (Array.isArray(tagged)) return tagged.map((item) => decode(run, item));
  if (typeof tagged !== 'object' || tagged === null) return tagged;
  if ('$int' in tagged) return BigInt(tagged.$int as string);
  if ('$bytes' in tagged) return Uint8Array.from(tagged.$bytes as number[]).buffer;
  if ('$float' in tagged) return Number(tagged.$float);
  if ('$undefined' in tagged) return undefined;
  if ('$slot' in tagged) return idAt(run, tagged.$slot as number);
  return Object.fromEntries(Object.entries(tagged).map(([key, value]) => [key, decode(run, value)]));
}
