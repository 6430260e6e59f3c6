/**
 * The states of a credential, and the steps between them. The backend changes a state by `credentialStateAfter` alone. A row is
 * kept while a credential is `signing` or `ready`; of one that is `revoked`, its bit in the status list is left.
 */
export const credentialStates = ['none', 'signing', 'ready', 'revoked'] as const;
export type CredentialState = (typeof credentialStates)[number];

/** `issue`: the person asks for it. `sign`: the signed document is kept. `revoke`: what it attests ended, or was erased. */
export const credentialSteps = ['issue', 'sign', 'revoke'] as const;
export type CredentialStep = (typeof credentialSteps)[number];

export const credentialTransitions = {
  none: { issue: 'signing' },
  signing: { issue: 'signing', sign: 'ready', revoke: 'revoked' },
  ready: { issue: 'ready', revoke: 'revoked' },
  revoked: {},
} as const satisfies Record<CredentialState, Partial<Record<CredentialStep, CredentialState>>>;

/** The states in which a row can be. */
export const keptCredentialStates = ['signing', 'ready'] as const;

/** The state after a step; undefined where the table has no such step from there. */
export function credentialStateAfter(state: CredentialState, step: CredentialStep): CredentialState | undefined {
  const steps: Partial<Record<CredentialStep, CredentialState>> = credentialTransitions[state];
  return steps[step];
}
