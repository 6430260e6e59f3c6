/** The order of the matrix. */
import type { SkillOrder, SkillRow } from './skill-rows.ts';

/** A sorted copy. Missing values come last either way; equal rows keep their order. */
export function sorted(rows: SkillRow[], { column, descending }: SkillOrder, { compare }: Intl.Collator): SkillRow[] {
  const sign = descending ? -1 : 1;
  if (column === 'name') return rows.toSorted((a, b) => sign * compare(a.name, b.name));
  const least = column === 'years' ? 0 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a[column], b[column]];
    return x < least || y < least ? y - x : sign * (x - y);
  });
}
