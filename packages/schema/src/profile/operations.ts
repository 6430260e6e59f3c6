/**
 * Edits of a profile field by field and item by item. Operations of one call apply in their order, each to the result of
 * the one before.
 */
import * as z from 'zod';
import { type Patch, givenItemOf, patchOf } from './changes.ts';
import type { Sections } from './document.ts';
import { MAX_OPERATIONS } from './operations-between.ts';
import {
  type ListSection,
  type ObjectSection,
  listSectionNames,
  listSections,
  objectSectionNames,
  objectSections,
} from './sections.ts';
import { itemId } from './sections/fields.ts';

type Item<S extends ListSection> = Sections[S][number];

/** Changes fields of an object section. */
export type SetOperation<S extends ObjectSection = ObjectSection> = {
  [N in S]: { op: 'set'; section: N; fields: Patch<Sections[N]> };
}[S];
/** Adds an item, at the end unless `at` gives its place. Without an id it gets one. */
export type AddOperation<S extends ListSection = ListSection> = {
  [N in S]: {
    op: 'add';
    section: N;
    item: Omit<Item<N>, 'id'> & { id?: string | undefined };
    at?: number | undefined;
  };
}[S];
/** Changes fields of an item. */
export type ChangeOperation<S extends ListSection = ListSection> = {
  [N in S]: { op: 'change'; section: N; id: string; fields: Patch<Omit<Item<N>, 'id'>> };
}[S];
/** `remove`: it can be restored for 30 days. `restore`: it comes back at the end of its list. */
export interface ItemOperation {
  op: 'remove' | 'restore';
  section: ListSection;
  id: string;
}
/** Moves an item to the place that it has afterwards. */
export interface MoveOperation {
  op: 'move';
  section: ListSection;
  id: string;
  to: number;
}
export type Operation = SetOperation | AddOperation | ChangeOperation | ItemOperation | MoveOperation;

type Forms = [z.ZodObject, ...z.ZodObject[]];

function bySection<N extends string>(names: readonly N[], form: (name: N) => z.ZodRawShape) {
  const forms = names.map((section) => z.strictObject({ section: z.literal(section), ...form(section) }));
  return z.discriminatedUnion('section', forms as unknown as Forms);
}

const longest = Math.max(...listSectionNames.map((name) => listSections[name].max));
/** A place in a list, from 0. The list itself is often shorter, which only the stored profile shows. */
const place = z.int('must be a whole number').min(0, `must be 0 to ${longest}`).max(longest, `must be 0 to ${longest}`);
const sectionOfItem = z.enum(listSectionNames, `must be one of ${listSectionNames.join(', ')}`);

function fieldsOf(section: ListSection) {
  const { id: _, ...fields } = listSections[section].item.shape;
  return patchOf(fields);
}

const setSchema = bySection(objectSectionNames, (section) => ({
  op: z.literal('set'),
  fields: patchOf(objectSections[section].shape),
}));
const addSchema = bySection(listSectionNames, (section) => ({
  op: z.literal('add'),
  item: givenItemOf(section),
  at: place.optional(),
}));
const changeItemSchema = bySection(listSectionNames, (section) => ({
  op: z.literal('change'),
  id: itemId,
  fields: fieldsOf(section),
}));
const moveSchema = z.strictObject({ op: z.literal('move'), section: sectionOfItem, id: itemId, to: place });
const itemOperationSchema = z.strictObject({
  op: z.enum(['remove', 'restore']),
  section: sectionOfItem,
  id: itemId,
});

export const operationSchema = z.discriminatedUnion('op', [
  setSchema,
  addSchema,
  changeItemSchema,
  moveSchema,
  itemOperationSchema,
]) as unknown as z.ZodType<Operation, Operation>;

/** One to a hundred operations. */
export const operationsSchema = z
  .array(operationSchema, 'must be a list')
  .min(1, 'must have an operation')
  .max(MAX_OPERATIONS, `must have at most ${MAX_OPERATIONS} operations`) as unknown as z.ZodType<
  Operation[],
  Operation[]
>;
