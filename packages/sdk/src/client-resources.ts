/** A client as the source that elements read from, so that widgets show what its signed-in viewer may see. */
import type { Gigsy } from './client.ts';
import { persistentWatch } from './live/persistent-watch.ts';
import { readKnown, watchKnown } from './older-arguments.ts';
import type { ReadName, ReadOptions, ResourceSource } from './resource-source.ts';
import { methodOf, watchOf } from './methods.ts';
import type { WatchObserver } from './resources.ts';
import { HANDLE } from './site.ts';

type Args = { handle?: string };

/**
 * `provider.source = resourceSource(gigsy)`: every query that pages can read, as the signed-in viewer may see it. As
 * with the public reader, text that cannot be a handle yields null without a request.
 */
export function resourceSource(gigsy: Partial<Gigsy>): Required<ResourceSource> {
  const read = async (name: ReadName, args: Args, options?: ReadOptions): Promise<unknown> => {
    if (isNobody(args)) return null;
    return readKnown((known) => methodOf(gigsy, name)(known, options), args);
  };
  return {
    read: read as ResourceSource['read'],
    watch(name, args: Args, observer) {
      const begin = async (watcher: WatchObserver<unknown>) => {
        const watch = watchOf(gigsy, name);
        if (isNobody(args)) queueMicrotask(() => watcher.signal?.aborted || watcher.next(null));
        else watchKnown((known, each) => watch(known, each), args, watcher);
      };
      return persistentWatch({ read: () => read(name, args), begin }, observer as WatchObserver<unknown>);
    },
  };
}

function isNobody({ handle }: Args): boolean {
  return handle !== undefined && !HANDLE.test(handle);
}
