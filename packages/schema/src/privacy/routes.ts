/** HTTP routes of the privacy domain. */
import type { RouteContract } from '../contract/route.ts';

export const privacyRoutes = {
  exported: {
    method: 'GET',
    path: '/v1/exports/',
    summary: 'A file of an export, at the address that `privacy.exports.download` gave.',
    callers: ['holder'],
    reveals: 'The file, to whoever has its address, for ten minutes; every other address looks the same.',
  },
} as const satisfies Record<string, RouteContract>;
