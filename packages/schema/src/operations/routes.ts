/** HTTP routes of the operations domain: for partners' servers, and what answers every other path. */
import type { RouteContract } from '../contract/route.ts';

const NOTHING = 'Nothing about people.';
const refused = { path: '/v1/', summary: 'Refuses methods that write: 405.', reveals: NOTHING } as const;

export const operationsRoutes = {
  describe: { method: 'GET', path: '/v1', summary: 'Where live clients connect.', reveals: NOTHING },
  createSession: {
    method: 'POST', path: '/v1/embed-sessions', summary: "A viewer token for a page of the partner's.",
    reveals: "To the partner's server: whether the person is linked to it and may act.",
  },
  createOffer: { method: 'POST', path: '/v1/embed-links', summary: 'A code by which a person allows the partner to name them.', reveals: NOTHING },
  showKeys: { method: 'GET', path: '/v1/.well-known/jwks.json', summary: 'The keys to check viewer tokens with (RFC 7517).', reveals: NOTHING },
  unknown: { method: 'GET', path: '/v1/', summary: 'Answers every other path: 404.', reveals: NOTHING },
  preflight: { method: 'OPTIONS', path: '/v1/', summary: 'What pages of other origins may send.', reveals: NOTHING },
  refusePost: { method: 'POST', ...refused },
  refusePut: { method: 'PUT', ...refused },
  refusePatch: { method: 'PATCH', ...refused },
  refuseDelete: { method: 'DELETE', ...refused },
} as const satisfies Record<string, RouteContract>;
