/** The filter of the matrix. */
import { folded } from './folding.ts';
import type { SkillRow } from './skill-rows.ts';

/** Rows that hold every word of `query`, compared without regard to case, accents and their kin. */
export function matching(rows: SkillRow[], query: string): SkillRow[] {
  const wanted = folded(query).split(/\s+/);
  return rows.filter(({ name, category, evidence }) => {
    const held = folded([name, category, ...evidence].join(' '));
    return wanted.every((word) => held.includes(word));
  });
}
