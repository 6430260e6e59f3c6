/** Live public profiles for pages: finds the deployment behind a site's origin and shares one connection to it. */
import type { ProfileView } from '@gigsy/schema';
import { GigsyError, badResponse, isGigsyError } from '../errors.ts';
import { type ReaderOptions, fetchJson } from '../reader.ts';
import { type WatchObserver, forwarding } from '../resources.ts';
import { LiveConnection } from './connection.ts';
import { loadConvex } from './convex.ts';

/** By API origin. A failed discovery is forgotten, so that the next watch asks again. */
const connections = new Map<string, Promise<LiveConnection>>();

/** Watches `handle` as an anonymous visitor until `ended` or the observer's own signal fires; failures go to `observer.error`. */
export async function watchPublicProfile(
  options: ReaderOptions, handle: string, observer: WatchObserver<ProfileView | null>, ended: AbortSignal,
): Promise<void> {
  const signal = observer.signal ? AbortSignal.any([observer.signal, ended]) : ended;
  try {
    const connection = await connectionTo(options);
    if (!signal.aborted) connection.watch('profile:get', { handle }, forwarding(observer as WatchObserver<unknown>, signal));
  } catch (error) {
    connections.delete(options.api);
    if (!signal.aborted) observer.error?.(isGigsyError(error) ? error : badResponse(error));
  }
}

function connectionTo(options: ReaderOptions): Promise<LiveConnection> {
  let connection = connections.get(options.api);
  if (!connection) connections.set(options.api, connection = discover(options));
  return connection;
}

/** `GET {api}/v1` names the deployment: `{"convex": URL}`. */
async function discover(options: ReaderOptions): Promise<LiveConnection> {
  const found = await fetchJson(options, '') as { convex?: unknown } | null;
  const url = found?.convex;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) {
    throw new GigsyError('bad_response', 'The site names no deployment to watch.');
  }
  return new LiveConnection({ convex: await loadConvex(), url: url.replace(/\/+$/, '') });
}
