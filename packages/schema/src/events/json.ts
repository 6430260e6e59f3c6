/** JSON that comes from others, and the depth to which it is nested. */

export type JsonObject = { readonly [name: string]: unknown };

/** The number of lists and objects around the innermost value: 0 for text, 1 for `{}`. Counts to `most` and one more. */
export function depthOf(value: unknown, most: number): number {
  let depth = 0;
  for (let level = [value].filter(isContainer); level.length > 0 && depth <= most; depth += 1)
    level = level.flatMap((one) => Object.values(one)).filter(isContainer);
  return depth;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
