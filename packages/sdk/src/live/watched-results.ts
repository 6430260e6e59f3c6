/** The results of a watch for `for await`. */
import { type GigsyError, isGigsyError } from '../errors.ts';
import type { WatchObserver } from '../resources.ts';

/** Gives the newest result that was not given yet, until `signal` fires. Throws any failure but a lost connection. */
export async function* watchedResults(
  watch: (observer: WatchObserver<unknown>) => () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown, void, undefined> {
  let newest: { result: unknown } | undefined;
  let failure: GigsyError | undefined;
  let wake = () => {};
  const end = watch({
    next(result) {
      newest = { result };
      wake();
    },
    error(error) {
      // The watch goes on by itself when the connection is back.
      if (isGigsyError(error, 'offline')) return;
      failure = error;
      wake();
    },
  });
  const aborted = () => wake();
  signal?.addEventListener('abort', aborted);
  try {
    while (!signal?.aborted) {
      if (newest) {
        const { result } = newest;
        newest = undefined;
        yield result;
      } else if (failure) throw failure;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener('abort', aborted);
    end();
  }
}
