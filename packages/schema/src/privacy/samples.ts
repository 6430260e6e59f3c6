/** Samples of the privacy domain's functions. */
import type { FunctionSamples } from '../contract/samples.ts';
import type { privacyContract } from './contract.ts';

export const privacySamples: FunctionSamples<typeof privacyContract> = {
  get: () => ({}),
  update: () => ({ changes: { about: 'owner' }, expected: 1 }),
  access: {
    open: ({ handle }) => ({ handle, purpose: 'hiring', note: 'For an open position' }),
    view: ({ lease }) => ({ lease }),
    held: () => ({}),
    close: ({ lease }) => ({ lease }),
    given: () => ({}),
    revoke: ({ given }) => ({ lease: given }),
    log: () => ({}),
  },
  audit: { status: () => ({}), page: () => ({ block: 1 }) },
};
