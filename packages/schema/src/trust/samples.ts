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
  claims: {
    start: ({ handle }) => ({ method: 'domain', subject: `${handle}.org` }),
    check: ({ claim }) => ({ id: claim }),
  },
  documents: { start: () => ({}), play: () => ({ play: 'pass' }) },
  get: ({ handle }) => ({ handle }),
};
