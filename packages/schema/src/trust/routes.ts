/** HTTP routes of the trust domain. */
import { type RouteContract, anyCaller } from '../contract/route.ts';
import { DID_PATH } from './credentials/issuer.ts';
import { STATUS_PATH } from './credentials/status.ts';

export const trustRoutes = {
  issuer: {
    method: 'GET',
    path: DID_PATH,
    summary: 'The DID document with the keys that verify credentials, those that sign no more among them.',
    callers: anyCaller,
    reveals: 'Nothing about people.',
  },
  status: {
    method: 'GET',
    path: STATUS_PATH,
    summary:
      'A signed status list (W3C Bitstring Status List 1.0), at the address that credentials name, with a strong entity tag.',
    callers: ['holder'],
    reveals:
      'How many of at most 131,072 credentials were revoked, to those who hold one; which of them, to the holders of each. Every other address looks the same.',
  },
} as const satisfies Record<string, RouteContract>;
