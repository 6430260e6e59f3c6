/** Following a resource as it changes. Loaded by elements that are `live`. */
import type { WatchObserver } from '@gigsy/sdk/reader';
import { meta } from './origin.ts';

/** A host's source, or that of a site. */
interface Watchable {
  watch?(...asked: unknown[]): unknown;
}

/**
 * Watches at `origin`, a source or the address of a site, if changes can be followed there. `askedOf` says what a source is
 * asked.
 */
export async function follow<Source extends object>(
  origin: Source | string | undefined,
  { ownerDocument }: Element,
  askedOf: (source: Source) => unknown[],
  observer: WatchObserver<never>,
): Promise<void> {
  let source = origin;
  if (typeof origin === 'string') {
    const { liveReader } = await import('@gigsy/sdk/live-reader');
    source = liveReader({ api: origin, key: meta('key', ownerDocument) }) as object as Source;
  }
  if (!observer.signal?.aborted) (source as Watchable).watch?.(...askedOf(source as Source), observer);
}
