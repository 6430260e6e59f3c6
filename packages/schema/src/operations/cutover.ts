/**
 * The cutover of profile reads from the snapshot to the rows: its phases, its cohorts, and the flag that says which
 * cohort is in which phase.
 */
import * as z from 'zod';
import { evaluateFlag } from './flag-rules.ts';
import type { StoredFlag } from './flags.ts';
import type { Role } from '../contract/principals.ts';

/**
 * In order. `dual-write`: both are written, the snapshot serves. `shadow-read`: the snapshot serves, and both are compared.
 * `normalized`: both are written, the rows serve. `retired`: the snapshot is no longer written, and is emptied.
 */
export const readPhases = ['dual-write', 'shadow-read', 'normalized', 'retired'] as const;
export type ReadPhase = (typeof readPhases)[number];

/**
 * In the order in which they are meant to move. `staff`: moderators and administrators. `pilot`: 5 in 100 of the others.
 * `early`: 25 more. `rest`: everybody else.
 */
export const readCohorts = ['staff', 'pilot', 'early', 'rest'] as const;
export type ReadCohort = (typeof readCohorts)[number];

export type CohortPhases = Readonly<Record<ReadCohort, ReadPhase>>;

/** Where every cohort begins. */
export const firstPhases: CohortPhases = {
  staff: 'dual-write',
  pilot: 'dual-write',
  early: 'dual-write',
  rest: 'dual-write',
};

/** The name of the flag. Its percentages go by the person's account, which never changes. */
export const READS_FLAG = 'profile.reads';

/** The flag that puts the cohorts into these phases. */
export function readsFlag(phases: CohortPhases): StoredFlag {
  return {
    name: READS_FLAG,
    kind: 'variant',
    exposed: false,
    enabled: true,
    variants: [...readPhases],
    off: 'dual-write',
    rules: cohortRules(phases),
  };
}

/** The rules of a flag that gives each cohort a variant. */
export function cohortRules(variants: Readonly<Record<ReadCohort, string>>): StoredFlag['rules'] {
  return [
    { name: 'staff', roles: ['moderator', 'admin'], variant: variants.staff },
    { name: 'pilot', percentage: 5, variant: variants.pilot },
    { name: 'early', percentage: 30, variant: variants.early },
    { name: 'rest', variant: variants.rest },
  ];
}

/** The phases of the cohorts in this flag; those that every cohort begins with where there is none. */
export function phasesIn(flag: Pick<StoredFlag, 'rules'> | null): CohortPhases {
  const set = (flag?.rules ?? []).map(({ name, variant }) => [name, variant] as const);
  return { ...firstPhases, ...(Object.fromEntries(set) as Partial<CohortPhases>) };
}

/** The cohort of a person, and its phase. */
export function placeIn(
  flag: StoredFlag | null,
  { accountId, role }: { accountId: string; role: Role },
): { cohort: ReadCohort; phase: ReadPhase } {
  const { rule, variant } = evaluateFlag(flag ?? readsFlag(firstPhases), { targetingKey: accountId, role });
  return { cohort: rule!.name as ReadCohort, phase: variant as ReadPhase };
}

/** The next phase; undefined after the last. */
export function phaseAfter(phase: ReadPhase): ReadPhase | undefined {
  return readPhases[readPhases.indexOf(phase) + 1];
}

/** The phase before; undefined where there is none, and for a retired cohort, whose snapshots are gone. */
export function phaseBefore(phase: ReadPhase): ReadPhase | undefined {
  return phase === 'retired' ? undefined : readPhases[readPhases.indexOf(phase) - 1];
}

/**
 * Reasons for which a step forward is refused. `drift`: findings of the reconciliation are open. `differences`: reads of
 * snapshot and rows differ. `comparison`: not every profile of the cohort has been compared since the phase began.
 */
export const cutoverObstacles = ['drift', 'differences', 'comparison'] as const;
export type CutoverObstacle = (typeof cutoverObstacles)[number];

/** A number that is counted up to a bound: `more` says that there are more. */
const countSchema = z.strictObject({ count: z.number(), more: z.boolean() });

export const cohortStatusSchema = z.strictObject({
  cohort: z.enum(readCohorts),
  phase: z.enum(readPhases),
  /** When the phase began, in Unix milliseconds; null if the cohort has never moved. */
  since: z.number().nullable(),
  /** Profiles that the walk of this phase has gone through; null where the phase has no walk. */
  walked: z.strictObject({ profiles: z.number(), complete: z.boolean() }).nullable(),
  /** Profiles whose two reads differ. */
  differences: countSchema.extend({
    /** Names of the parts that differ, with the number of the counted profiles. */
    parts: z.array(z.strictObject({ name: z.string(), profiles: z.number() })),
  }),
  /** The next phase, and what stands against it; null after the last. */
  forward: z.strictObject({ to: z.enum(readPhases), obstacles: z.array(z.enum(cutoverObstacles)) }).nullable(),
  /** The phase before; null where there is no way back. */
  back: z.enum(readPhases).nullable(),
});
export type CohortStatus = z.infer<typeof cohortStatusSchema>;

export const cutoverStatusSchema = z.strictObject({
  /** Open findings of the reconciliation, of all cohorts. */
  drift: countSchema,
  cohorts: z.array(cohortStatusSchema),
});
export type CutoverStatus = z.infer<typeof cutoverStatusSchema>;

const phaseSchema = z.enum(readPhases, `must be one of ${readPhases.join(', ')}`);

export const moveArgsSchema = z.strictObject({
  cohort: z.enum(readCohorts, `must be one of ${readCohorts.join(', ')}`),
  /** The next phase, or any earlier one. */
  to: phaseSchema,
  /** The phase in which the caller saw the cohort. */
  expected: phaseSchema,
});
