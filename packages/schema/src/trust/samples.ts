/** Samples of the trust domain's functions. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { trustContract } from './contract.ts';
import { trustRoutes } from './routes.ts';

export const trustSamples: FunctionSamples<typeof trustContract> = {
  verifications: {
    mine: () => ({}),
    start: ({ handle }) => ({ method: 'email', subject: `${handle}@example.org` }),
    confirm: ({ proof }) => ({ method: 'email', code: proof }),
    withdraw: () => ({ id: 'email' }),
    outbox: () => ({}),
  },
  credentials: {
    mine: () => ({}),
    issue: () => ({ kind: 'badge', id: 'email' }),
  },
  get: ({ handle }) => ({ handle }),
};

const { issuer, status } = trustRoutes;

export const trustRouteSamples: RouteSamples<typeof trustRoutes> = {
  issuer: () => [{ path: issuer.path }],
  status: ({ handle, etag }) => [
    { path: `${status.path}${'0'.repeat(32)}` },
    { path: `${status.path}${handle}`, headers: { 'If-None-Match': etag } },
  ],
};
