/** A source of profiles as a source of resources: all that it answers is `profile.get`, whole. */
import { GigsyError } from './errors.ts';
import type { ProfileSource } from './reader.ts';
import type { ReadName, ReadOptions, ResourceSource } from './resource-source.ts';
import type { WatchObserver } from './resources.ts';

/** Rejects with `not_found` where another query than `profile.get` is read. */
export function profileResources(source: ProfileSource): ResourceSource {
  const unknown = (name: ReadName) => new GigsyError('not_found', `This source has profiles alone, and not ${name}.`);
  return {
    read: async (name: ReadName, { handle }: { handle: string }, options?: ReadOptions) => {
      if (name !== 'profile.get') throw unknown(name);
      return source.get(handle, options) as never;
    },
    ...(source.watch && {
      watch: (name: ReadName, { handle }: { handle: string }, observer: WatchObserver<never>) => {
        if (name === 'profile.get') return source.watch!(handle, observer as WatchObserver<unknown>);
        observer.error?.(unknown(name));
        return () => {};
      },
    }),
  };
}
