/**
 * How tests ask each function and route of the contract about a person. A domain's samples stand beside its contract,
 * and a function without one does not compile. Samples are not published: files named samples.ts are left out of the
 * package.
 */
import type { FunctionKind } from './define.ts';
import type { RouteContract } from './route.ts';

/** The person whom a sample asks about, and the caller's knowledge of them. */
export interface SampleSubject {
  handle: string;
  /** Addresses of pictures and an entity tag that were given out while more was to be seen. */
  photos: readonly string[];
  etag: string;
  /** The deployment's own origin, and that of the partner's pages. */
  site: string;
  origin: string;
  /** A partner, with the name of a key of its own, a code that it asked for and a link that it has. */
  partner: string;
  key: string;
  code: string;
  link: string;
  /** A webhook of the partner, and an event that a consumer of the log went on without. */
  webhook: string;
  letter: string;
  /** A grant of theirs, and a change of their settings that is to come. */
  grant: string;
  scheduled: string;
  /** An ask to the caller for a relation, and a relation of the caller's. */
  ask: string;
  relation: string;
  /** A consent of theirs to an import from GitHub. */
  consent: string;
  /** A lease that the caller holds, and one on the caller's own profile. */
  lease: string;
  given: string;
  /** A legal hold on them. */
  hold: string;
  /** A source of events, and an event of it in quarantine. */
  source: string;
  quarantined: string;
  /** An upload of theirs that waits to be finished. */
  upload: string;
  /** A file of theirs, and addresses of files that were given out while more was to be seen. */
  file: string;
  media: readonly string[];
  /** The one-time code that the caller awaits. */
  proof: string;
  /** An endorsement of theirs, a request of theirs for one, and the token of a link by which they ask. */
  endorsement: string;
  request: string;
  invitation: string;
  /** A gig of theirs that can be reviewed. */
  gig: string;
  /** A claim of the caller's to a domain. */
  claim: string;
  /** A case of moderation. */
  moderated: string;
  publishable: string;
  /** A key whose quota is used up. */
  spent: string;
  secret: string;
}

/** Of a caller who knows nothing: ids and keys of the right form that name nothing. */
export const nothingKnown: SampleSubject = {
  handle: 'nobody',
  photos: [],
  etag: '"none"',
  site: 'https://nowhere.example',
  origin: 'https://nowhere.example',
  partner: 'none',
  webhook: 'none',
  letter: 'none',
  key: `pk_${'0'.repeat(32)}`,
  code: `lc_${'0'.repeat(32)}`,
  link: 'none',
  grant: 'none',
  scheduled: 'none',
  ask: 'none',
  relation: 'none',
  consent: 'none',
  lease: 'none',
  given: 'none',
  hold: 'none',
  upload: 'none',
  file: 'none',
  media: [],
  proof: '000000',
  endorsement: 'none',
  request: 'none',
  invitation: '0'.repeat(43),
  gig: 'none',
  claim: 'none',
  moderated: 'none',
  source: `src_${'0'.repeat(16)}`,
  quarantined: 'none',
  publishable: '',
  spent: '',
  secret: '',
};

type Input<F> = F extends { args: { _zod: { input: infer A } } } ? Omit<A, 'idempotencyKey'> : never;

/** Arguments for each function of a domain, without the idempotency key: those of a call that changes something. */
export type FunctionSamples<Tree> = {
  readonly [K in keyof Tree]: Tree[K] extends { kind: FunctionKind; summary: string }
    ? (about: SampleSubject) => Input<Tree[K]>
    : FunctionSamples<Tree[K]>;
};

/** A request, by the method of its route. */
export interface SampleRequest {
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Requests for each route of a domain. */
export type RouteSamples<Routes extends Readonly<Record<string, RouteContract>>> = {
  readonly [K in keyof Routes]: (about: SampleSubject) => SampleRequest[];
};

/** Requests for what views show under `route`: at addresses that were given out, at those of other audiences, and at none. */
export function atAddresses(route: string, given: readonly string[], etag: string): SampleRequest[] {
  return [
    ...given.flatMap((path) => [
      { path },
      { path: path.replace('public', 'platform') },
      { path: path.replace('platform', 'public') },
      { path: path.replace(/public|platform/, 'owner') },
    ]),
    ...['public', 'platform', 'owner'].map((audience) => ({
      path: `${route}${audience}/${'0'.repeat(32)}`,
      headers: { 'If-None-Match': etag },
    })),
  ];
}
