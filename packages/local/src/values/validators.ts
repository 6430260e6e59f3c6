/** Checks values in JSON form against validators in their exported JSON form, with Convex's wording. */
import { isObject, specialKey } from './json.ts';
import type { JSONObject, JSONValue } from './json.ts';
import { compareValues } from './keys.ts';
import { showValidator, showValue } from './display.ts';
import type { ValidatorJSON } from './validator-json.ts';

/** The name of the table that an id belongs to, within the value's component; null for any other text. */
export type TableOfId = (id: string) => string | null;

/** A value that does not match: the path of the offending field, and on demand the message as Convex words it. */
export class Mismatch {
  readonly path: string;
  readonly #word: () => string;

  constructor(path: string, word: () => string) {
    this.path = path;
    this.#word = word;
  }

  /** Prints the whole value and validator. A union asks for no wording of the members that it passes over. */
  get message(): string {
    return this.#word();
  }
}

/** The first mismatch, or null when the value is valid. */
export function findMismatch(validator: ValidatorJSON, value: JSONValue, tableOfId: TableOfId): Mismatch | null {
  return check(validator, value, '', tableOfId);
}

function check(validator: ValidatorJSON, value: JSONValue, path: string, tableOfId: TableOfId): Mismatch | null {
  switch (validator.type) {
    case 'any':
      return null;
    case 'array':
      return checkArray(validator, value, path, tableOfId);
    case 'object':
      return checkObject(validator, value, path, tableOfId);
    case 'record':
      return checkRecord(validator, value, path, tableOfId);
    case 'union':
      return checkUnion(validator, value, path, tableOfId);
    case 'id':
      return checkId(validator, value, path, tableOfId);
    case 'literal':
      if (compareValues(validator.value, value) === 0) return null;
      return new Mismatch(
        path,
        () =>
          `\`${showValue(value)}\` does not match literal validator \`${showValidator(validator)}\`.${context(path)}`,
      );
    default:
      return isOfType(validator.type, value) ? null : noMatch(validator, value, path);
  }
}

function isOfType(type: string, value: JSONValue): boolean {
  if (type === 'null') return value === null;
  if (type === 'boolean' || type === 'string') return typeof value === type;
  const special = isObject(value) ? specialKey(value) : undefined;
  if (type === 'number') return typeof value === 'number' || special === '$float';
  if (type === 'bigint') return special === '$integer';
  // Inside a mutation a commit timestamp may still be a placeholder.
  if (type === 'commitTs') return special === '$integer' || special === '$commitTs';
  if (type === 'bytes') return special === '$bytes';
  throw new Error(`Unknown validator type "${type}"`);
}

function checkArray(
  validator: ValidatorJSON & { type: 'array' },
  value: JSONValue,
  path: string,
  tableOfId: TableOfId,
): Mismatch | null {
  if (!Array.isArray(value)) return noMatch(validator, value, path);
  for (const [index, item] of value.entries()) {
    const mismatch = check(validator.value, item, `${path}[${index}]`, tableOfId);
    if (mismatch) return mismatch;
  }
  return null;
}

function plainObject(value: JSONValue): value is JSONObject {
  return isObject(value) && specialKey(value) === undefined;
}

function checkObject(
  validator: ValidatorJSON & { type: 'object' },
  value: JSONValue,
  path: string,
  tableOfId: TableOfId,
): Mismatch | null {
  if (!plainObject(value)) return noMatch(validator, value, path);
  const mismatched = (name: string, what: string) =>
    new Mismatch(
      `${path}.${name}`,
      () => `${what}\n${context(path)}\nObject: ${showValue(value)}\nValidator: ${showValidator(validator)}`,
    );
  for (const name in validator.value) {
    const field = validator.value[name]!;
    const item = value[name];
    if (item === undefined) {
      if (field.optional) continue;
      const hint = 'Consider wrapping the field validator in `v.optional(...)` if this is expected.';
      return mismatched(name, `Object is missing the required field \`${name}\`. ${hint}`);
    }
    const mismatch = check(field.fieldType, item, `${path}.${name}`, tableOfId);
    if (mismatch) return mismatch;
  }
  for (const name in value) {
    if (!(name in validator.value))
      return mismatched(name, `Object contains extra field \`${name}\` that is not in the validator.`);
  }
  return null;
}

function checkRecord(
  validator: ValidatorJSON & { type: 'record' },
  value: JSONValue,
  path: string,
  tableOfId: TableOfId,
): Mismatch | null {
  if (!plainObject(value)) return noMatch(validator, value, path);
  for (const name in value) {
    const mismatch =
      check(validator.keys, name, `${path}.${name}`, tableOfId) ??
      check(validator.values.fieldType, value[name]!, `${path}.${name}`, tableOfId);
    if (mismatch) return mismatch;
  }
  return null;
}

function checkUnion(
  validator: ValidatorJSON & { type: 'union' },
  value: JSONValue,
  path: string,
  tableOfId: TableOfId,
): Mismatch | null {
  for (const member of validator.value) if (check(member, value, path, tableOfId) === null) return null;
  return noMatch(validator, value, path);
}

function checkId(
  validator: ValidatorJSON & { type: 'id' },
  value: JSONValue,
  path: string,
  tableOfId: TableOfId,
): Mismatch | null {
  const table = typeof value === 'string' ? tableOfId(value) : null;
  if (table === validator.tableName) return null;
  if (table === null) return noMatch(validator, value, path);
  return new Mismatch(
    path,
    () =>
      `Found ID "${String(value)}" from table \`${table}\`, which does not match the table name in validator \`${showValidator(validator)}\`.${context(path)}`,
  );
}

function noMatch(validator: ValidatorJSON, value: JSONValue, path: string): Mismatch {
  return new Mismatch(
    path,
    () =>
      `Value does not match validator.\n${context(path)}\nValue: ${showValue(value)}\nValidator: ${showValidator(validator)}`,
  );
}

function context(path: string): string {
  return path === '' ? '' : `Path: ${path}`;
}
