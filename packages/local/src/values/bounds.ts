/**
 * A quick check of a value from outside, which stops at Convex's limits: values beyond them are neither printed nor
 * compared.
 */
import { MAX_ARRAY_ITEMS, MAX_FIELDS, MAX_NESTING } from './size.ts';

/** How the value breaks a limit, in Convex's words; null if it does not. */
export function beyondLimits(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_NESTING) return `Value is too nested (maximum nesting level ${MAX_NESTING})`;
  if (Array.isArray(value) && value.length > MAX_ARRAY_ITEMS)
    return `Array length is too long (${value.length} > maximum length ${MAX_ARRAY_ITEMS})`;
  let fields = 0;
  for (const name in value) {
    fields += 1;
    if (fields > MAX_FIELDS && !Array.isArray(value))
      return `Object has too many fields (more than the maximum number ${MAX_FIELDS})`;
    const found = beyondLimits((value as Record<string, unknown>)[name], depth + 1);
    if (found !== null) return found;
  }
  return null;
}
