/**
 * The area under the ROC curve of the best threshold on one number, 0.5 to 1: the probability that a number of one kind lies on its
 * side of a number of the other (Mann-Whitney). Equal numbers count half.
 */
export function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1;
    // Ranks begin at 1; equal numbers share their mean.
    const rank = (from + to + 1) / 2;
    ranks += rank * all.slice(from, to).filter(({ isOne }) => isOne).length;
    from = to;
  }
  const area = (ranks - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
  return Math.max(area, 1 - area);
}
