/**
 * Sizes of values as Convex counts them (one type byte and the payload), and Convex's limits for one value:
 * docs.convex.dev/production/state/limits, and convex-backend's crates/value and sync_types/identifier.rs.
 */
import { specialKey } from './json.ts';
import type { JSONObject, JSONValue } from './json.ts';

export const MAX_DOCUMENT_BYTES = 1 << 20;
export const MAX_FIELDS = 1024;
export const MAX_ARRAY_ITEMS = 8192;
export const MAX_NESTING = 64;
export const MAX_DOCUMENT_NESTING = 16;
export const MAX_FIELD_NAME = 1024;
export const MAX_RESULT_BYTES = 16 << 20;

/** Without control characters, and not beginning with a dollar sign. */
const FIELD_NAME = /^(?!\$)[\x20-\x7e]*$/;

export class ValueLimitError extends Error {}

/** Convex's size in bytes; throws ValueLimitError for an array, object or nesting beyond the limits, and for names and texts that Convex has no form for. */
export function sizeOf(value: JSONValue | undefined, depth = 0): number {
  if (value === undefined) return 0;
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'number') return 9;
  if (typeof value === 'string') return 2 + byteLength(value);
  if (depth >= MAX_NESTING) throw new ValueLimitError(`Value is too nested (maximum nesting level ${MAX_NESTING})`);
  return Array.isArray(value) ? sizeOfArray(value, depth) : sizeOfObject(value, depth);
}

function sizeOfArray(value: JSONValue[], depth: number): number {
  if (value.length > MAX_ARRAY_ITEMS)
    throw new ValueLimitError(`Array length is too long (${value.length} > maximum length ${MAX_ARRAY_ITEMS})`);
  let size = 2;
  for (const item of value) size += sizeOf(item, depth + 1);
  return size;
}

function sizeOfObject(value: JSONObject, depth: number): number {
  const special = specialKey(value);
  if (special === '$integer' || special === '$float' || special === '$commitTs') return 9;
  if (special === '$bytes') return 2 + Buffer.byteLength(String(value.$bytes), 'base64');
  let size = 2;
  let fields = 0;
  for (const key in value) {
    checkFieldName(key);
    size += key.length + 1 + sizeOf(value[key], depth + 1);
    fields += 1;
  }
  if (fields > MAX_FIELDS)
    throw new ValueLimitError(`Object has too many fields (${fields} > maximum number ${MAX_FIELDS})`);
  return size;
}

function byteLength(text: string): number {
  if (!text.isWellFormed())
    throw new ValueLimitError('A string has a lone surrogate (half of a UTF-16 pair), so it is not Unicode text');
  return Buffer.byteLength(text);
}

function checkFieldName(name: string): void {
  if (name.length <= MAX_FIELD_NAME && FIELD_NAME.test(name)) return;
  if (name.startsWith('$')) throw new ValueLimitError(`Field name ${name} starts with '$', which is reserved.`);
  if (name.length > MAX_FIELD_NAME)
    throw new ValueLimitError(`Field name is too long (${name.length} > maximum ${MAX_FIELD_NAME})`);
  throw new ValueLimitError(
    `Field name ${JSON.stringify(name)} has an invalid character: Field names can only contain non-control ASCII characters`,
  );
}

/** How many arrays and objects a value has within one another. */
function nestingOf(value: JSONValue | undefined): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  if (Array.isArray(value)) for (const item of value) deepest = Math.max(deepest, nestingOf(item));
  else if (specialKey(value) === undefined) for (const key in value) deepest = Math.max(deepest, nestingOf(value[key]));
  else return 0;
  return deepest + 1;
}

/** Checks a function's result, given as JSON text; throws ValueLimitError. A text too short to break a limit is not read. */
export function checkResultSize(text: string, path: string): void {
  if (!mayBreakLimits(text)) return;
  const size = sizeOf(JSON.parse(text) as JSONValue);
  if (size > MAX_RESULT_BYTES)
    throw new ValueLimitError(
      `Function ${path} return value is too large (actual: ${(size / (1 << 20)).toFixed(2)} MiB, limit: 16 MiB)`,
    );
}

/** A field or an item takes a comma and a value, a level two brackets, and JSON writes lone surrogates as escapes. */
function mayBreakLimits(text: string): boolean {
  if (text.length > 2 * MAX_FIELDS && hasMore(text, ',', MAX_FIELDS - 1)) return true;
  if (text.length > 2 * MAX_NESTING && (hasMore(text, '{', MAX_NESTING / 2) || hasMore(text, '[', MAX_NESTING / 2)))
    return true;
  return text.length > MAX_RESULT_BYTES / 6 || text.includes('\\ud');
}

function hasMore(text: string, mark: string, count: number): boolean {
  let at = -1;
  for (let found = 0; found <= count; found += 1) {
    at = text.indexOf(mark, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Size of a whole document; throws ValueLimitError when Convex would refuse to store it. */
export function documentSize(document: JSONObject): number {
  const size = sizeOf(document);
  const nesting = nestingOf(document);
  if (nesting > MAX_DOCUMENT_NESTING)
    throw new ValueLimitError(
      `Document is too nested (nested ${nesting} levels deep > maximum nesting ${MAX_DOCUMENT_NESTING})`,
    );
  if (size > MAX_DOCUMENT_BYTES)
    throw new ValueLimitError(`Value is too large (${(size / (1 << 20)).toFixed(2)} MiB > maximum size 1 MiB)`);
  return size;
}
