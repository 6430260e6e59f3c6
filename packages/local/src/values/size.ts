/**
 * Sizes of values as Convex counts them (one type byte and the payload), and Convex's limits on one value:
 * docs.convex.dev/production/state/limits.
 */
import { specialKey } from './json.ts';
import type { JSONObject, JSONValue } from './json.ts';

export const MAX_DOCUMENT_BYTES = 1 << 20;
export const MAX_FIELDS = 1024;
export const MAX_ARRAY_ITEMS = 8192;
export const MAX_NESTING = 64;

export class ValueLimitError extends Error {}

/** Convex's size in bytes; throws ValueLimitError for an array, object or nesting beyond the limits. */
export function sizeOf(value: JSONValue | undefined, depth = 0): number {
  if (value === undefined) return 0;
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'number') return 9;
  if (typeof value === 'string') return 2 + Buffer.byteLength(value);
  if (depth > MAX_NESTING) throw new ValueLimitError(`Value is too nested (maximum nesting level ${MAX_NESTING})`);
  return Array.isArray(value) ? sizeOfArray(value, depth) : sizeOfObject(value, depth);
}

function sizeOfArray(value: JSONValue[], depth: number): number {
  if (value.length > MAX_ARRAY_ITEMS) throw new ValueLimitError(`Array length is too long (${value.length} > maximum length ${MAX_ARRAY_ITEMS})`);
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
    size += Buffer.byteLength(key) + 1 + sizeOf(value[key], depth + 1);
    fields += 1;
  }
  if (fields > MAX_FIELDS) throw new ValueLimitError(`Object has too many fields (${fields} > maximum number ${MAX_FIELDS})`);
  return size;
}

/** Size of a whole document; throws ValueLimitError when Convex would refuse to store it. */
export function documentSize(document: JSONObject): number {
  const size = sizeOf(document);
  if (size > MAX_DOCUMENT_BYTES) throw new ValueLimitError(`Value is too large (${(size / (1 << 20)).toFixed(2)} MiB > maximum size 1 MiB)`);
  return size;
}

