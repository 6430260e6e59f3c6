/** Fields of a form as data, and the way between their values and the object that is read and written. */
import type { TemplateResult } from 'lit';
import type { Localize } from '../localization/localize.ts';

/** A value as JSON has it; null stands for an empty field. */
export type FieldValue =
  string | number | boolean | null | readonly FieldValue[] | { readonly [name: string]: FieldValue };

/** Values by the names of fields. */
export type Values = Readonly<Record<string, FieldValue>>;

/** A value that a `select` offers. */
export type Choice = string | number | boolean;

/** The options of a `select`. Values that are stored and no longer offered stay in the list. */
export interface Choices {
  values(): readonly Choice[] | Promise<readonly Choice[]>;
  /** The name of a value for the reader; that among the words of the field when absent, else the value itself. */
  label?(value: Choice, localize: Localize): string;
  /** In the order of `values`; by name when absent. */
  inOrder?: boolean;
}

/** The things that a field's own `render` gets. */
export interface OwnControl {
  /** Id in the shadow root, and the name of the value. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: FieldValue;
  /** Ids of its descriptions, in reading order. */
  readonly describedBy: string;
}

export interface Field {
  /** Where the value stands in the object: a member's name, or a dotted path such as `location.city`. */
  readonly name: string;
  /**
   * How it is edited: a key of `controls`. `line` is one line that may be longer than the form is wide; `lines` a list of
   * texts, one a line; `checks` several of its choices; `date` a year, a month or a day: `2027`, `2027-05`, `2027-05-17`;
   * `own` by the field's `render`.
   */
  readonly kind:
    'text' | 'line' | 'multiline' | 'lines' | 'email' | 'url' | 'select' | 'checks' | 'number' | 'date' | 'own';
  /** An empty field is refused. */
  readonly required?: boolean;
  /** Draws an `own` field. A control in it has the id of the field; it has no `name`, and tells its value to the editor itself. */
  readonly render?: (control: OwnControl) => TemplateResult;
  /** The value of an `own` field in words. */
  readonly written?: (value: FieldValue) => string;
  /** Most code points, the unit of the contract; of `lines`, in each. */
  readonly max?: number;
  /** Most texts of `lines`. */
  readonly most?: number;
  /** The least and the greatest `number`. */
  readonly range?: readonly [least: number, greatest: number];
  /** A `number` without decimals. */
  readonly whole?: boolean;
  /** Token of HTML's `autocomplete`. */
  readonly autocomplete?: string;
  /** For `select` and `checks`. */
  readonly choices?: Choices;
  /** The value never leaves the page's memory: no draft holds it. */
  readonly secret?: boolean;
  /** The text as it is written, once the person goes on. */
  readonly settled?: (text: string) => string;
  /** Stands beside the next one where there is room. */
  readonly beside?: boolean;
}

/** The values of the fields `names` in `stored`. */
export function valuesOf(stored: object, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, normal(valueAt(stored, name.split('.')))]));
}

function valueAt(holder: unknown, path: readonly string[]): FieldValue {
  const [first, ...rest] = path;
  if (first === undefined) return (holder ?? null) as FieldValue;
  return isRecord(holder) && Object.hasOwn(holder, first) ? valueAt(holder[first], rest) : null;
}

/**
 * The members of `stored` that change when `changed` are written, each whole: an object of several fields keeps its
 * members that no field edits. A member without content becomes null, which removes it.
 */
export function patchOf(stored: object, changed: Values): Record<string, FieldValue> {
  const patch: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(changed)) {
    const [member = '', ...path] = name.split('.');
    const before = member in patch ? patch[member]! : valueAt(stored, [member]);
    patch[member] = withValue(before, path, normal(value));
  }
  return patch;
}

function withValue(holder: FieldValue, path: readonly string[], value: FieldValue): FieldValue {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const members = { ...(isRecord(holder) ? holder : {}) };
  const inner = withValue(members[first] ?? null, rest, value);
  if (inner === null) delete members[first];
  else members[first] = inner;
  return Object.keys(members).length ? members : null;
}

/** `stored` after `patch` has been written. */
export function patched(stored: object, patch: Record<string, FieldValue>): object {
  return Object.fromEntries(Object.entries({ ...stored, ...patch }).filter(([, value]) => value !== null));
}

/** `value` as it is written: text without white space around it, no empty text in a list, null if nothing is left. */
export function normal(value: FieldValue): FieldValue {
  if (typeof value === 'string') return value.trim() || null;
  if (!Array.isArray(value)) return value;
  const rest = (value as readonly FieldValue[]).map(normal).filter((each) => each !== null);
  return rest.length ? rest : null;
}

/** True if writing `a` and writing `b` come to the same. */
export function same(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b) return true;
  const [left, right] = [normal(a ?? null), normal(b ?? null)];
  if (!isRecord(left) || !isRecord(right)) return left === right;
  const names = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && same(left[name], right[name]))
  );
}

export function isRecord(value: unknown): value is Record<string, FieldValue> {
  return typeof value === 'object' && value !== null;
}
