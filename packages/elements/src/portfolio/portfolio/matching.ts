/** The filter of the portfolio. A chunk of its own, loaded when a reader comes to its field. */
import { folded } from '../../profile/skill-matrix/folding.ts';
import type { Entry } from './entries.ts';

/** Entries that hold every word of `query`, compared without regard to case, accents and their kin. */
export function matching(entries: Entry[], query: string): Entry[] {
  const wanted = folded(query).split(/\s+/);
  return entries.filter(({ title, issuer, summary, skills }) => {
    const held = folded([title, issuer, summary, ...skills].join(' '));
    return wanted.every((word) => held.includes(word));
  });
}
