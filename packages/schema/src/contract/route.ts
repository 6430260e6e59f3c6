/**
 * How an HTTP route is declared: once, here in the schema package. The deployment's router serves exactly these
 * routes, and tests ask each of them about hidden and unknown profiles.
 */
export type RouteMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface RouteContract {
  readonly method: RouteMethod;
  /** The whole path. A path that ends in a slash stands for every path that begins with it. */
  readonly path: string;
  /** One sentence: what it answers. */
  readonly summary: string;
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
