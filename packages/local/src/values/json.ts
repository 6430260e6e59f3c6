/**
 * Convex values in their JSON form (`$integer`, `$float`, `$bytes`, `$commitTs`), the form in which this package keeps
 * and compares them: documents go from a function to SQLite and back without being decoded.
 */
export type JSONValue = null | boolean | number | string | JSONValue[] | { [key: string]: JSONValue };
export type JSONObject = { [key: string]: JSONValue };

export const MAX_INT64 = 2n ** 63n - 1n;

export function isObject(value: unknown): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The single `$...` key of a specially encoded value, or undefined for a plain value or object. */
export function specialKey(value: JSONObject): string | undefined {
  let only: string | undefined;
  for (const key in value) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only !== undefined && only.startsWith('$') ? only : undefined;
}

export function encodeInt64(value: bigint): JSONObject {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return { $integer: bytes.toString('base64') };
}

export function decodeInt64(encoded: JSONValue | undefined): bigint {
  return Buffer.from(String(encoded), 'base64').readBigInt64LE();
}

export function decodeFloat(encoded: JSONValue | undefined): number {
  return Buffer.from(String(encoded), 'base64').readDoubleLE();
}

export function isUndefinedMarker(value: JSONValue | undefined): boolean {
  return isObject(value) && '$undefined' in value;
}

/** Follows a dotted field path; a missing step, or one through a non-object, is undefined. */
export function fieldAt(document: JSONObject, path: string): JSONValue | undefined {
  if (!path.includes('.')) return document[path];
  let current: JSONValue | undefined = document;
  for (const step of path.split('.')) {
    if (!isObject(current) || specialKey(current) !== undefined) return undefined;
    current = current[step];
  }
  return current;
}

/** True when the value holds a commit timestamp that is known only once the mutation commits. */
export function hasPendingCommitTs(value: JSONValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasPendingCommitTs);
  if (!isObject(value)) return false;
  if ('$commitTs' in value) return true;
  for (const key in value) if (hasPendingCommitTs(value[key])) return true;
  return false;
}

/** Replaces every commit timestamp placeholder by the timestamp. */
export function resolveCommitTs(value: JSONValue, commitTs: bigint): JSONValue {
  if (Array.isArray(value)) return value.map((item) => resolveCommitTs(item, commitTs));
  if (!isObject(value)) return value;
  if (specialKey(value) === '$commitTs') return encodeInt64(commitTs);
  const out: JSONObject = {};
  for (const key in value) out[key] = resolveCommitTs(value[key]!, commitTs);
  return out;
}

/** False if the value with this JSON text holds no placeholder for a commit timestamp. */
export function mayHoldCommitTs(text: string): boolean {
  return text.includes('"$commitTs"');
}

/** The same for a value's JSON text. */
export function resolveCommitTsIn(text: string, commitTs: bigint): string {
  return mayHoldCommitTs(text) ? JSON.stringify(resolveCommitTs(JSON.parse(text) as JSONValue, commitTs)) : text;
}

/** Convex returns an object's fields in ASCII order. */
export function sortFields(value: JSONObject): JSONObject {
  const out: JSONObject = {};
  for (const key of Object.keys(value).sort()) out[key] = value[key]!;
  return out;
}
