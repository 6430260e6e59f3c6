/** The public reader with live updates, for embeds that follow changes. The WebSocket's code is loaded at the first watch. */
import type { ProfileView } from '@gigsy/schema';
import { HANDLE, type ProfileSource, type ReaderOptions, publicReader } from '../reader.ts';
import { persistentWatch } from './persistent-watch.ts';

/** Readings under way, by address, key and handle: elements that show one person read together. */
const underway = new Map<string, Promise<ProfileView | null>>();

/** As `publicReader`, with `watch`: one connection is shared by all readers of the same `api`. */
export function liveReader(options: ReaderOptions): Required<ProfileSource> {
  const reader = publicReader(options);
  return {
    ...reader,
    watch: (handle, observer) =>
      persistentWatch(
        {
          read() {
            const name = `${options.api} ${options.key} ${handle}`;
            const reading = underway.get(name) ?? reader.get(handle).finally(() => underway.delete(name));
            underway.set(name, reading);
            return reading;
          },
          async begin(watcher) {
            const { watchPublicProfile } = await import('./public-watch.ts');
            if (HANDLE.test(handle)) await watchPublicProfile(options, handle, watcher);
            else watcher.next(null);
          },
        },
        observer,
      ),
  };
}
