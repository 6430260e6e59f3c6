/** The states of a moderation case, and the steps between them. The backend changes a state by `caseStateAfter` alone. */
export const caseStates = ['open', 'inReview', 'actioned', 'dismissed', 'appealed', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/**
 * `join`: somebody reports the same place again. `assign`: a moderator takes the case, from another one too. `act`: a decision
 * against the reported content. `dismiss`: there is nothing to decide. `restore`: moderators take their decision back.
 * `appeal`: the owner objects. `uphold`, `overturn`: another moderator decides the objection. `lapse`: the time for an
 * objection is over.
 */
export const caseSteps = [
  'join',
  'assign',
  'act',
  'dismiss',
  'restore',
  'appeal',
  'uphold',
  'overturn',
  'lapse',
] as const;
export type CaseStep = (typeof caseSteps)[number];

export const caseTransitions = {
  open: { join: 'open', assign: 'inReview', dismiss: 'dismissed' },
  inReview: { join: 'inReview', assign: 'inReview', act: 'actioned', dismiss: 'dismissed' },
  actioned: { appeal: 'appealed', restore: 'closed', lapse: 'closed' },
  appealed: { uphold: 'closed', overturn: 'closed' },
  dismissed: {},
  closed: { restore: 'closed' },
} as const satisfies Record<CaseState, Partial<Record<CaseStep, CaseState>>>;

/** The state after a step; undefined where the table has no such step from there. */
export function caseStateAfter(state: CaseState, step: CaseStep): CaseState | undefined {
  const steps: Partial<Record<CaseStep, CaseState>> = caseTransitions[state];
  return steps[step];
}

/** States of a case that a further report of the same place joins. After a decision a report opens a case of its own. */
export const joinedStates: readonly CaseState[] = caseStates.filter((state) => 'join' in caseTransitions[state]);

/** States in which a moderator is awaited. */
export const awaitingStates = ['open', 'inReview', 'appealed'] as const satisfies readonly CaseState[];
