/**
 * Makes the handler of a declared HTTP route. The router takes nothing else, so every route is in the contract and in the
 * tests that are derived from it.
 */
import type { RouteContract } from '@gigsy/schema';
import type { HttpRouter, PublicHttpAction } from 'convex/server';
import { type ActionCtx, httpAction } from '../../_generated/server.js';
import { emptyResponse, problemResponse } from '../contract/problem.js';

export interface Route {
  declared: RouteContract;
  handler: PublicHttpAction;
}

export function implementRoute(
  declared: RouteContract,
  handler: (ctx: ActionCtx, request: Request) => Promise<Response>,
): Route {
  return { declared, handler: httpAction(handler) };
}

/** The routes of the methods that an address does not take. `allow` names those that it takes, as the header does. */
export function refuseMethods(declared: readonly RouteContract[], allow: string, message: string): Route[] {
  return declared.map((route) =>
    implementRoute(route, async () => problemResponse('method_not_allowed', message, { headers: { Allow: allow } })),
  );
}

/** Answers a page's question before it sends a request to this address: methods and headers, good for a day. */
export function allowRequests(declared: RouteContract, methods: string, headers: string): Route {
  return implementRoute(declared, async () =>
    emptyResponse(204, {
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': headers,
      'Access-Control-Max-Age': '86400',
    }),
  );
}

/** The routes among the exports of modules, alone or in lists. */
export function routesIn(...modules: readonly object[]): Route[] {
  return modules.flatMap((module) => Object.values(module).flat() as unknown[]).filter(isRoute);
}

function isRoute(exported: unknown): exported is Route {
  return typeof exported === 'object' && exported !== null && 'declared' in exported && 'handler' in exported;
}

export function addRoute(router: HttpRouter, { declared: { method, path }, handler }: Route): void {
  router.route({ ...(path.endsWith('/') ? { pathPrefix: path } : { path }), method, handler });
}
