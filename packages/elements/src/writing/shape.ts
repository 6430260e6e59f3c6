/**
 * The shape of an object that is edited: its values by name, and back. An object has the values of its fields; a list
 * has those of the fields of each item, and their order.
 */
import { type Field, type FieldValue, type Values, isRecord, patchOf, patched, valuesOf } from './field.ts';

/** The name of the order of a list's items: their ids. No item's id has the sign. */
export const ORDER = '#order';

export interface Shape {
  /** In the order of the page; of a list, those of each item. */
  readonly fields: readonly Field[];
  /** True if it is a list of items with ids. */
  readonly list: boolean;
  /** The field that a name stands for. */
  fieldOf(name: string): Field | undefined;
  valuesOf(stored: object): Values;
  /** The names that count among `values`, in the order of the page: those of items that have been removed do not. */
  namesOf(values: Values): string[];
  /** `stored` with these values. */
  applied(stored: object, changed: Values): object;
}

export function objectShape(fields: readonly Field[]): Shape {
  const names = fields.map(({ name }) => name);
  return {
    fields,
    list: false,
    fieldOf: (name) => fields.find((field) => field.name === name),
    valuesOf: (stored) => valuesOf(stored, names),
    namesOf: () => names,
    applied: (stored, changed) => patched(stored, patchOf(stored, changed)),
  };
}

/** `fields` are those of an item. The value `id.name` is that of the field `name` of the item `id`. */
export function listShape(fields: readonly Field[]): Shape {
  const names = fields.map(({ name }) => name);
  return {
    fields,
    list: true,
    fieldOf: (name) => {
      const [, own] = partsOf(name);
      return fields.find((field) => field.name === own);
    },
    valuesOf(stored) {
      const values: Record<string, FieldValue> = { [ORDER]: itemsOf(stored).map(({ id }) => id) };
      for (const item of itemsOf(stored)) Object.assign(values, withId(item.id, valuesOf(item, names)));
      return values;
    },
    namesOf: (values) => [ORDER, ...idsOf(values).flatMap((id) => names.map((name) => `${id}.${name}`))],
    applied(stored, changed) {
      const before = new Map(itemsOf(stored).map((item) => [item.id, item]));
      const changes = new Map<string, Record<string, FieldValue>>();
      for (const [name, value] of Object.entries(changed)) {
        const [id, own] = partsOf(name);
        if (name !== ORDER) changes.set(id, { ...changes.get(id), [own]: value });
      }
      return (ORDER in changed ? idsOf(changed) : [...before.keys()]).map((id) => {
        const item = before.get(id) ?? { id };
        return changes.has(id) ? patched(item, patchOf(item, changes.get(id)!)) : item;
      });
    },
  };
}

/** The ids of the items, in their order. */
export function idsOf(values: Values): readonly string[] {
  return (values[ORDER] as readonly string[] | undefined) ?? [];
}

/** The id of the item and the name of its field that `name` stands for. */
export function partsOf(name: string): [id: string, field: string] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** An item of a list, as it is stored. */
export type Item = { readonly id: string } & Record<string, FieldValue>;

export function itemsOf(list: object): Item[] {
  return Array.isArray(list)
    ? list.filter((item): item is Item => isRecord(item as unknown) && typeof (item as Item).id === 'string')
    : [];
}

/** Under the names that an item's values have in the list. */
export function withId(id: string, values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${id}.${name}`, value]));
}
