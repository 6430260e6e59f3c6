/** HTTP routes of the operations domain: those for partners' servers, and those that answer every other path. */
import { type RouteContract, anyCaller, keyedReaders, noCaller } from '../contract/route.ts';

const NOTHING = 'Nothing about people.';
const SESSIONS = '/v1/embed-sessions';
const OFFERS = '/v1/embed-links';
const refused = { summary: 'Refuses methods that write: 405.', callers: noCaller, reveals: NOTHING } as const;
const postAlone = { summary: 'Refuses every method but POST: 405.', callers: noCaller, reveals: NOTHING } as const;
const allowed = {
  method: 'OPTIONS',
  summary: 'Tells browsers what pages of other origins may send.',
  callers: anyCaller,
  reveals: NOTHING,
} as const;

export const operationsRoutes = {
  describe: {
    method: 'GET',
    path: '/v1',
    summary: 'Where live clients connect.',
    callers: anyCaller,
    reveals: NOTHING,
  },
  read: {
    method: 'GET',
    path: '/v1/read/',
    summary: 'Answers of a query as anybody may have them, many in one request, each with an entity tag.',
    callers: keyedReaders,
    reveals: 'As much as the query reveals to the public; hidden and unknown look the same.',
  },
  createSession: {
    method: 'POST',
    path: SESSIONS,
    summary: "A viewer token for a page of the partner's.",
    callers: ['server'],
    reveals: "To the partner's server: whether the person is linked to it and may act.",
  },
  createOffer: {
    method: 'POST',
    path: OFFERS,
    summary: 'A code by which a person allows the partner to name them.',
    callers: ['server'],
    reveals: NOTHING,
  },
  showKeys: {
    method: 'GET',
    path: '/v1/.well-known/jwks.json',
    summary: 'The keys to check viewer tokens with (RFC 7517).',
    callers: anyCaller,
    reveals: NOTHING,
  },
  unknown: {
    method: 'GET',
    path: '/v1/',
    summary: 'Answers every other path: 404.',
    callers: noCaller,
    reveals: NOTHING,
  },
  preflight: { path: '/v1/', ...allowed },
  preflightRoot: { path: '/v1', ...allowed },
  preflightSession: { path: SESSIONS, ...allowed },
  preflightOffer: { path: OFFERS, ...allowed },
  refusePost: { method: 'POST', path: '/v1/', ...refused },
  refusePut: { method: 'PUT', path: '/v1/', ...refused },
  refusePatch: { method: 'PATCH', path: '/v1/', ...refused },
  refuseDelete: { method: 'DELETE', path: '/v1/', ...refused },
  refusePostRoot: { method: 'POST', path: '/v1', ...refused },
  refusePutRoot: { method: 'PUT', path: '/v1', ...refused },
  refusePatchRoot: { method: 'PATCH', path: '/v1', ...refused },
  refuseDeleteRoot: { method: 'DELETE', path: '/v1', ...refused },
  refuseGetSession: { method: 'GET', path: SESSIONS, ...postAlone },
  refusePutSession: { method: 'PUT', path: SESSIONS, ...postAlone },
  refusePatchSession: { method: 'PATCH', path: SESSIONS, ...postAlone },
  refuseDeleteSession: { method: 'DELETE', path: SESSIONS, ...postAlone },
  refuseGetOffer: { method: 'GET', path: OFFERS, ...postAlone },
  refusePutOffer: { method: 'PUT', path: OFFERS, ...postAlone },
  refusePatchOffer: { method: 'PATCH', path: OFFERS, ...postAlone },
  refuseDeleteOffer: { method: 'DELETE', path: OFFERS, ...postAlone },
} as const satisfies Record<string, RouteContract>;
