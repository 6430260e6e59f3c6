/**
 * How an HTTP route is declared: once, here in the schema package. The deployment's router serves exactly these
 * routes, and tests ask each of them about hidden and unknown profiles.
 */
export type RouteMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/**
 * Every kind of caller of a route, by the proof in its request. `visitor`: none. `person`: a person's token, which routes do not
 * look at. `page`: a partner's publishable key, from a page of the partner's. `otherPage`: the same key, from another page.
 * `server`: a partner's secret key. `holder`: the address itself, which was given to few and cannot be guessed. `clerk`: Clerk's
 * signature. `source`: the signature of a registered source of events.
 */
export const routeCallers = ['visitor', 'person', 'page', 'otherPage', 'server', 'holder', 'clerk', 'source'] as const;
export type RouteCaller = (typeof routeCallers)[number];

/** For `callers` of a route that asks for no proof. */
export const anyCaller = routeCallers;
/** For `callers` of a route that looks at publishable keys: a key works on the partner's pages alone. */
export const keyedReaders = ['visitor', 'person', 'page', 'server', 'holder', 'clerk', 'source'] as const;
/** For `callers` of a route that refuses every request. */
export const noCaller = [] as const;

export interface RouteContract {
  readonly method: RouteMethod;
  /** The whole path. A path that ends in a slash stands for every path that begins with it. */
  readonly path: string;
  /** One sentence: what it answers. */
  readonly summary: string;
  /** The callers that it answers. All others get an error. */
  readonly callers: readonly RouteCaller[];
  /** One sentence: what an answer can tell about people. */
  readonly reveals: string;
}

export interface NamedRoute {
  /** `profile.read`: its domain and name. */
  name: string;
  contract: RouteContract;
}

/** Every route with its name, in declaration order. */
export function listRoutes(tree: Readonly<Record<string, Readonly<Record<string, RouteContract>>>>): NamedRoute[] {
  return Object.entries(tree).flatMap(([domain, routes]) =>
    Object.entries(routes).map(([name, contract]) => ({ name: `${domain}.${name}`, contract })),
  );
}
