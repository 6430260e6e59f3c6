/** Addresses of the files of exports on this deployment. */
import { routes } from '@gigsy/schema';

const PATH = routes.privacy.exported.path;

export function exportAddress(token: string, number: number): string {
  return `${process.env.CONVEX_SITE_URL}${PATH}${token}/${number}`;
}

/** The token and the number in a path under the route. Undefined where there can be no file. */
export function exportAt(pathname: string): { token: string; number: number } | undefined {
  const [, token, number] = /^([0-9a-f]{32})\/(\d{1,4})$/.exec(pathname.slice(PATH.length)) ?? [];
  return token === undefined ? undefined : { token, number: Number(number) };
}
