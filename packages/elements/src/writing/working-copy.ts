/**
 * The state of an edit: the stored version, the person's own values, and the fields in which somebody else was faster.
 * Pure: each function returns another copy.
 */
import { type FieldValue, type Values, patchOf, patched, same, valuesOf } from './field.ts';
import type { Stored } from './store.ts';

export interface WorkingCopy {
  /** The object as it was last read or written, fields of no form included. */
  readonly stored: object;
  readonly version: number;
  /** The stored values of the form's fields. */
  readonly base: Values;
  /** Values as they stand in the controls. */
  readonly values: Values;
  /** Fields that were changed here and elsewhere to different values, each with the value that is stored. */
  readonly conflicts: Values;
}

/** An untouched copy of the fields `names`. */
export function opened({ value, version }: Stored, names: readonly string[]): WorkingCopy {
  const base = valuesOf(value, names);
  return { stored: value, version, base, values: base, conflicts: {} };
}

/** Names of the fields whose values differ from those that are stored. */
export function changedFields({ base, values }: WorkingCopy): string[] {
  return Object.keys(base).filter((name) => !same(base[name], values[name]));
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
  const next = opened(later, Object.keys(copy.base));
  const values: Record<string, FieldValue> = {};
  const conflicts: Record<string, FieldValue> = {};
  for (const [name, theirs] of Object.entries(next.base)) {
    const [base, mine] = [copy.base[name]!, copy.values[name]!];
    const untouched = same(mine, base) && !(name in copy.conflicts);
    values[name] = untouched ? theirs : mine;
    const changedThere = name in copy.conflicts || !same(theirs, base);
    const ours = same(theirs, mine) || sent.some((values) => name in values && same(theirs, values[name]));
    if (!untouched && changedThere && !ours) conflicts[name] = theirs;
  }
  return { ...next, values, conflicts };
}

/** Settles one conflict. */
export function resolved(copy: WorkingCopy, name: string, choice: 'mine' | 'theirs'): WorkingCopy {
  const { [name]: theirs = null, ...conflicts } = copy.conflicts;
  const values = choice === 'theirs' ? { ...copy.values, [name]: theirs } : copy.values;
  return { ...copy, values, conflicts };
}

/** After `sent` was stored as `version`. Later input stays a change. */
export function acknowledged(copy: WorkingCopy, sent: Values, version: number): WorkingCopy {
  if (version <= copy.version) return copy;
  return {
    ...copy,
    version,
    stored: patched(copy.stored, patchOf(copy.stored, sent)),
    base: { ...copy.base, ...sent },
  };
}

/** Without the changes made here. */
export function discarded(copy: WorkingCopy): WorkingCopy {
  return { ...copy, values: copy.base, conflicts: {} };
}
