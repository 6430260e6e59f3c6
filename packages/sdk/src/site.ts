/** A Gigsy site over plain HTTP: where it is, and how its JSON is fetched. Part of the embed. */
import { deadline } from './deadline.ts';
import { type GigsyError, badResponse, connectionError, isGigsyError } from './errors.ts';

export interface ReaderOptions {
  /** Origin of the Gigsy site: `https://profiles.example.com`. */
  api: string;
  /** The partner's publishable key (`pk_...`): reads then work on the partner's own origins alone. */
  key?: string | undefined;
  fetch?: typeof globalThis.fetch;
  /** 10,000 ms by default. */
  timeoutMs?: number;
}

/** Text with characters that no handle has yields null without a request: `..` would name another route. */
export const HANDLE = /^[a-z0-9-]+$/;

/** Well-formed addresses. Other code, loaded for malformed ones, interprets them and tells the developer. */
const SITE = /^(https:\/\/[^/?#@]+(?<!\.cloud)|http:\/\/(localhost|127\.)[^/?#@]*)$/;

/** The key as a parameter of an address, after `sign`; empty without a key. */
export function keyIn({ key }: ReaderOptions, sign: '?' | '&'): string {
  return key ? `${sign}key=${encodeURIComponent(key)}` : '';
}

/**
 * The JSON object at `/v1{path}`; null if there is nothing to see (404). Answers that describe an error or announce the
 * end of the API are rare, so their code is loaded when one comes. Rejects with a GigsyError.
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
    throw await errorIn(body);
  } catch (cause) {
    if (isGigsyError(cause)) throw cause;
    throw (cause as Error).name === 'SyntaxError' ? badResponse(cause) : connectionError(cause, ends);
  }
}

/** The error that the deployment describes. */
export function errorIn(described: unknown): Promise<GigsyError> {
  return import('./payload.ts').then(
    ({ errorFromPayload }) => errorFromPayload(described) ?? badResponse(),
    badResponse,
  );
}
