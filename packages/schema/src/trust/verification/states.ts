/**
 * The states of a verification of one method, and the steps between them. A verification that ended stays as it ended: the next
 * one begins at `none`, beside it. The backend changes a state by `stateAfter` alone.
 */
export const verificationStates = ['none', 'pending', 'active', 'expired', 'withdrawn', 'revoked'] as const;
export type VerificationState = (typeof verificationStates)[number];

/**
 * `start`: the person asks for a code, or for another one, or names a domain or page. `miss`: a code that does not fit, or a look
 * that finds nothing. `refuse`: a check that is not passed. `lapse`: the time of what is awaited is over. `renew`: a later look finds it still there. `replace`: a
 * newer verification of the method is confirmed. `revoke`: an operator or a provider takes the evidence back.
 */
export const verificationSteps = [
  'start',
  'miss',
  'refuse',
  'lapse',
  'confirm',
  'withdraw',
  'renew',
  'expire',
  'replace',
  'revoke',
] as const;
export type VerificationStep = (typeof verificationSteps)[number];

export const verificationTransitions = {
  none: { start: 'pending' },
  pending: { start: 'pending', miss: 'pending', refuse: 'none', lapse: 'none', withdraw: 'none', confirm: 'active' },
  active: { renew: 'active', withdraw: 'withdrawn', expire: 'expired', replace: 'withdrawn', revoke: 'revoked' },
  expired: {},
  withdrawn: {},
  revoked: {},
} as const satisfies Record<VerificationState, Partial<Record<VerificationStep, VerificationState>>>;

/** The states in which a row of evidence can be. */
export const evidenceStates = ['active', 'expired', 'withdrawn', 'revoked'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

/** The state after a step; undefined where the table has no such step from there. */
export function stateAfter(state: VerificationState, step: VerificationStep): VerificationState | undefined {
  const steps: Partial<Record<VerificationStep, VerificationState>> = verificationTransitions[state];
  return steps[step];
}
