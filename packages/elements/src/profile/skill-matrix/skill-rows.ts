/** The rows of the matrix: skills of a view that may hold anything, filtered, sorted and grouped. Knows no DOM. */
import type { ProfileView } from '@gigsy/sdk/reader';
import { items, text, texts } from '../untrusted.ts';
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

/** Rows that hold every word of `query`, compared after `folded`. */
export function matching(rows: SkillRow[], query: string, folded: (words: string) => string): SkillRow[] {
  const wanted = folded(query).split(/\s+/);
  return rows.filter(({ name, category, evidence }) => {
    const held = folded([name, category, ...evidence].join(' '));
    return wanted.every((word) => held.includes(word));
  });
}

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

/** By category, those in the order in which `all` first names them; without a category at the end. */
export function grouped(rows: SkillRow[], all: SkillRow[]): SkillGroup[] {
  const groups = new Map(all.map(({ category }) => [category, [] as SkillRow[]]));
  for (const row of rows) groups.get(row.category)!.push(row);
  const uncategorized = groups.get('') ?? [];
  groups.delete('');
  return [...groups, ['', uncategorized] as const]
    .map(([category, members]) => ({ category, rows: members }))
    .filter((group) => group.rows.length);
}
