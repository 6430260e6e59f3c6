/** Samples of the portfolio domain's functions and routes. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { portfolioContract } from './contract.ts';
import type { portfolioRoutes } from './routes.ts';

export const portfolioSamples: FunctionSamples<typeof portfolioContract> = {
  get: ({ handle }) => ({ handle }),
  mine: () => ({}),
  arrange: () => ({ section: 'badges', order: [], expected: 1 }),
};

export const portfolioRouteSamples: RouteSamples<typeof portfolioRoutes> = {
  badge: ({ handle, etag }) => [
    { path: `/v1/badges/${handle}/none` },
    { path: `/v1/badges/${handle}/none`, headers: { 'If-None-Match': etag } },
    { path: `/v1/badges/${handle}` },
    { path: '/v1/badges/%ff/%ff' },
  ],
};
