/**
 * Whom a page means where it says so in another way than elements ask: what is certain is understood, and the page's
 * developer is told how to write it. Loaded when it is needed.
 */
import { GigsyError, HANDLE, type ProfileSource } from '@gigsy/sdk/reader';
import { tellOnce } from '@gigsy/sdk/tell-once';

/** How long a provider's script may take to say where profiles come from before its absence is told, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * The handle that `given` means, or `given` itself where it means none: nobody has that one. `origin` is where the element
 * reads; it has stopped asking when `signal` fires.
 *
 * @throws GigsyError `invalid_argument` without an origin.
 */
export function whom(given: unknown, origin: ProfileSource | string | undefined, signal: AbortSignal): string {
  if (!origin) {
    const missing = 'Set api or <meta name="gigsy-api">.';
    setTimeout(
      () => signal.aborted || tellOnce('api', `elements do not know where to read profiles. ${missing}`),
      PATIENCE_MS,
    );
    throw new GigsyError('invalid_argument', missing);
  }
  const words = String(given).trim();
  const handle = (lastOfAddress(words, origin) ?? words).replace(/^@/, '').toLowerCase();
  if (!HANDLE.test(handle)) {
    tellOnce(
      'no handle',
      `${quoted(words)} is no handle, so nobody is shown. It is the end of a profile's address: a-z, 0-9 and hyphens.`,
    );
    return words;
  }
  if (handle !== given)
    tellOnce('handle', `${quoted(words)} is read as "${handle}": a handle is written in a-z, 0-9 and hyphens alone.`);
  return handle;
}

/** Short, and without what may be an e-mail address or hold a secret. */
function quoted(words: string): string {
  return /^@?[^@:?/]{1,60}$/.test(words) ? `handle="${words}"` : 'what handle="…" says';
}

/** What stands last in an address of the site that is read. Of any other site it may be somebody else's name. */
function lastOfAddress(words: string, origin: ProfileSource | string): string | undefined {
  if (
    typeof origin !== 'string' ||
    !URL.canParse(words) ||
    !URL.canParse(origin) ||
    new URL(words).origin !== new URL(origin).origin
  )
    return undefined;
  return new URL(words).pathname.split('/').filter(Boolean).at(-1);
}
