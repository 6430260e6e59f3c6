/** The methods of a client, by the dotted names of the contract's functions. */
import { type CallOptions, type WatchObserver, watchName } from './resources.ts';

type Call = (args: object, options?: CallOptions) => Promise<unknown>;
type Watch = (args: object, observer: WatchObserver<unknown>) => () => void;

/** The method of `gigsy` for the function `name`. */
export function methodOf(gigsy: object, name: string): Call {
  const { members, last } = placeOf(gigsy, name);
  return members[last] as Call;
}

/** The method of `gigsy` that watches the query `name`. */
export function watchOf(gigsy: object, name: string): Watch {
  const { members, last } = placeOf(gigsy, name);
  return members[watchName(last)] as Watch;
}

function placeOf(gigsy: object, name: string): { members: Record<string, unknown>; last: string } {
  const trail = name.split('.');
  const last = trail.pop()!;
  const members = trail.reduce((tree, part) => tree[part] as never, gigsy as Record<string, unknown>);
  return { members, last };
}
