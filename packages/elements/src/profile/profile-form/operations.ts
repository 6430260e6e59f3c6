/** The way from one list to another in the operations of `profile.edit`: each names one item. */
import type { Gigsy } from '@gigsy/sdk';
import { type FieldValue, same } from '../../writing/field.ts';
import { type Item, itemsOf } from '../../writing/shape.ts';
import type { Change } from '../../writing/store.ts';
import type { SectionName } from './terms.ts';

export type Operation = Parameters<Gigsy['profile']['edit']>[0]['operations'][number];

/** Most operations that a call takes, as in the contract (a test compares them). */
export const MAX_OPERATIONS = 100;

type ItemOperation =
  | { op: 'remove'; id: string }
  | { op: 'change'; id: string; fields: Record<string, FieldValue> }
  | { op: 'add'; item: Item; at: number }
  | { op: 'move'; id: string; to: number };

/** In the order in which they apply. */
export function operationsBetween(section: SectionName, change: Change): Operation[] {
  return itemOperations(change).map((operation) => ({ ...operation, section }) as Operation);
}

/** The place in the list that the path of a fault in `operations` means; empty if it means none. */
export function placeOfOperation(path: string, change: Change): string {
  const [, index = '', , ...member] = path.split('.');
  const operation = itemOperations(change)[Number(index)];
  if (!operation) return '';
  return [operation.op === 'add' ? operation.item.id : operation.id, ...member].join('.');
}

function itemOperations({ before, after }: Change): ItemOperation[] {
  const [old, wanted] = [itemsOf(before), itemsOf(after)];
  const [oldIds, ids] = [old.map(({ id }) => id), wanted.map(({ id }) => id)];
  const byId = new Map(old.map((item) => [item.id, item]));
  const removed = oldIds.filter((id) => !ids.includes(id)).map((id) => ({ op: 'remove' as const, id }));
  const changed = wanted.flatMap((item) => {
    const fields = patchBetween(byId.get(item.id), item);
    return Object.keys(fields).length ? { op: 'change' as const, id: item.id, fields } : [];
  });
  return [
    ...removed,
    ...changed,
    ...placements(
      oldIds.filter((id) => ids.includes(id)),
      wanted,
    ),
  ];
}

function patchBetween(before: Item | undefined, after: Item): Record<string, FieldValue> {
  if (!before) return {};
  const names = Object.keys({ ...before, ...after }).filter((name) => !same(before[name], after[name]));
  return Object.fromEntries(names.map((name) => [name, after[name] ?? null]));
}

/** New items, and as few moves as lead to the order: the longest run that is in order already stays where it is. */
function placements(start: readonly string[], wanted: readonly Item[]): ItemOperation[] {
  const list = [...start];
  const ids = wanted.map(({ id }) => id);
  const steady = longestRising(start.map((id) => ids.indexOf(id))).map((place) => ids[place]!);
  const operations: ItemOperation[] = [];
  wanted.forEach((item, index) => {
    const { id } = item;
    if (steady.includes(id)) return;
    const from = list.indexOf(id);
    if (from >= 0) list.splice(from, 1);
    const to = index ? list.indexOf(ids[index - 1]!) + 1 : 0;
    list.splice(to, 0, id);
    operations.push(from < 0 ? { op: 'add', item, at: to } : { op: 'move', id, to });
  });
  return operations;
}

/** The longest rising subsequence of distinct numbers. */
function longestRising(numbers: readonly number[]): number[] {
  // For each number the longest run that ends with it; lists are short.
  const runs: number[][] = [];
  for (const number of numbers) {
    const before = runs
      .filter((run) => run.at(-1)! < number)
      .reduce((best, run) => (run.length > best.length ? run : best), [] as number[]);
    runs.push([...before, number]);
  }
  return runs.reduce((best, run) => (run.length > best.length ? run : best), [] as number[]);
}
