/** Values as JavaScript sees them, to and from their JSON form: only where this package's own callers pass or take them. */
import { convexToJson, jsonToConvex } from 'convex/values';
import type { Value } from 'convex/values';
import { hasPendingCommitTs } from './json.ts';
import type { JSONValue } from './json.ts';

export function encodeValue(value: unknown): JSONValue {
  return convexToJson(value as Value) as JSONValue;
}

export function decodeValue(text: string): unknown {
  // Only the keys of special values begin with a dollar sign: without any, the JSON form is the value.
  const json = JSON.parse(text) as never;
  return text.includes('"$') ? jsonToConvex(json) : json;
}

/** JSON.stringify escapes lone surrogates, and nothing else, in this way. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** The fault in a client's encoding of a value; undefined if there is none. */
export function malformedIn(json: JSONValue): string | undefined {
  try {
    jsonToConvex(json);
  } catch (error) {
    return (error as Error).message;
  }
  if (hasPendingCommitTs(json)) return 'A commit timestamp can not come from a client.';
  return LONE_SURROGATE.test(JSON.stringify(json))
    ? 'A string has a lone surrogate, so it is not Unicode text.'
    : undefined;
}
