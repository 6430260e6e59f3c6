/** HTTP routes of the portfolio domain. */
import { type RouteContract, anyCaller } from '../contract/route.ts';
import { fileRoutes } from './file-routes.ts';

export const portfolioRoutes = {
  ...fileRoutes,
  badge: {
    method: 'GET',
    path: '/v1/badges/',
    summary:
      'A badge that the public sees, by `{handle}/{id}`, as an unsigned Open Badges 3.0 document, with a strong entity tag.',
    callers: anyCaller,
    reveals:
      'A badge in the public view of the portfolio; a hidden badge, a hidden profile and unknown ones look the same.',
  },
} as const satisfies Record<string, RouteContract>;
