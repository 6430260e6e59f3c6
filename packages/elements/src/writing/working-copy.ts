/**
 * The state of an edit: the stored version, the person's own values, and the fields in which somebody else was faster.
 * Pure: each function returns another copy.
 */
import { type FieldValue, type Values, same } from './field.ts';
import { chosenItem, mergedItems } from './items.ts';
import { ORDER, type Shape, partsOf } from './shape.ts';
import type { Stored } from './store.ts';

export interface WorkingCopy {
  readonly shape: Shape;
  /** The object as it was last read or written, fields of no form included. */
  readonly stored: object;
  readonly version: number;
  /** The stored values of the form's fields. */
  readonly base: Values;
  /** Values as they stand in the controls. Those of removed items stay, for their return. */
  readonly values: Values;
  /**
   * Fields that were changed here and elsewhere to different values, each with the value that is stored. Under its id alone,
   * an item that one side removed and the other changed: null if it was removed elsewhere.
   */
  readonly conflicts: Values;
}

/** An untouched copy. */
export function opened({ value, version }: Stored, shape: Shape): WorkingCopy {
  const base = shape.valuesOf(value);
  return { shape, stored: value, version, base, values: base, conflicts: {} };
}

/** Names of the fields whose values differ from those that are stored. */
export function changedFields({ shape, base, values }: WorkingCopy): string[] {
  return shape.namesOf(values).filter((name) => !same(base[name], values[name]));
}

export function edited(copy: WorkingCopy, name: string, value: FieldValue): WorkingCopy {
  const { [name]: theirs, ...others } = copy.conflicts;
  return {
    ...copy,
    values: { ...copy.values, [name]: value },
    conflicts: theirs === undefined || same(theirs, value) ? others : copy.conflicts,
  };
}

/**
 * `copy` on top of a later version. Fields that were not touched here follow; a change made here alone stays; where
 * both changed, to different values, the field is a conflict. `sent` are values that were sent from here and may have
 * been stored: they are not another person's change.
 */
export function rebased(copy: WorkingCopy, later: Stored, sent: readonly Values[] = []): WorkingCopy {
  const next = opened(later, copy.shape);
  const items = copy.shape.list ? mergedItems(copy, next.base, sent) : { values: {}, conflicts: {} };
  const values: Record<string, FieldValue> = { ...copy.values, ...next.base, ...items.values };
  const conflicts: Record<string, FieldValue> = { ...items.conflicts };
  for (const name of copy.shape.namesOf(values)) {
    if (name === ORDER || partsOf(name)[0] in items.conflicts) continue;
    const [base = null, mine = null, theirs = null] = [copy.base[name], copy.values[name], next.base[name]];
    const untouched = same(mine, base) && !(name in copy.conflicts);
    // An item that is not stored any more, and kept here, keeps its values.
    values[name] = untouched && name in next.base ? theirs : mine;
    const changedThere = name in next.base && (name in copy.conflicts || !same(theirs, base));
    const ours = same(theirs, mine) || sent.some((values) => name in values && same(theirs, values[name]));
    if (!untouched && changedThere && !ours) conflicts[name] = theirs;
  }
  return { ...next, values, conflicts };
}

/** Settles one conflict. */
export function resolved(copy: WorkingCopy, name: string, choice: 'mine' | 'theirs'): WorkingCopy {
  const { [name]: theirs = null, ...conflicts } = copy.conflicts;
  if (choice === 'mine') return { ...copy, conflicts };
  const values = copy.shape.list ? chosenItem(copy, name, theirs) : { ...copy.values, [name]: theirs };
  return { ...copy, values, conflicts };
}

/** After `sent` was stored as `version`. Later input stays a change. */
export function acknowledged(copy: WorkingCopy, sent: Values, version: number): WorkingCopy {
  if (version <= copy.version) return copy;
  const stored = copy.shape.applied(copy.stored, sent);
  return { ...copy, version, stored, base: copy.shape.valuesOf(stored) };
}

/** Without the changes made here. */
export function discarded(copy: WorkingCopy): WorkingCopy {
  return { ...copy, values: copy.base, conflicts: {} };
}
