/** The public reader with live updates, for embeds that follow changes. The WebSocket's code is loaded at the first watch. */
import { connectionError } from '../errors.ts';
import { type ProfileSource, type ReaderOptions, publicReader } from '../reader.ts';

/** As `publicReader`, with `watch`: one connection is shared by all readers of the same `api`. */
export function liveReader(options: ReaderOptions): Required<ProfileSource> {
  return {
    ...publicReader(options),
    watch(handle, observer) {
      const { signal } = observer;
      const ended = new AbortController();
      import('./public-watch.ts').then(
        ({ watchPublicProfile }) => watchPublicProfile(options, handle, observer, ended.signal),
        (cause: unknown) => ended.signal.aborted || signal?.aborted || observer.error?.(connectionError(cause)),
      );
      return () => ended.abort();
    },
  };
}
