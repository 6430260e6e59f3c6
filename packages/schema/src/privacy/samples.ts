/** Samples of the privacy domain's functions. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { privacyContract } from './contract.ts';
import { privacyRoutes } from './routes.ts';

export const privacySamples: FunctionSamples<typeof privacyContract> = {
  consents: {
    list: () => ({}),
    give: () => ({ source: 'linkedin', notice: 1, language: 'en' }),
    withdraw: ({ consent }) => ({ consent }),
  },
  get: () => ({}),
  explain: () => ({ viewer: 'member', field: 'education.gpa' }),
  grants: {
    list: () => ({}),
    add: ({ handle }) => ({ to: { person: handle }, keys: ['about'] }),
    remove: ({ grant }) => ({ grant }),
  },
  relations: {
    ask: ({ handle }) => ({ kind: 'contact', handle }),
    withdraw: ({ ask }) => ({ ask }),
    accept: ({ ask }) => ({ ask }),
    decline: ({ ask }) => ({ ask }),
    end: ({ relation }) => ({ relation }),
    asked: () => ({}),
    incoming: () => ({}),
    list: () => ({}),
  },
  schedule: {
    list: () => ({}),
    add: () => ({ at: Date.now() + 3_600_000, changes: { about: 'owner' } }),
    cancel: ({ scheduled }) => ({ scheduled }),
  },
  update: () => ({ changes: { about: 'owner' }, expected: 1 }),
  exports: { status: () => ({}), request: () => ({}), download: () => ({}), cancel: () => ({}) },
  access: {
    open: ({ handle }) => ({ handle, purpose: 'hiring', note: 'For an open position' }),
    view: ({ lease }) => ({ lease }),
    held: () => ({}),
    close: ({ lease }) => ({ lease }),
    given: () => ({}),
    revoke: ({ given }) => ({ lease: given }),
    log: () => ({}),
    views: () => ({}),
  },
  disclosures: { list: () => ({}) },
  audit: { status: () => ({}), page: () => ({ block: 1 }) },
  holds: {
    place: ({ handle }) => ({ of: { handle }, reason: 'litigation' }),
    lift: ({ hold }) => ({ hold }),
    list: () => ({}),
  },
  retention: { report: () => ({}) },
};

const { path } = privacyRoutes.exported;

export const privacyRouteSamples: RouteSamples<typeof privacyRoutes> = {
  exported: ({ handle }) => [{ path: `${path}${'0'.repeat(32)}/1` }, { path: `${path}${handle}` }],
};
