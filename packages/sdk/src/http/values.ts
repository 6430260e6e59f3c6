/**
 * Arguments and results as Convex's HTTP API writes them. JSON alone stands for itself; Convex's own code, which is larger
 * than the rest of the SDK, is loaded for integers of 64 bits, bytes, NaN, infinities and -0, and to refuse all others.
 */
import type { JSONValue, Value } from 'convex/values';

/** A field that Convex would refuse, or read as the name of a kind of value, begins or goes on otherwise. */
const PLAIN_FIELD = /^[ -#%-~][ -~]{0,999}$/;
/** The name of a kind of value, such as `{"$integer":"..."}`. No text of JSON holds it: a quotation mark in a string has a backslash before it. */
const KIND = /\{\s*"\$/;

/** Throws where `args` hold a value that no Convex function takes. */
export async function encoded(args: Record<string, Value>): Promise<JSONValue> {
  if (isPlain(args)) return args as JSONValue;
  const { convexToJson } = await import('convex/values');
  return convexToJson(args);
}

/** The value that `json`, taken from `text`, encodes. Throws if it encodes none. */
export async function decoded(json: JSONValue, text: string): Promise<Value> {
  if (!KIND.test(text)) return json;
  const { jsonToConvex } = await import('convex/values');
  return jsonToConvex(json);
}

/** Whether JSON writes `value` as Convex does. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (Array.isArray(value)) return value.every(isPlain);
  if (value === null) return true;
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.entries(value).every(
      ([field, member]) => PLAIN_FIELD.test(field) && (member === undefined || isPlain(member)),
    )
  );
}
