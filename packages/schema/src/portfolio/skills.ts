/** Evidence for skills: how many of the entries that somebody sees name each skill. */
import type { PortfolioView } from './document.ts';

/** Most skills that a view names. */
const MAX_SKILLS = 200;

/** Equal for names that differ in case, width or spaces alone. */
export function skillKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/**
 * The skills that these entries name, the most evidence first and then by name. An entry counts once for a skill, however
 * often it names it. A skill bears the spelling that most entries use; of equally frequent ones, the first by code units.
 */
export function skillsOf(entries: readonly { skills?: readonly string[] | undefined }[]) {
  const found = new Map<string, { entries: number; spellings: Map<string, number> }>();
  for (const { skills = [] } of entries) {
    const counted = new Set<string>();
    for (const name of skills) {
      const key = skillKey(name);
      const skill = found.get(key) ?? { entries: 0, spellings: new Map<string, number>() };
      found.set(key, skill);
      skill.spellings.set(name, (skill.spellings.get(name) ?? 0) + 1);
      if (!counted.has(key)) skill.entries += 1;
      counted.add(key);
    }
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.entries - one.entries || byCodeUnits(a, b))
    .slice(0, MAX_SKILLS)
    .map(([, { entries: count, spellings }]) => ({ name: spelling(spellings), entries: count })) satisfies NonNullable<
    PortfolioView['skills']
  >;
}

function spelling(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].sort(([a, one], [b, other]) => other - one || byCodeUnits(a, b))[0]![0];
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
