/** A client as the source that elements read from, so that widgets show what its signed-in viewer may see. */
import type { Gigsy } from './client.ts';
import { persistentWatch } from './live/persistent-watch.ts';
import { HANDLE, type ProfileSource } from './reader.ts';

/** `provider.source = profileSource(gigsy)`. As the public reader, what no handle looks like is unknown without asking. */
export function profileSource({ profile }: Pick<Gigsy, 'profile'>): Required<ProfileSource> {
  return {
    get: async (handle, options) => (HANDLE.test(handle) ? profile.get({ handle }, options) : null),
    watch(handle, observer) {
      if (HANDLE.test(handle)) {
        return persistentWatch(
          {
            read: () => profile.get({ handle }),
            begin: async (watcher) => void profile.watch({ handle }, watcher),
          },
          observer,
        );
      }
      let ended = false;
      queueMicrotask(() => ended || observer.signal?.aborted || observer.next(null));
      return () => {
        ended = true;
      };
    },
  };
}
