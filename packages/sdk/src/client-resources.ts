/** A client as the source that elements read from, so that widgets show what its signed-in viewer may see. */
import type { Gigsy } from './client.ts';
import { persistentWatch } from './live/persistent-watch.ts';
import { readKnown, watchKnown } from './older-arguments.ts';
import type { ReadName, ReadOptions, ResourceSource } from './resource-source.ts';
import { type WatchObserver, watchName } from './resources.ts';
import { HANDLE } from './site.ts';

type Args = { handle?: string };
type Methods = Record<string, (args: Args, more?: ReadOptions | WatchObserver<unknown>) => Promise<unknown>>;

/**
 * `provider.source = resourceSource(gigsy)`: every query that pages can read, as the signed-in viewer may see it. As
 * with the public reader, text that cannot be a handle yields null without a request.
 */
export function resourceSource(gigsy: Partial<Gigsy>): Required<ResourceSource> {
  const read = async (name: ReadName, args: Args, options?: ReadOptions): Promise<unknown> => {
    if (isNobody(args)) return null;
    const [methods, last] = methodsOf(gigsy, name);
    return readKnown((known) => methods[last]!(known, options), args);
  };
  return {
    read: read as ResourceSource['read'],
    watch(name, args: Args, observer) {
      const begin = async (watcher: WatchObserver<unknown>) => {
        const [methods, last] = methodsOf(gigsy, name);
        if (isNobody(args)) queueMicrotask(() => watcher.signal?.aborted || watcher.next(null));
        else watchKnown((known, each) => methods[watchName(last)]!(known, each), args, watcher);
      };
      return persistentWatch({ read: () => read(name, args), begin }, observer as WatchObserver<unknown>);
    },
  };
}

function isNobody({ handle }: Args): boolean {
  return handle !== undefined && !HANDLE.test(handle);
}

/** Where the SDK has the query `name`, and how it is called there. */
function methodsOf(gigsy: object, name: string): [methods: Methods, last: string] {
  const trail = name.split('.');
  const last = trail.pop()!;
  return [trail.reduce((tree, part) => tree[part] as never, gigsy as Record<string, object>) as never, last];
}
