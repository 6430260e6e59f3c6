/** The public reader with live updates, for embeds that follow changes. The WebSocket's code is loaded at the first watch. */
import { type ProfileSource, type ReaderOptions, type ResourceSource, publicReader } from '../reader.ts';
import type { ReadArgs, ReadName } from '../resource-source.ts';
import type { WatchObserver } from '../resources.ts';
import { HANDLE } from '../site.ts';
import { persistentWatch } from './persistent-watch.ts';

type Reader = ReturnType<typeof publicReader>;

/** By address and key: elements of one page that read again while they have no connection read together. */
const readers = new Map<string, Reader>();

function sharedReader(options: ReaderOptions): Reader {
  const { api, key, ...own } = options;
  if (Object.keys(own).length > 0) return publicReader(options);
  const name = `${api} ${key}`;
  const reader = readers.get(name) ?? publicReader(options);
  readers.set(name, reader);
  return reader;
}

/** As `publicReader`, with `watch`: one connection is shared by all readers of the same `api`. */
export function liveReader(options: ReaderOptions): Required<ResourceSource> & Required<ProfileSource> {
  const reader = sharedReader(options);
  const watch = (name: ReadName, args: ReadArgs<ReadName>, observer: WatchObserver<unknown>) =>
    persistentWatch(
      {
        read: () => reader.read(name, args),
        async begin(watcher) {
          const { watchPublic } = await import('./public-watch.ts');
          if (HANDLE.test(args.handle)) await watchPublic(options, name, args, watcher);
          else watcher.next(null);
        },
      },
      observer,
    );
  return {
    ...reader,
    watch: (...given: [ReadName, ReadArgs<ReadName>, WatchObserver<never>] | [string, WatchObserver<never>]) =>
      given.length === 2
        ? watch('profile.get', { handle: given[0] }, given[1] as WatchObserver<unknown>)
        : watch(given[0], given[1], given[2] as WatchObserver<unknown>),
  };
}
