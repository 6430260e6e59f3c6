/**
 * Whether members read the non-public fields of others through leases alone, by cohort. A deployment without the flag asks
 * all of them to: an operator who needs time puts cohorts back. See docs/adr/0028.
 */
import { type ReadCohort, cohortRules, readCohorts } from '../operations/cutover.ts';
import { booleanVariants, evaluateFlag } from '../operations/flag-rules.ts';
import type { StoredFlag } from '../operations/flags.ts';
import type { Role } from '../contract/principals.ts';

/** The name of the flag. Its percentages go by the reader's account, which never changes. */
export const LEASES_FLAG = 'privacy.leases';

/** By cohort of readers: true where `profile.get` gives them the public view of others. */
export type CohortLeases = Readonly<Record<ReadCohort, boolean>>;

/** The flag that asks these cohorts for leases. */
export function leasesFlag(required: CohortLeases): StoredFlag {
  const variant = (cohort: ReadCohort) => (required[cohort] ? 'on' : 'off');
  const variants = Object.fromEntries(readCohorts.map((cohort) => [cohort, variant(cohort)]));
  return {
    name: LEASES_FLAG,
    kind: 'boolean',
    exposed: false,
    enabled: true,
    variants: [...booleanVariants],
    off: 'off',
    rules: cohortRules(variants as Record<ReadCohort, string>),
  };
}

/** The cohorts in this flag; all of them need leases where there is none. */
export function leasesIn(flag: Pick<StoredFlag, 'rules'> | null): CohortLeases {
  const variantOf = (cohort: ReadCohort) => flag?.rules.find(({ name }) => name === cohort)?.variant;
  return Object.fromEntries(readCohorts.map((cohort) => [cohort, variantOf(cohort) !== 'off'])) as CohortLeases;
}

/** Whether this reader needs a lease. */
export function needsLease(flag: StoredFlag | null, { account, role }: { account: string; role: Role }): boolean {
  return !flag || evaluateFlag(flag, { targetingKey: account, role }).variant === 'on';
}
