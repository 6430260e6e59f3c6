/** Samples of the trust domain's functions. */
import type { FunctionSamples } from '../contract/samples.ts';
import type { trustContract } from './contract.ts';

export const trustSamples: FunctionSamples<typeof trustContract> = {
  verifications: {
    mine: () => ({}),
    start: ({ handle }) => ({ method: 'email', subject: `${handle}@example.org` }),
    confirm: ({ proof }) => ({ method: 'email', code: proof }),
    withdraw: () => ({ id: 'email' }),
    outbox: () => ({}),
  },
  moderation: {
    report: ({ handle }) => ({
      handle,
      place: 'profile',
      reason: 'spam',
      explanation: 'Sells glass.',
      goodFaith: true,
    }),
    mine: () => ({}),
    appeal: ({ moderated }) => ({ case: moderated, text: 'It is true.' }),
    queue: () => ({}),
    view: ({ moderated }) => ({ case: moderated }),
    assign: ({ moderated }) => ({ case: moderated }),
    note: ({ moderated }) => ({ case: moderated, text: 'Seen before.' }),
    inspect: ({ moderated }) => ({ case: moderated }),
    act: ({ moderated }) => ({
      case: moderated,
      measure: 'withhold',
      ground: 'terms',
      rule: 'Clause 4',
      explanation: 'Advertises.',
    }),
    restore: ({ moderated }) => ({ case: moderated }),
    decide: ({ moderated }) => ({ case: moderated, outcome: 'overturned', explanation: 'It is true.' }),
    dismiss: ({ moderated }) => ({ cases: [moderated] }),
    askDeletion: ({ moderated }) => ({ case: moderated, reason: 'Only made to advertise.' }),
    confirmDeletion: ({ moderated }) => ({ case: moderated }),
    transparency: () => ({ from: 0, to: 4_102_444_800_000 }),
  },
  get: ({ handle }) => ({ handle }),
};
