/** Samples of the portfolio domain's functions and routes. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { portfolioContract } from './contract.ts';
import { contributionsSamples, fileRouteSamples, uploadsSamples } from './file-samples.ts';
import type { portfolioRoutes } from './routes.ts';

export const portfolioSamples: FunctionSamples<typeof portfolioContract> = {
  contributions: contributionsSamples,
  uploads: uploadsSamples,
  get: ({ handle }) => ({ handle }),
  mine: () => ({}),
  arrange: ({ badge }) => ({ section: 'badges', order: [badge], expected: 1 }),
};

export const portfolioRouteSamples: RouteSamples<typeof portfolioRoutes> = {
  ...fileRouteSamples,
  badge: ({ handle, badge, etag }) => [
    { path: `/v1/badges/${handle}/${badge}` },
    { path: `/v1/badges/${handle}/${badge}`, headers: { 'If-None-Match': etag } },
    { path: `/v1/badges/${handle}` },
    { path: '/v1/badges/%ff/%ff' },
  ],
};
