/** Samples of the portfolio domain's functions and routes. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { portfolioContract } from './contract.ts';
import { contributionsSamples, fileRouteSamples, linksSamples, uploadsSamples } from './file-samples.ts';
import type { portfolioRoutes } from './routes.ts';

export const portfolioSamples: FunctionSamples<typeof portfolioContract> = {
  contributions: contributionsSamples,
  links: linksSamples,
  uploads: uploadsSamples,
  get: ({ handle }) => ({ handle }),
  mine: () => ({}),
  arrange: ({ file }) => ({ section: 'contributions', order: [file], expected: 2 }),
};

export const portfolioRouteSamples: RouteSamples<typeof portfolioRoutes> = {
  ...fileRouteSamples,
  badge: ({ handle, etag }) => [
    { path: `/v1/badges/${handle}/none` },
    { path: `/v1/badges/${handle}/none`, headers: { 'If-None-Match': etag } },
    { path: `/v1/badges/${handle}` },
    { path: '/v1/badges/%ff/%ff' },
  ],
};
