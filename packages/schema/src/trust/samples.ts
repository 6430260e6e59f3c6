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
  reviews: {
    mine: () => ({}),
    write: ({ gig }) => ({ gig, rating: 5, text: 'On time' }),
    withdraw: ({ gig }) => ({ gig }),
    reply: ({ gig }) => ({ gig, text: 'Thank you' }),
  },
  reputation: { get: ({ handle }) => ({ handle }), mine: () => ({}) },
  get: ({ handle }) => ({ handle }),
};
