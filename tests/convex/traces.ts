/** Traces of calls, as clients send them, and what the backend keeps of them. */
import type { TableNames } from '../../convex/_generated/dataModel.js';
import schema from '../../convex/schema.js';
import type { Deployment } from './deployment.ts';

export const TRACE = '0af7651916cd43dd8448eb211c80319c';
export const SPAN = 'b7ad6b7169203331';
/** A trace that its caller keeps. */
export const SAMPLED = `00-${TRACE}-${SPAN}-01`;

/** Each span that waits, by its parts: the name of the span that it belongs to stands for its id. */
export async function spansOf({ t }: Deployment): Promise<string[]> {
  const rows = await t.run((ctx) => ctx.db.query('traceSpans').collect());
  const nameOf = new Map(rows.map(({ spanId, name }) => [spanId, name]));
  return rows.map(({ name, kind, parentId, outcome, event }) => {
    const under = parentId === undefined ? 'nothing' : (nameOf.get(parentId) ?? parentId);
    return `${under} > ${kind} ${name}${event === undefined ? '' : ` of ${event}`}: ${outcome}`;
  });
}

/** Names of the tables in which a text occurs. */
export async function tablesWith({ t }: Deployment, text: string): Promise<string[]> {
  const tables = Object.keys(schema.tables) as TableNames[];
  const found = await t.run((ctx) =>
    Promise.all(
      tables.map(async (table) => JSON.stringify(await ctx.db.query(table).collect(), plain).includes(text) && table),
    ),
  );
  return found.filter((table) => table !== false).sort();
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
