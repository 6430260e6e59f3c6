/**
 * The states of an endorsement between one author and one owner, and the steps between them. Authors write, and owners
 * accept. The backend changes a state by `endorsementAfter` alone.
 */

/**
 * `none`: there is no row. `proposed`: it waits for the owner. `declined`: the owner wants none of it; its author sees it as
 * proposed. `accepted`: shown to those whom the owner's settings name. `hidden`: accepted, and shown to nobody but the two.
 */
export const endorsementStates = ['none', 'proposed', 'declined', 'accepted', 'hidden'] as const;
export type EndorsementState = (typeof endorsementStates)[number];

/**
 * `write`: the author writes it, or writes it anew; what was accepted stays as it is until the owner takes the new text.
 * `accept`: the owner takes what was offered last. `decline`: the owner drops what was offered. `lapse`: the time of a proposal
 * is over. `withdraw`: the author takes it back, whole. `remove`: the owner deletes it, whole.
 */
export const endorsementSteps = ['write', 'accept', 'decline', 'hide', 'show', 'lapse', 'withdraw', 'remove'] as const;
export type EndorsementStep = (typeof endorsementSteps)[number];

export const endorsementTransitions = {
  none: { write: 'proposed' },
  proposed: { write: 'proposed', accept: 'accepted', decline: 'declined', lapse: 'none', withdraw: 'none' },
  declined: { write: 'declined', lapse: 'none', withdraw: 'none' },
  accepted: {
    write: 'accepted',
    accept: 'accepted',
    decline: 'accepted',
    hide: 'hidden',
    withdraw: 'none',
    remove: 'none',
  },
  hidden: { write: 'hidden', accept: 'hidden', decline: 'hidden', show: 'accepted', withdraw: 'none', remove: 'none' },
} as const satisfies Record<EndorsementState, Partial<Record<EndorsementStep, EndorsementState>>>;

/** The states in which a row can be. */
export const storedEndorsementStates = ['proposed', 'declined', 'accepted', 'hidden'] as const;
export type StoredEndorsementState = (typeof storedEndorsementStates)[number];

/** The state after a step; undefined where the table has no such step from there. */
export function endorsementAfter(state: EndorsementState, step: EndorsementStep): EndorsementState | undefined {
  const steps: Partial<Record<EndorsementStep, EndorsementState>> = endorsementTransitions[state];
  return steps[step];
}
