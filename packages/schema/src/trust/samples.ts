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
  endorsements: {
    requests: {
      ask: ({ handle }) => ({ handle, note: 'Would you say a word?' }),
      link: () => ({ note: 'Would you say a word?' }),
      cancel: ({ request }) => ({ request }),
      decline: ({ request }) => ({ request }),
      sent: () => ({}),
      incoming: () => ({}),
      opened: ({ invitation: token }) => ({ token }),
    },
    get: ({ handle }) => ({ handle }),
    received: () => ({}),
    given: () => ({}),
    options: ({ handle }) => ({ to: { handle } }),
    write: ({ handle }) => ({ to: { handle }, endorsement: { skills: [], text: 'Reliable.', linked: false } }),
    withdraw: ({ endorsement: id }) => ({ id }),
    accept: ({ endorsement: id }) => ({ id, version: 1 }),
    decline: ({ endorsement: id }) => ({ id }),
    hide: ({ endorsement: id }) => ({ id }),
    show: ({ endorsement: id }) => ({ id }),
    remove: ({ endorsement: id }) => ({ id }),
    open: () => ({ endorsers: 'members' }),
    history: ({ endorsement: id }) => ({ id }),
  },
  reviews: {
    mine: () => ({}),
    write: ({ gig }) => ({ gig, rating: 5, text: 'On time' }),
    withdraw: ({ gig }) => ({ gig }),
    reply: ({ gig }) => ({ gig, text: 'Thank you' }),
  },
  reputation: { get: ({ handle }) => ({ handle }), mine: () => ({}) },
  claims: {
    start: ({ handle }) => ({ method: 'domain', subject: `${handle}.org` }),
    check: ({ claim }) => ({ id: claim }),
  },
  documents: { start: () => ({}), play: () => ({ play: 'pass' }) },
  get: ({ handle }) => ({ handle }),
};
