/** Arguments that an older deployment does not know. They narrow an answer, so that without them it holds more. */
import { type GigsyError, isGigsyError } from './errors.ts';
import type { WatchObserver } from './resources.ts';

/** `args` without those that `error` refuses, except for the handle; undefined if it refuses none of them. */
function withoutRefused<Args extends object>(args: Args, error: unknown): Args | undefined {
  if (!isGigsyError(error, 'invalid_argument')) return undefined;
  const refused = new Set(error.fields?.map(({ path }) => path));
  const kept = Object.entries(args).filter(([name]) => name === 'handle' || !refused.has(name));
  return kept.length < Object.keys(args).length ? (Object.fromEntries(kept) as Args) : undefined;
}

/** The answer of `read`, asked once more with fewer arguments if it refuses some. */
export async function readKnown<Args extends object, T>(read: (args: Args) => Promise<T>, args: Args): Promise<T> {
  try {
    return await read(args);
  } catch (error) {
    const fewer = withoutRefused(args, error);
    if (!fewer) throw error;
    return read(fewer);
  }
}

/** Watches until the observer's signal fires, with fewer arguments where some are refused. */
export function watchKnown<Args extends object>(
  watch: (args: Args, observer: WatchObserver<unknown>) => unknown,
  args: Args,
  observer: WatchObserver<unknown>,
): void {
  const refused = new AbortController();
  const error = (thrown: GigsyError) => {
    const fewer = withoutRefused(args, thrown);
    if (!fewer) return observer.error?.(thrown);
    refused.abort();
    if (!observer.signal?.aborted) watchKnown(watch, fewer, observer);
  };
  const signal = AbortSignal.any([refused.signal, ...(observer.signal ? [observer.signal] : [])]);
  watch(args, { next: (result) => observer.next(result), error, signal });
}
