/** Handlers of the HTTP site as a whole: its description, and the answers of addresses without a route of their own. */
import { routes } from '@gigsy/schema';
import { jsonResponse, problemResponse } from '../model/contract/problem.js';
import { allowRequests, implementRoute, refuseMethods } from '../model/door/route.js';

/** `GET /v1`: the address that live clients connect to. */
export const describeDeployment = implementRoute(routes.operations.describe, async () =>
  jsonResponse(
    { name: 'gigsy', version: 1, convex: process.env.CONVEX_CLOUD_URL },
    { 'Cache-Control': 'public, max-age=300' },
  ),
);

const READ = 'GET, HEAD, OPTIONS';
const {
  preflight: preflightAny,
  preflightRoot,
  refusePost,
  refusePut,
  refusePatch,
  refuseDelete,
  refusePostRoot,
  refusePutRoot,
  refusePatchRoot,
  refuseDeleteRoot,
} = routes.operations;

export const preflight = [preflightAny, preflightRoot].map((declared) =>
  allowRequests(declared, READ, 'If-None-Match, Content-Type'),
);

export const answerUnknown = implementRoute(routes.operations.unknown, async () =>
  problemResponse('not_found', 'There is nothing at this address.'),
);

export const refusals = refuseMethods(
  [refusePost, refusePut, refusePatch, refuseDelete, refusePostRoot, refusePutRoot, refusePatchRoot, refuseDeleteRoot],
  READ,
  'This address can only be read.',
);
