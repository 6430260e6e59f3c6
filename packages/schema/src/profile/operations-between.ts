/**
 * The way from one list to another in operations of `profile.edit`, each of which names one item. Pure and free of zod, so
 * that a page can use it.
 */
import { canonicalJson } from '../contract/canonical.ts';
import { keptInOrder } from './order.ts';

/** Most operations in one call. */
export const MAX_OPERATIONS = 100;

interface Item {
  readonly id: string;
}

/** An operation on a list that is named elsewhere. */
export type ListOperation<I extends Item = Item> =
  | { op: 'remove'; id: string }
  /** Null takes a field away. */
  | { op: 'change'; id: string; fields: Record<string, unknown> }
  | { op: 'add'; item: I; at: number }
  | { op: 'move'; id: string; to: number };

/** In the order in which they apply, and as few moves as lead to the order. Ids are unique in each list. */
export function operationsBetween<I extends Item>(before: readonly I[], after: readonly I[]): ListOperation<I>[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const wanted = new Set(after.map(({ id }) => id));
  const stay = [...old.keys()].filter((id) => wanted.has(id));
  const removed = [...old.keys()].filter((id) => !wanted.has(id)).map((id) => ({ op: 'remove' as const, id }));
  const changed = after.flatMap((item) => {
    const was = old.get(item.id);
    const fields = was ? patchBetween(was, item) : {};
    return Object.keys(fields).length > 0 ? [{ op: 'change' as const, id: item.id, fields }] : [];
  });
  return [...removed, ...changed, ...placements(stay, after)];
}

function patchBetween(before: object, after: object): Record<string, unknown> {
  const [old, wanted] = [before, after] as Record<string, unknown>[];
  const names = Object.keys({ ...old, ...wanted }).filter(
    (name) => canonicalJson(old![name] ?? null) !== canonicalJson(wanted![name] ?? null),
  );
  return Object.fromEntries(names.map((name) => [name, wanted![name] ?? null]));
}

/** New items, and moves of those that are not in order already. */
function placements<I extends Item>(start: readonly string[], after: readonly I[]): ListOperation<I>[] {
  const list = [...start];
  const ids = after.map(({ id }) => id);
  const kept = keptInOrder(start, ids);
  const operations: ListOperation<I>[] = [];
  after.forEach((item, index) => {
    const { id } = item;
    if (kept.has(id)) return;
    const from = list.indexOf(id);
    if (from >= 0) list.splice(from, 1);
    const to = index > 0 ? list.indexOf(ids[index - 1]!) + 1 : 0;
    list.splice(to, 0, id);
    operations.push(from < 0 ? { op: 'add', item, at: to } : { op: 'move', id, to });
  });
  return operations;
}
