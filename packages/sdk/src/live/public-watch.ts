/** Live public resources for pages: finds the deployment behind a site's origin and shares one connection to it. */
import type { Value } from 'convex/values';
import { deploymentOf } from '../discovery.ts';
import { GigsyError, badResponse, isGigsyError } from '../errors.ts';
import { watchKnown } from '../older-arguments.ts';
import type { ReaderOptions } from '../site.ts';
import type { ReadName } from '../resource-source.ts';
import type { WatchObserver } from '../resources.ts';
import { LiveConnection } from './connection.ts';
import { loadConvex } from './convex.ts';

/** By API origin. A failed discovery is forgotten, so that the next watch asks again. */
const connections = new Map<string, Promise<LiveConnection>>();

/** Watches as an anonymous visitor until the observer's signal fires. Rejects where no deployment is found. */
export async function watchPublic(
  options: ReaderOptions,
  name: ReadName,
  args: Record<string, Value>,
  observer: WatchObserver<unknown>,
): Promise<void> {
  let connection;
  try {
    connection = await connectionTo(options);
  } catch (error) {
    connections.delete(options.api);
    throw isGigsyError(error) ? error : badResponse(error);
  }
  if (observer.signal?.aborted) return;
  watchKnown((known, watcher) => connection.watch(pathOf(name), known, watcher), args, observer);
}

/** `profile:get` of `profile.get`: where the deployment has the function. */
function pathOf(name: string): string {
  return name.replace(/\.([^.]*)$/, ':$1').replaceAll('.', '/');
}

function connectionTo(options: ReaderOptions): Promise<LiveConnection> {
  let connection = connections.get(options.api);
  if (!connection) connections.set(options.api, (connection = discover(options)));
  return connection;
}

async function discover(options: ReaderOptions): Promise<LiveConnection> {
  const url = await deploymentOf(options);
  if (!url) throw new GigsyError('bad_response', 'The site names no deployment to watch.');
  return new LiveConnection({ convex: await loadConvex(), url });
}
