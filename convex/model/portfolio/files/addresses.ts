/** Addresses of this deployment that take files, and those that show them: which audience's view gives one out, and its token. */
import { routes } from '@gigsy/schema';
import type { ViewAudience } from '../../privacy/readModel.js';

const FILES = routes.portfolio.putPart.path;
const MEDIA = routes.portfolio.media.path;

export function fileAddress(token: string): string {
  return `${process.env.CONVEX_SITE_URL}${FILES}${token}`;
}

/** The token in a path under the route, and the number of a part after it. Undefined where nobody can wait for a file. */
export function fileAt(pathname: string): { token: string; number?: number } | undefined {
  const [, token, number] = /^([0-9a-f]{32})(?:\/(\d{1,2}))?$/.exec(pathname.slice(FILES.length)) ?? [];
  return token === undefined ? undefined : { token, ...(number !== undefined && { number: Number(number) }) };
}

export function mediaPath(audience: ViewAudience, token: string): string {
  return `${MEDIA}${audience}/${token}`;
}

/** The audience and token in a path under the route. Undefined where there can be no file. */
export function mediaAt(pathname: string): { audience: ViewAudience; token: string } | undefined {
  const [, audience, token] = /^(public|platform|owner)\/([0-9a-f]{32})$/.exec(pathname.slice(MEDIA.length)) ?? [];
  return token === undefined ? undefined : { audience: audience as ViewAudience, token };
}
