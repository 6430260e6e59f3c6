/** How an update of the own profile is sent: field by field and item by item, so that little is sent and compared. */
import { MAX_OPERATIONS, operationsBetween } from '@gigsy/schema/rules';
import type { Changes, FieldError, Operation, SectionName, Sections } from '@gigsy/schema';

type Items = readonly { id: string }[];

export interface AsOperations {
  readonly operations: Operation[];
  /** Faults of `operations` as faults of the changes: `operations.0.item.name` as `changes.skills.3.name`. */
  faultsOf(fields: FieldError[]): FieldError[];
}

interface Part {
  readonly operation: Operation;
  readonly section: string;
  /** The item's place in the list that was given; undefined for a removed item and for an object section. */
  readonly place?: number;
}

/**
 * The operations that lead from `sections` to those with `changes`, in which every item has its id. Undefined where the lists
 * are to be sent whole: nothing changes, more changes than a call takes, or an id stands twice.
 */
export function asOperations(sections: Sections, changes: Changes): AsOperations | undefined {
  const parts: Part[] = [];
  for (const [section, change] of Object.entries(changes) as [SectionName, object | undefined][]) {
    if (change === undefined) continue;
    const added = Array.isArray(change)
      ? partsOfList(section, sections[section] as Items, change as Items)
      : [{ operation: { op: 'set', section, fields: change } as Operation, section }];
    if (!added) return undefined;
    parts.push(...added);
  }
  if (parts.length === 0 || parts.length > MAX_OPERATIONS) return undefined;
  return {
    operations: parts.map(({ operation }) => operation),
    faultsOf: (fields) => fields.map((field) => ({ ...field, path: placeOf(field.path, parts) })),
  };
}

function partsOfList(section: string, before: Items, after: Items): Part[] | undefined {
  const places = new Map(after.map(({ id }, place) => [id, place]));
  if (places.size < after.length) return undefined;
  return operationsBetween(before, after).map((operation) => {
    const place = places.get(operation.op === 'add' ? operation.item.id : operation.id);
    return { operation: { ...operation, section } as Operation, section, ...(place !== undefined && { place }) };
  });
}

function placeOf(path: string, parts: readonly Part[]): string {
  const [root, index, member, ...rest] = path.split('.');
  const part = root === 'operations' ? parts[Number(index)] : undefined;
  if (!part) return path;
  const { section, place } = part;
  // A fault of the operation itself is one of the whole list.
  const inside = member === undefined ? [] : [...(place === undefined ? [] : [place]), ...rest];
  return ['changes', section, ...inside].join('.');
}
