/**
 * Makes the handler of a declared HTTP route. The router takes nothing else, so that each route stands in the contract
 * and in the tests derived from it.
 */
import type { RouteContract } from '@gigsy/schema';
import type { HttpRouter, PublicHttpAction } from 'convex/server';
import { type ActionCtx, httpAction } from '../../_generated/server.js';

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

export function addRoute(router: HttpRouter, { declared: { method, path }, handler }: Route): void {
  router.route({ ...(path.endsWith('/') ? { pathPrefix: path } : { path }), method, handler });
}
