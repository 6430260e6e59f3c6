/** Samples of the trust domain's functions. */
import type { FunctionSamples } from '../contract/samples.ts';
import type { trustContract } from './contract.ts';

/** In the form of an id, and that of no gig. */
const UNKNOWN_GIG = 'gig-0';

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
    write: () => ({ gig: UNKNOWN_GIG, rating: 5, text: 'On time' }),
    withdraw: () => ({ gig: UNKNOWN_GIG }),
    reply: () => ({ gig: UNKNOWN_GIG, text: 'Thank you' }),
  },
  reputation: { get: ({ handle }) => ({ handle }), mine: () => ({}) },
  get: ({ handle }) => ({ handle }),
};
