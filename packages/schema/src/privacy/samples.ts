/** Samples of the privacy domain's functions. */
import type { FunctionSamples } from '../contract/samples.ts';
import type { privacyContract } from './contract.ts';

export const privacySamples: FunctionSamples<typeof privacyContract> = {
  get: () => ({}),
  update: () => ({ changes: { about: 'owner' }, expected: 1 }),
  audit: { status: () => ({}), page: () => ({ block: 1 }) },
};
