/**
 * The items of a list in a working copy: added, removed, moved, and merged with what somebody else did. Pure, as
 * working-copy.ts.
 */
import { type FieldValue, type Values, same } from './field.ts';
import { ORDER, type Shape, idsOf } from './shape.ts';

interface Copy {
  readonly shape: Shape;
  readonly base: Values;
  readonly values: Values;
  readonly conflicts: Values;
}

/** A list after a change elsewhere: the order of its items, and conflicts about items and about the order. */
interface Merged {
  readonly values: Values;
  readonly conflicts: Values;
}

/** The list of `copy` on top of what is stored now, `next`. */
export function mergedItems(copy: Copy, next: Values, sent: readonly Values[]): Merged {
  const [base, mine, theirs] = [idsOf(copy.base), idsOf(copy.values), idsOf(next)];
  const sentOrders = sent.filter((values) => ORDER in values).map(idsOf);
  const conflicts: Record<string, FieldValue> = {};
  const stays = (id: string) => {
    if (theirs.includes(id)) return true;
    const removedThere = base.includes(id) && !sentOrders.some((order) => !order.includes(id));
    if (!removedThere && !(id in copy.conflicts)) return true;
    if (!(id in copy.conflicts) && !touched(copy, id)) return false;
    conflicts[id] = null;
    return true;
  };
  const kept = mine.filter(stays);
  const added = theirs.filter((id) => {
    if (mine.includes(id)) return false;
    if (!base.includes(id)) return !sentOrders.some((order) => order.includes(id));
    if (id in copy.conflicts || changedElsewhere(copy, next, id, sent)) conflicts[id] = id;
    return false;
  });
  const order = mergedOrder(copy, { kept, added, theirs, sentOrders });
  if (order.conflict) conflicts[ORDER] = theirs;
  return { values: { [ORDER]: order.ids }, conflicts };
}

interface Orders {
  /** Of the items here that stay. */
  readonly kept: readonly string[];
  /** Items that are new elsewhere. */
  readonly added: readonly string[];
  readonly theirs: readonly string[];
  readonly sentOrders: readonly (readonly string[])[];
}

/** The order of the side that moved items; a conflict where both did, to different ends. */
function mergedOrder(
  { base, values, conflicts }: Copy,
  { kept, added, theirs, sentOrders }: Orders,
): { ids: string[]; conflict: boolean } {
  // An order that was sent from here and has been stored is where the edits since then began.
  const from = sentOrders.find((order) => equal(order, theirs)) ?? idsOf(base);
  const common = kept.filter((id) => from.includes(id) && theirs.includes(id));
  const among = (order: readonly string[]) => order.filter((id) => common.includes(id));
  const open = ORDER in conflicts;
  const moved = open || !equal(among(idsOf(values)), among(from));
  const stay = (id: string) => kept.includes(id) || added.includes(id);
  if (!moved) return { ids: joined(theirs.filter(stay), kept, kept), conflict: false };
  const movedThere = open || !equal(among(theirs), among(from));
  const ours = [kept, ...sentOrders].some((order) => equal(among(order), among(theirs)));
  return { ids: joined(kept, theirs, added), conflict: movedThere && !ours };
}

/** The values once the other side of the conflict `name` was taken: a field's, an item's whole, or an order. */
export function chosenItem({ base, values, shape }: Copy, name: string, theirs: FieldValue): Values {
  const order = idsOf(values);
  if (name === ORDER) {
    const known = (theirs as readonly string[]).filter((id) => order.includes(id));
    return { ...values, [ORDER]: joined(known, order, order) };
  }
  if (name.includes('.')) return { ...values, [name]: theirs };
  if (theirs === null) return { ...values, [ORDER]: order.filter((id) => id !== name) };
  const stored = shape.namesOf({ [ORDER]: [name] }).filter((each) => each !== ORDER);
  return {
    ...values,
    ...Object.fromEntries(stored.map((each) => [each, base[each] ?? null])),
    [ORDER]: joined(order, idsOf(base), [name]),
  };
}

/** `values` with the item `id` at position `to`, wherever it was before, if anywhere. */
export function placed(values: Values, id: string, to: number): Values {
  const others = idsOf(values).filter((other) => other !== id);
  return { ...values, [ORDER]: [...others.slice(0, to), id, ...others.slice(to)] };
}

export function without(values: Values, id: string): Values {
  return { ...values, [ORDER]: idsOf(values).filter((other) => other !== id) };
}

/** `order` with those of `ids` that it lacks, each after the item that it follows in `source`. */
function joined(order: readonly string[], source: readonly string[], ids: readonly string[]): string[] {
  const result = [...order];
  for (const id of source) {
    if (!ids.includes(id) || result.includes(id)) continue;
    const before = source.slice(0, source.indexOf(id)).findLast((each) => result.includes(each));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id);
  }
  return result;
}

function namesOf({ shape }: Copy, id: string): string[] {
  return shape.fields.map(({ name }) => `${id}.${name}`);
}

/** True if a field of the item was changed here. */
function touched(copy: Copy, id: string): boolean {
  return namesOf(copy, id).some((name) => !same(copy.base[name], copy.values[name]));
}

function changedElsewhere(copy: Copy, next: Values, id: string, sent: readonly Values[]): boolean {
  return namesOf(copy, id).some(
    (name) =>
      !same(copy.base[name], next[name]) && !sent.some((values) => name in values && same(values[name], next[name])),
  );
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
