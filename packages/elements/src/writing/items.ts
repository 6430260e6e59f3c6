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

/** What a change elsewhere leaves of a list: the order of its items, and conflicts about items and about the order. */
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
  const common = kept.filter((id) => base.includes(id) && theirs.includes(id));
  const among = (order: readonly string[]) => order.filter((id) => common.includes(id));
  const moved = !equal(among(mine), among(base)) || ORDER in copy.conflicts;
  const order = moved
    ? joined(kept, theirs, added)
    : joined(
        theirs.filter((id) => kept.includes(id) || added.includes(id)),
        kept,
        kept,
      );
  const ours = equal(among(theirs), among(mine)) || sentOrders.some((each) => equal(among(each), among(theirs)));
  const movedThere = ORDER in copy.conflicts || !equal(among(theirs), among(base));
  if (moved && movedThere && !ours) conflicts[ORDER] = theirs;
  return { values: { [ORDER]: order }, conflicts };
}

/** The values once the other side of the conflict `name` was taken: a field's, an item's whole, or an order. */
export function chosenItem({ base, values, shape }: Copy, name: string, theirs: FieldValue): Values {
  const order = idsOf(values);
  if (name === ORDER) {
    const ids = theirs as readonly string[];
    return {
      ...values,
      [ORDER]: joined(
        ids.filter((id) => order.includes(id)),
        order,
        order,
      ),
    };
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
