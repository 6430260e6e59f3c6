/** Values as JavaScript sees them, to and from their JSON form: only where this package's own callers pass or take them. */
import { convexToJson, jsonToConvex } from 'convex/values';
import type { Value } from 'convex/values';
import type { JSONValue } from './json.ts';

export function encodeValue(value: unknown): JSONValue {
  return convexToJson(value as Value) as JSONValue;
}

export function decodeValue(text: string): unknown {
  return jsonToConvex(JSON.parse(text) as never);
}
