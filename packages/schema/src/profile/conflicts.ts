/** Where a caller's wish differs from what is stored, so that an editor can merge the two. */
import { canonicalJson } from '../contract/canonical.ts';
import type { Changes } from './changes.ts';
import type { Sections } from './document.ts';
import type { Operation } from './operations.ts';
import { keptInOrder } from './order.ts';
import { type ListSection, type ObjectSection, type SectionName, listSections } from './sections.ts';

type Fields = Readonly<Record<string, unknown>>;
type Items = readonly (Fields & { id?: string | undefined })[];

/**
 * The fields of an object section, or the ids of items of a list, that `changes` would make other than they are: items of
 * another content or place, and items that would go. Items without an id are new and are not named.
 */
export function differencesOfChanges(sections: Sections, changes: Changes, section: SectionName): string[] {
  const wanted = changes[section];
  if (wanted === undefined) return [];
  if (isList(section)) return differencesOfLists(sections[section], wanted as Items);
  return differencesOfFields(sections[section], wanted as Fields);
}

function isList(section: SectionName): section is ListSection {
  return section in listSections;
}

/** The fields of `wanted` that `current` has otherwise. Null stands for a field that is to go. */
export function differencesOfFields(current: Fields, wanted: Fields): string[] {
  return Object.keys(wanted).filter(
    (field) => wanted[field] !== undefined && canonicalJson(wanted[field]) !== canonicalJson(current[field] ?? null),
  );
}

function differencesOfLists(current: Items, wanted: Items): string[] {
  const ids = (items: Items) => items.flatMap(({ id }) => id ?? []);
  const kept = keptInOrder(ids(current), ids(wanted));
  const now = new Map(current.map((item) => [item.id, item]));
  const same = new Set(
    wanted
      .filter((item) => item.id !== undefined && kept.has(item.id) && isSame(now.get(item.id), item))
      .map(({ id }) => id),
  );
  return [...new Set([...ids(current), ...ids(wanted)])].filter((id) => !same.has(id));
}

function isSame(one: Fields | undefined, other: Fields): boolean {
  return one !== undefined && canonicalJson(one) === canonicalJson(other);
}

/** The fields and ids of items of `section` that the operations would make other than they are. */
export function differencesOfOperations(
  sections: Sections,
  operations: readonly Operation[],
  section: SectionName,
): string[] {
  const named = operations
    .filter((operation) => operation.section === section)
    .flatMap((operation) =>
      operation.op === 'set'
        ? differencesOfFields(sections[section as ObjectSection], operation.fields)
        : differenceOfItem(sections[section as ListSection], operation),
    );
  return [...new Set(named)];
}

/** The operation's id, unless the item is already as it would be. An addition without an id names nothing. */
function differenceOfItem(list: Items, operation: Exclude<Operation, { op: 'set' }>): string[] {
  const id = operation.op === 'add' ? operation.item.id : operation.id;
  if (id === undefined) return [];
  const place = list.findIndex((item) => item.id === id);
  const reached = {
    add: () => operation.op === 'add' && isSame(list[place], operation.item),
    change: () =>
      operation.op === 'change' && place >= 0 && differencesOfFields(list[place]!, operation.fields).length === 0,
    move: () => operation.op === 'move' && place === operation.to,
    remove: () => place < 0,
    restore: () => place >= 0,
  };
  return reached[operation.op]() ? [] : [id];
}
