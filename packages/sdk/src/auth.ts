/** The caller's identity: the source of tokens, and the meaning of its failures. */
import { GigsyError, connectionError } from './errors.ts';

/** A source of OpenID Connect tokens. `null` means that nobody is signed in. */
export interface Auth {
  getToken(options?: { forceRefresh?: boolean }): Promise<string | null>;
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
