/**
 * Writes the rows of a list: those of items that were added, changed, moved or removed, and no others. `order` is a number
 * between those of the neighbours, so that a move writes one row. Part of the write path.
 */
import { canonicalJson, keptInOrder } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { type ItemSection, type ItemTable, findItemRow, itemOf, itemRows, itemTables } from './rows.js';

interface Item {
  id: string;
}
type Row = Doc<ItemTable>;

/** Rows that are read one by one at most. More are read with the whole list, in one range. */
const MAX_SINGLE_READS = 8;

export async function writeItems(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  section: ItemSection,
  before: readonly Item[],
  after: readonly Item[],
): Promise<void> {
  const change = changeOf(before, after);
  const rows = await rowsOf(ctx, profileId, section, change.needed);
  const orders = rows && ordersOf(after, change.kept, rows);
  // Rows that are not those of `before`, or no number left between two neighbours: the whole list is written anew.
  if (!orders) return rewriteItems(ctx, profileId, section, await itemRows(ctx, section, profileId), after);
  for (const item of after) {
    const order = orders.get(item.id);
    if (order !== undefined) await putItem(ctx, profileId, section, item, order, rows.get(item.id));
  }
  for (const id of change.removed) await ctx.db.delete(itemTables[section], rows.get(id)!._id);
}

interface Change {
  /** Ids that keep their places among each other. */
  kept: ReadonlySet<string>;
  /** Ids of items that have a row and are in `after` no longer. */
  removed: string[];
  /** Ids of the rows to read: those to be written over or deleted, and neighbours of places that are new. */
  needed: Set<string>;
}

function changeOf(before: readonly Item[], after: readonly Item[]): Change {
  const ids = after.map(({ id }) => id);
  const was = new Map(before.map((item) => [item.id, item]));
  const kept = keptInOrder([...was.keys()], ids);
  const removed = [...was.keys()].filter((id) => !ids.includes(id));
  const needed = new Set(removed);
  for (const [at, item] of after.entries()) {
    const old = was.get(item.id);
    const isPlaced = !kept.has(item.id);
    if (old && (isPlaced || canonicalJson(old) !== canonicalJson(item))) needed.add(item.id);
    if (!isPlaced) continue;
    const neighbours = [ids.slice(0, at).findLast((id) => kept.has(id)), ids.slice(at).find((id) => kept.has(id))];
    for (const id of neighbours) if (id !== undefined) needed.add(id);
  }
  return { kept, removed, needed };
}

/** Null if one of the rows is not there. */
async function rowsOf(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  section: ItemSection,
  needed: ReadonlySet<string>,
): Promise<Map<string, Row> | null> {
  const found =
    needed.size > MAX_SINGLE_READS
      ? await itemRows(ctx, section, profileId)
      : await Promise.all([...needed].map((id) => findItemRow(ctx, section, profileId, id)));
  const rows = new Map(found.flatMap((row) => (row ? [[itemOf(row).id, row]] : [])));
  return [...needed].every((id) => rows.has(id)) ? rows : null;
}

/**
 * The order of each item that has to be written: that of its row, or for a new place numbers spread evenly between the
 * neighbours that stay. Null if there is no number between them.
 */
function ordersOf(
  after: readonly Item[],
  kept: ReadonlySet<string>,
  rows: ReadonlyMap<string, Row>,
): Map<string, number> | null {
  const orders = new Map<string, number>();
  let low: number | undefined;
  for (let at = 0; at < after.length; at += 1) {
    const { id } = after[at]!;
    const row = rows.get(id);
    if (kept.has(id)) {
      if (row) orders.set(id, row.order);
      low = row?.order;
      continue;
    }
    const length = runLength(after, kept, at);
    const next = after[at + length];
    const places = between(low, next && rows.get(next.id)!.order, length);
    if (!places) return null;
    places.forEach((order, index) => orders.set(after[at + index]!.id, order));
    low = places.at(-1);
    at += length - 1;
  }
  return orders;
}

function runLength(after: readonly Item[], kept: ReadonlySet<string>, from: number): number {
  const end = after.findIndex(({ id }, at) => at > from && kept.has(id));
  return (end < 0 ? after.length : end) - from;
}

/** `count` rising numbers above `low` and below `high`; null if numbers are not fine enough. */
function between(low: number | undefined, high: number | undefined, count: number): number[] | null {
  const start = low ?? (high === undefined ? -1 : high - count - 1);
  const step = high === undefined ? 1 : (high - start) / (count + 1);
  const places = Array.from({ length: count }, (_, index) => start + step * (index + 1));
  const ends = [start, ...places, ...(high === undefined ? [] : [high])];
  return ends.every((place, at) => at === 0 || place > ends[at - 1]!) ? places : null;
}

async function putItem(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  section: ItemSection,
  item: Item,
  order: number,
  row: Row | undefined,
): Promise<void> {
  // To the compiler all item tables are one; the item was checked against the schema of its section.
  const fields = { ...item, profileId, order } as never;
  if (!row) await ctx.db.insert(itemTables[section], fields);
  else if (row.order !== order || canonicalJson(itemOf(row)) !== canonicalJson(item))
    await ctx.db.replace(itemTables[section], row._id, fields);
}

/** Makes the rows those of `after`, whatever they were. A row that is right already is not written. */
async function rewriteItems(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  section: ItemSection,
  before: readonly Row[],
  after: readonly Item[],
): Promise<void> {
  const rows = new Map(before.map((row) => [itemOf(row).id, row]));
  for (const [order, item] of after.entries()) {
    await putItem(ctx, profileId, section, item, order, rows.get(item.id));
    rows.delete(item.id);
  }
  for (const row of rows.values()) await ctx.db.delete(itemTables[section], row._id);
}
