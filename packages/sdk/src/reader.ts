/**
 * The public reader: profiles over plain HTTP, as anonymous visitors of a page see them. It is all of the SDK that a
 * read-only embed loads, so it stays under 1 kB gzip and imports the live connection only when something is watched.
 */
import type { ProfileView } from '@gigsy/schema';
import { deadline } from './deadline.ts';
import { badResponse, connectionError, isGigsyError } from './errors.ts';
import type { WatchObserver } from './resources.ts';

export { GigsyError, isGigsyError } from './errors.ts';
export type { WatchObserver } from './resources.ts';
export type { ErrorCode, ProfileView } from '@gigsy/schema';

/** Where profiles come from. Elements take any object of this shape. */
export interface ProfileSource {
  /** The profile as the viewer may see it; null when there is none for this viewer, hidden or unknown alike. */
  get(handle: string, options?: { signal?: AbortSignal }): Promise<ProfileView | null>;
  /**
   * Calls `next` with the profile now and after each change, until the returned function is called or the signal
   * fires. `offline` passed to `error` is temporary: `next` follows when the connection is back.
   */
  watch?(handle: string, observer: WatchObserver<ProfileView | null>): () => void;
}

export interface ReaderOptions {
  /** Origin of the Gigsy site: `https://profiles.example.com`. */
  api: string;
  /** The partner's publishable key (`pk_...`): reads then work on the partner's own origins alone. */
  key?: string | undefined;
  fetch?: typeof globalThis.fetch;
  /** 10,000 ms by default. */
  timeoutMs?: number;
}

/** The characters of handles. Anything else is unknown without asking: `..` would name another route. */
export const HANDLE = /^[a-z0-9-]+$/;

/** Addresses as they should be. Others are looked at by code of their own: what they mean, and what to tell the developer. */
const SITE = /^(https:\/\/[^/?#@]+(?<!\.cloud)|http:\/\/(localhost|127\.)[^/?#@]*)$/;

/** Reads public profiles over HTTP. Rejects with a GigsyError; revalidates through the browser's cache. */
export function publicReader(options: ReaderOptions): ProfileSource {
  return {
    async get(handle, { signal } = {}) {
      if (!HANDLE.test(handle)) return null;
      const query = options.key ? `?key=${encodeURIComponent(options.key)}` : '';
      const profile = (await fetchJson(options, `/profiles/${handle}${query}`, signal)) as ProfileView | null;
      if (profile && profile.handle !== handle) throw badResponse();
      return profile;
    },
  };
}

/**
 * The JSON object at `/v1{path}`; null where nothing is to be seen (404). Answers that describe an error or announce the
 * end of the API are rare, so what reads them is loaded when one comes.
 */
export async function fetchJson(
  { api, fetch = globalThis.fetch, timeoutMs }: ReaderOptions,
  path: string,
  signal?: AbortSignal | null,
): Promise<object | null> {
  const ends = deadline(timeoutMs, signal);
  try {
    const site = SITE.test(api) ? api : (await import('./addresses.ts')).siteMeant(api);
    const response = await fetch(`${site}/v1${path}`, { signal: ends, credentials: 'omit' });
    if (response.headers.get('deprecation'))
      import('./deprecation.ts').then(
        ({ warnOnce }) => warnOnce(api, response.headers),
        () => {},
      );
    const body: unknown = await response.json();
    if (response.ok && body && typeof body === 'object') return body;
    if (response.status === 404) return null;
    throw await import('./payload.ts').then(
      ({ errorFromPayload }) => errorFromPayload(body) ?? badResponse(),
      badResponse,
    );
  } catch (cause) {
    if (isGigsyError(cause)) throw cause;
    throw (cause as Error).name === 'SyntaxError' ? badResponse(cause) : connectionError(cause, ends);
  }
}
