/** The words of the cutover's status. */
import type { CohortStatus } from '@gigsy/schema';
import type { Part } from '../../localization/part.ts';

type Cohort = CohortStatus['cohort'];
type Phase = CohortStatus['phase'];
type Obstacle = NonNullable<CohortStatus['forward']>['obstacles'][number];

export interface CutoverWords {
  title: string;
  /** A step could not be sent. */
  offline: string;
  /** Open findings of drift: the count to choose the plural by, and as written. */
  drift: (count: number, written: string) => string;
  noDrift: string;
  cohorts: Record<Cohort, { name: string; who: string }>;
  phases: Record<Phase, string>;
  /** Label of the list of phases. */
  progress: string;
  /** When the phase began. */
  since: (date: string) => string;
  /** Profiles of which both reads were compared, or whose snapshots were deleted: the count, and as written. */
  compared: (count: number, written: string) => string;
  emptied: (count: number, written: string) => string;
  /** After one of these two, while it goes on. */
  going: string;
  /** Profiles that are read differently: the count, and as written. */
  differences: (count: number, written: string) => string;
  /** A count that goes beyond what is counted. */
  moreThan: (written: string) => string;
  obstacles: Record<Obstacle, string>;
  /** Buttons; `phase` is where they lead. */
  forward: (phase: string) => string;
  back: (phase: string) => string;
  /** Asked before snapshots are deleted, with its two answers. */
  ask: string;
  retire: string;
  keep: string;
  moving: string;
  moved: (cohort: string, phase: string) => string;
  /** The answers to a step: somebody was faster; the proof is missing; it failed otherwise. */
  conflict: string;
  notReady: string;
  failed: string;
}

export const words: Part<CutoverWords> = {
  name: 'operations/cutover-status',
  en: {
    title: 'Cutover of profile reads',
    offline: 'No connection at the moment.',
    drift: (count, written) => `Drift: ${written} open ${count === 1 ? 'finding' : 'findings'}`,
    noDrift: 'Drift: no open findings',
    cohorts: {
      staff: { name: 'Staff', who: 'Moderators and administrators' },
      pilot: { name: 'Pilot', who: '5 in 100 of all others' },
      early: { name: 'Early', who: '25 more in 100' },
      rest: { name: 'Rest', who: 'Everybody else' },
    },
    phases: {
      'dual-write': 'Dual write',
      'shadow-read': 'Shadow read',
      normalized: 'Normalized',
      retired: 'Retired',
    },
    progress: 'Phases',
    since: (date) => `Since ${date}`,
    compared: (count, written) => `${written} ${count === 1 ? 'profile' : 'profiles'} compared`,
    emptied: (count, written) => `${written} ${count === 1 ? 'snapshot' : 'snapshots'} deleted`,
    going: 'going on',
    differences: (count, written) => `${written} ${count === 1 ? 'profile is' : 'profiles are'} read differently:`,
    moreThan: (written) => `more than ${written}`,
    obstacles: {
      drift: 'Findings of drift are open.',
      differences: 'Snapshot and rows are read differently.',
      comparison: 'Not every profile has been compared yet.',
    },
    forward: (phase) => `Forward to ${phase}`,
    back: (phase) => `Back to ${phase}`,
    ask: 'Delete the snapshots of this cohort? Nothing brings them back.',
    retire: 'Delete snapshots',
    keep: 'Keep them',
    moving: 'Moving',
    moved: (cohort, phase) => `${cohort} is now in the phase ${phase}.`,
    conflict: 'Somebody else has moved this cohort. This is where it is now.',
    notReady: 'This step is not possible yet.',
    failed: 'This step failed. Nothing was changed.',
  },
};
