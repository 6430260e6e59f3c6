/** Samples of the portfolio domain's functions. */
import type { FunctionSamples } from '../contract/samples.ts';
import type { portfolioContract } from './contract.ts';

export const portfolioSamples: FunctionSamples<typeof portfolioContract> = {
  get: ({ handle }) => ({ handle }),
  mine: () => ({}),
  arrange: () => ({ section: 'badges', order: [], expected: 1 }),
};
