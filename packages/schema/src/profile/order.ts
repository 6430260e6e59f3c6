/** The least movement that makes one order out of another. */

/**
 * The ids of `after` that keep their place among each other: a longest run of ids that follow one another in `before` too.
 * Every other id was added or moved. Ids are unique in each list.
 */
export function keptInOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, place) => [id, place]));
  const common = after.filter((id) => places.has(id));
  /** For each id the length of the longest run that ends there, and the id before it in that run. */
  const runs: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [at, id] of common.entries()) {
    let previous = -1;
    for (let earlier = 0; earlier < at; earlier += 1) {
      if (places.get(common[earlier]!)! > places.get(id)!) continue;
      if (previous < 0 || runs[earlier]!.length > runs[previous]!.length) previous = earlier;
    }
    runs.push({ length: previous < 0 ? 1 : runs[previous]!.length + 1, previous });
    if (last < 0 || runs[at]!.length > runs[last]!.length) last = at;
  }
  const kept = new Set<string>();
  for (let at = last; at >= 0; at = runs[at]!.previous) kept.add(common[at]!);
  return kept;
}
