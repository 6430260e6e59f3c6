/**
 * Every path by which a viewer can obtain something: each function of the contract, as each kind of caller of the viewer's
 * class, each request of a route, and the export of somebody else.
 */
import {
  type FunctionKind,
  type NamedFunction,
  type PrincipalKind,
  contract,
  listFunctions,
  listRoutes,
  routes,
  sharedAudiences,
} from '@gigsy/schema';
import type { SampleRequest, SampleSubject } from '../../../packages/schema/src/contract/samples.ts';
import { routeSamples } from '../../../packages/schema/src/samples.ts';

/** The classes of viewers: the audiences, and contacts of the owner, whom a grant shows some of what is restricted. */
export const circles = [...sharedAudiences, 'contacts'] as const;
export type Circle = (typeof circles)[number];

/** The viewers of each class, and the kind of principal as which each calls functions; `web` asks the routes. */
export const viewers = {
  public: { web: null, anonymous: 'anonymous', newcomer: 'newcomer', organisation: 'partner' },
  platform: { member: 'student', administrator: 'admin', named: 'viewer' },
  contacts: { contact: 'student' },
} as const satisfies Record<Circle, Record<string, PrincipalKind | null>>;
export type Viewer = { [C in Circle]: keyof (typeof viewers)[C] }[Circle];

/** A viewer of each class whose view has all that the class may see: administrators need no lease, and contacts have one. */
export const direct = {
  public: 'web',
  platform: 'administrator',
  contacts: 'contact',
} as const satisfies Record<Circle, Viewer>;

export interface FunctionPath {
  what: 'function';
  label: string;
  name: string;
  at: string;
  kind: FunctionKind;
  /** Whether the contract admits the viewer. */
  admitted: boolean;
}

export type Path =
  | FunctionPath
  | {
      what: 'route';
      label: string;
      name: string;
      method: string;
      at: string;
      ask: (about: SampleSubject) => SampleRequest;
    }
  | { what: 'export'; label: string; name: string };

/** Functions that tell moderators and administrators of every change, hidden ones too: the closed list of docs/privacy.md. */
const told = ['privacy.audit.status', 'privacy.audit.page', 'profile.baselines', 'events.consumers.status'];
/** Their answers depend on the moment at which a cron goes on with a walk over all profiles. */
const walking = ['profile.drift.status', 'profile.drift.repair'];
export const leftOut: ReadonlySet<string> = new Set([...told, ...walking]);

export function viewersOf(circle: Circle): Viewer[] {
  return Object.keys(viewers[circle]) as Viewer[];
}

export function pathsOf(viewer: Viewer, about: SampleSubject): Path[] {
  if (viewer === 'web') return requests(about);
  const principal = { ...viewers.public, ...viewers.platform, ...viewers.contacts }[viewer];
  const functions = listFunctions(contract)
    .filter(({ name }) => !leftOut.has(name))
    .map((fn) => functionPath(fn, viewer, principal));
  if (viewer !== 'member') return functions;
  return [...functions, { what: 'export', label: "a member's export", name: 'export' }];
}

function functionPath(
  { name, path, contract: { kind, callers } }: NamedFunction,
  viewer: Viewer,
  as: PrincipalKind,
): Path {
  return { what: 'function', label: `${viewer} ${name}`, name, at: path, kind, admitted: callers.includes(as) };
}

function requests(about: SampleSubject): Path[] {
  return listRoutes(routes).flatMap(({ name, contract: { method, path } }) =>
    routeSamples.get(name)!(about).map((_, index): Path => ({
      what: 'route',
      label: `${method} ${name} ${index + 1}`,
      name,
      method,
      at: path,
      ask: (subject) => routeSamples.get(name)!(subject)[index]!,
    })),
  );
}
