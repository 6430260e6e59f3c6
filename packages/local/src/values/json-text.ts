/** JSON from outside: looked through before it is parsed, since parsing a million field names keeps everybody else waiting. */
import { MAX_ARRAY_ITEMS, MAX_FIELDS, MAX_NESTING } from './size.ts';

/** The fault in the text, as the rest of a sentence about it. */
export class JsonTextError extends Error {}

/** Shorter texts are always parsed quickly; broken limits are found later, and told in Convex's words. */
const LOOKED_THROUGH = 1 << 16;
/** A message's own levels around the arguments. */
const MOST_LEVELS = MAX_NESTING + 8;
const [QUOTE, COMMA, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [...'",[]{}'].map((sign) =>
  sign.charCodeAt(0),
) as [number, number, number, number, number, number];

/** Throws JsonTextError. */
export function parseJson(text: string): unknown {
  if (text.length > LOOKED_THROUGH) lookThrough(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonTextError('is not JSON');
  }
}

/** Stops at the first array, object or nesting beyond Convex's limits. Whether the text is JSON at all, the parser says. */
function lookThrough(text: string): void {
  /** For each open level how many commas may follow. */
  const levels: number[] = [];
  let left = Infinity;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === COMMA) {
      left -= 1;
      if (left < 0)
        throw new JsonTextError(
          `has an object of more than ${MAX_FIELDS} fields or an array of more than ${MAX_ARRAY_ITEMS} items`,
        );
    } else if (sign === OPEN_ARRAY || sign === OPEN_OBJECT) {
      if (levels.length >= MOST_LEVELS) throw new JsonTextError(`is nested more than ${MAX_NESTING} levels deep`);
      levels.push(left);
      left = (sign === OPEN_ARRAY ? MAX_ARRAY_ITEMS : MAX_FIELDS) - 1;
    } else if (sign === CLOSE_ARRAY || sign === CLOSE_OBJECT) left = levels.pop() ?? Infinity;
  }
}

/** The index of the quote that ends the string which begins at another one. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
