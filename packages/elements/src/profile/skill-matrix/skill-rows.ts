/** The rows of the matrix: skills of a view that may hold anything, grouped. Knows no DOM. */
import type { ProfileView } from '@gigsy/sdk/reader';
import { items, text, texts } from '../../untrusted.ts';
import { levelOf } from '../skill-level.ts';

export interface SkillRow {
  /** Tells it from others wherever it stands: its id, else its name. */
  key: string;
  name: string;
  category: string;
  /** 1 to 5; 0 when not given. */
  level: number;
  /** 0 to 70; -1 when not given. */
  years: number;
  evidence: string[];
  /** The number of people who vouch for it and whom this viewer may see. */
  endorsements: number;
}

/** A profile that a host hands over may carry endorsements. A deployment's view of a profile has none (docs/adr/0016). */
type Skill = NonNullable<ProfileView['skills']>[number] & { endorsements?: unknown };

export type SkillColumn = 'name' | 'level' | 'years' | 'endorsements';

export interface SkillOrder {
  column: SkillColumn;
  descending: boolean;
}

export interface SkillGroup {
  /** Empty for skills without one. */
  category: string;
  rows: SkillRow[];
}

/** Evidence beyond this many keywords would bury the rest; the contract allows 20. */
const MOST_EVIDENCE = 20;

export function skillRows({ skills }: ProfileView): SkillRow[] {
  return items<Skill>(skills)
    .map(({ id, name, category, level, years, keywords, endorsements }) => ({
      key: text(id) || text(name),
      name: text(name),
      category: text(category),
      level: levelOf(level),
      years: typeof years === 'number' && years >= 0 && years <= 70 ? years : -1,
      evidence: texts(keywords).slice(0, MOST_EVIDENCE),
      endorsements: Number.isSafeInteger(endorsements) ? Math.max(0, endorsements as number) : 0,
    }))
    .filter(({ name }) => name);
}

/** By category, those in the order in which `all` first names them; without a category at the end. */
export function grouped(rows: SkillRow[], all: SkillRow[]): SkillGroup[] {
  const groups = Map.groupBy(rows, ({ category }) => category);
  const categories = new Set(all.map(({ category }) => category).filter(Boolean)).add('');
  return [...categories].flatMap((category) => {
    const members = groups.get(category);
    return members ? { category, rows: members } : [];
  });
}
