/** The caller's identity: the source of tokens, and the meaning of its failures. */
import { GigsyError, connectionError } from './errors.ts';

/** A source of OpenID Connect tokens. `null` means that nobody is signed in. */
export interface Auth {
  getToken(options?: { forceRefresh?: boolean }): Promise<string | null>;
  /**
   * Calls `listener` each time somebody else is signed in, or nobody any more; not when a token is refreshed. Watches then
   * go on as that person. Returns a function that ends the calls. A source that keeps one person leaves it out.
   */
  onChange?(listener: () => void): () => void;
}

/** The token to send, waiting no longer than `signal` allows. */
export async function tokenFrom(
  auth: Auth | undefined,
  forceRefresh: boolean,
  signal: AbortSignal,
): Promise<string | null> {
  if (signal.aborted) throw connectionError(undefined, signal);
  if (!auth) return null;
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(connectionError(undefined, signal));
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([auth.getToken({ forceRefresh }), ended]);
  } catch (cause) {
    if (signal.aborted) throw connectionError(cause, signal);
    throw new GigsyError('unauthenticated', 'The sign-in provider gave no token.', { cause });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
