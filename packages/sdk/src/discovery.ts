/** A site names the deployment behind it: `GET {site}/v1` answers `{"convex": URL}`. */
import { type ReaderOptions, fetchJson } from './site.ts';
import { tellOnce } from './tell-once.ts';

/** The request; its address changes if discovery finds another. */
interface Deployment {
  url: string;
  fetch: typeof globalThis.fetch | undefined;
}

/** The deployment's address, without a slash at the end; undefined if the site names none. Rejects as readings do. */
export async function deploymentOf(site: ReaderOptions, signal?: AbortSignal): Promise<string | undefined> {
  const { convex } = ((await fetchJson(site, '', signal)) ?? {}) as { convex?: unknown };
  return typeof convex === 'string' && /^https?:\/\//.test(convex) ? convex.replace(/\/+$/, '') : undefined;
}

/**
 * Whether `deployment` has another address than `tried`, which knows no functions: it may be that of the site, which then
 * tells where they are.
 */
export async function relocated(deployment: Deployment, tried: string, signal?: AbortSignal): Promise<boolean> {
  const { fetch } = deployment;
  const found = await deploymentOf({ api: tried, ...(fetch && { fetch }) }, signal).catch(() => undefined);
  if (found && deployment.url === tried) {
    deployment.url = found;
    tellOnce(
      'site for deployment',
      `the url of createGigsy is that of a site; its deployment is ${found}. Give that one.`,
    );
  }
  return deployment.url !== tried;
}
