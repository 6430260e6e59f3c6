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
    summary: 'A signed status list (W3C Bitstring Status List 1.0), with a strong entity tag.',
    callers: anyCaller,
    reveals:
      'How many credentials of a list were revoked; of whom, to those alone who hold the credential. A list with none and one that never was differ.',
  },
} as const satisfies Record<string, RouteContract>;
