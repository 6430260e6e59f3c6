/**
 * Reads handles that are not written as handles, such as `@ada` or the address of a profile. A certain meaning is
 * taken, and the page's developer is told how to write it. Loaded when it is needed.
 */
import { GigsyError, HANDLE } from '@gigsy/sdk/resource-reader';
import { tellOnce } from '@gigsy/sdk/tell-once';

/** How long a provider's script may take to say where profiles come from before its absence is told, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * The handle that `given` means; `given` itself if it means none: no profile has such a handle. `origin` is where the
 * element reads. The element has stopped asking when `signal` fires.
 *
 * @throws GigsyError `invalid_argument` without an origin.
 */
export function whom(given: unknown, origin: object | string | undefined, signal?: AbortSignal): string {
  if (!origin) {
    const missing = 'Set api or <meta name="gigsy-api">.';
    setTimeout(
      () => signal?.aborted || tellOnce('api', `elements do not know where to read profiles. ${missing}`),
      PATIENCE_MS,
    );
    throw new GigsyError('invalid_argument', missing);
  }
  const words = String(given).trim();
  const handle = (lastOfAddress(words, origin) ?? words).replace(/^@/, '').toLowerCase();
  if (!HANDLE.test(handle)) {
    tellOnce(
      'no handle',
      `${quoted(words)} is not a handle, so nobody is shown. A handle is the end of a profile's address: a-z, 0-9 and hyphens.`,
    );
    return words;
  }
  if (handle !== given)
    tellOnce('handle', `${quoted(words)} is read as "${handle}": a handle is written in a-z, 0-9 and hyphens alone.`);
  return handle;
}

/** Quotes short words only, and no word that may be an e-mail address or hold a secret. */
function quoted(words: string): string {
  return /^@?[^@:?/]{1,60}$/.test(words) ? `handle="${words}"` : 'what handle="…" says';
}

/** The last part of an address of the site that is read. In an address of another site it may be somebody else's name. */
function lastOfAddress(words: string, origin: object | string): string | undefined {
  if (
    typeof origin !== 'string' ||
    !URL.canParse(words) ||
    !URL.canParse(origin) ||
    new URL(words).origin !== new URL(origin).origin
  )
    return undefined;
  return new URL(words).pathname.split('/').filter(Boolean).at(-1);
}
