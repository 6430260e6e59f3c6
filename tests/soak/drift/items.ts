/** Random edits of a list item by item, with the list that must come of them by the soak's own reckoning. */
import type { Random } from '../../local/ledger/random.ts';

export interface Item {
  id: string;
  name: string;
}

export interface Edit {
  operations: Record<string, unknown>[];
  after: Item[];
}

/** Kept short, so that most edits move, change and remove. */
const MOST_ITEMS = 12;

/** One to four operations on `section`, each of which changes something. `mark` makes names and ids new. */
export function randomEdit(random: Random, section: string, items: readonly Item[], mark: string): Edit {
  const after = [...items];
  const operations = Array.from({ length: random.integer(1, 5) }, (_, n) => operationOn(random, after, `${mark}-${n}`));
  // Operations may undo one another; this one does not.
  operations.push(add(after, `${mark}-last`, after.length));
  if (after.length > MOST_ITEMS) operations.push(remove(after, 0));
  return { operations: operations.map((operation) => ({ section, ...operation })), after };
}

function operationOn(random: Random, items: Item[], mark: string): Record<string, unknown> {
  const at = random.integer(0, items.length);
  switch (items.length === 0 ? 0 : random.integer(0, 4)) {
    case 1: {
      items[at] = { ...items[at]!, name: mark };
      return { op: 'change', id: items[at]!.id, fields: { name: mark } };
    }
    case 2:
      return remove(items, at);
    case 3: {
      const [item] = items.splice(at, 1) as [Item];
      const to = random.integer(0, items.length + 1);
      items.splice(to, 0, item);
      return { op: 'move', id: item.id, to };
    }
    default:
      return add(items, mark, at);
  }
}

function add(items: Item[], mark: string, at: number): Record<string, unknown> {
  const item = { id: mark, name: mark };
  items.splice(at, 0, item);
  return { op: 'add', item, at };
}

function remove(items: Item[], at: number): Record<string, unknown> {
  const [item] = items.splice(at, 1) as [Item];
  return { op: 'remove', id: item.id };
}
