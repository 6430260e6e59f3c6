/** The words of the skill matrix. */
import type { Part } from '../../localization/part.ts';

export interface MatrixWords {
  skill: string;
  level: string;
  years: string;
  evidence: string;
  endorsements: string;
  /** Label of the field that filters. */
  filter: string;
  /** Switches: group by category; plain table instead of grid. */
  group: string;
  table: string;
  /** Label of the field that sorts where the matrix is narrow, and its choice of the person's own order. */
  sortBy: string;
  listed: string;
  /** Skills without a category, below those that have one. */
  other: string;
  /** How many are shown, of how many; both as written. */
  shown: (count: string, total: string) => string;
  noMatch: string;
}

export const words: Part<MatrixWords> = {
  name: 'profile/skill-matrix',
  en: {
    skill: 'Skill',
    level: 'Level',
    years: 'Years',
    evidence: 'Evidence',
    endorsements: 'Endorsements',
    filter: 'Filter skills',
    group: 'Group by category',
    table: 'Plain table for screen readers',
    sortBy: 'Sort by',
    listed: 'As listed',
    other: 'Other',
    shown: (count, total) => `${count} of ${total} skills`,
    noMatch: 'No skill matches.',
  },
};
