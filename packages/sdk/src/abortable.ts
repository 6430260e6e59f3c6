/** A reading that one of several callers gives up: it goes on for the others. */
import { connectionError } from './errors.ts';

/** As `read()`, but rejects as soon as `signal` fires; nothing is read where it has fired before. */
export async function abortable<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return read();
  if (signal.aborted) throw connectionError(undefined, signal);
  return new Promise((resolve, reject) => {
    const end = () => reject(connectionError(undefined, signal));
    signal.addEventListener('abort', end);
    void read()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', end));
  });
}
