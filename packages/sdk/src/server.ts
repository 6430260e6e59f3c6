/**
 * For a partner's own server: names viewers by the partner's secret key and gets tokens for its pages. Never for a
 * browser: the key lets its holder name everybody who is linked to the partner.
 */
import type { OfferAnswer, SessionAnswer, Viewer } from '@gigsy/schema';
import { SECRET_KEY, SECRET_KEY_FORM } from '@gigsy/schema/rules';
import { DEFAULT_TIMEOUT_MS, deadline } from './deadline.ts';
import { GigsyError, badResponse, connectionError, isGigsyError } from './errors.ts';
import { DEFAULT_RETRIES, Transient, withRetries } from './http/retry.ts';
import { errorFromPayload } from './payload.ts';

export { GigsyError, isGigsyError } from './errors.ts';
export type { ErrorCode, OfferAnswer, SessionAnswer, Viewer } from '@gigsy/schema';

export interface GigsyServerOptions {
  /** Origin of the Gigsy site: `https://happy-otter-123.convex.site`. */
  api: string;
  /** The partner's secret key, `sk_...`, from where the server keeps its secrets. */
  secretKey: string;
  fetch?: typeof globalThis.fetch;
  /** Longest a call may take, retries included: 10,000 ms by default. */
  timeoutMs?: number;
  /** Attempts after the first when the connection fails or the deployment is overloaded: 2 by default, 0 for none. */
  retries?: number;
  /** Source of retry jitter, 0 up to 1: `Math.random` by default. */
  random?: () => number;
}

export interface GigsyServer {
  readonly sessions: {
    /**
     * Opens a session for the organisation, or for the person linked under the partner's own user id, and returns its
     * token for that person's page, which shows `handles` (at most 50) as members see them. It ends after ten minutes (`expiresAt`, Unix milliseconds): mint one for each page
     * view, hand it to nobody else and keep none. `not_found`: nobody is linked under this id.
     */
    mint(options: { viewer: Viewer; handles?: readonly string[]; signal?: AbortSignal }): Promise<SessionAnswer>;
  };
  readonly links: {
    /**
     * A code by which a person, signed in to Gigsy, allows this partner to name them under `user`. It works once, for
     * ten minutes. Make it only for a user whom your server has signed in: the person who answers it becomes that
     * user's viewer.
     */
    offer(options: { user: string; signal?: AbortSignal }): Promise<OfferAnswer>;
  };
}

/** Throws a GigsyError: `forbidden` in a browser, `invalid_argument` for a malformed address or key. */
export function createGigsyServer(options: GigsyServerOptions): GigsyServer {
  if ('document' in globalThis) {
    throw new GigsyError(
      'forbidden',
      'Secret keys are for servers: whoever opens this page has the key. Revoke it, and mint tokens on your server.',
    );
  }
  const endpoint = siteOf(options.api);
  if (!SECRET_KEY.test(options.secretKey)) throw refused('secretKey', `must be a whole secret key: ${SECRET_KEY_FORM}`);
  const post = (path: string, body: object, signal?: AbortSignal) =>
    send(options, `${endpoint}/v1/${path}`, body, signal);
  return {
    sessions: {
      mint: async ({ viewer, handles, signal }) => {
        const { token, expiresAt } = await post('embed-sessions', { viewer, ...(handles && { handles }) }, signal);
        if (typeof token !== 'string' || typeof expiresAt !== 'number') throw badResponse();
        return { token, expiresAt };
      },
    },
    links: {
      offer: async ({ user, signal }) => {
        const { code, expiresAt } = await post('embed-links', { user }, signal);
        if (typeof code !== 'string' || typeof expiresAt !== 'number') throw badResponse();
        return { code, expiresAt };
      },
    },
  };
}

function siteOf(api: string): string {
  if (!/^https?:\/\//.test(api) || !URL.canParse(api))
    throw refused('api', 'must be the http:// or https:// address of a Gigsy site');
  return api.replace(/\/+$/, '');
}

function refused(path: string, message: string): GigsyError {
  return new GigsyError('invalid_argument', `${path} ${message}.`, { fields: [{ path, message }] });
}

/** Asking twice is harmless: a session of the first attempt ends by itself. */
function send(
  options: GigsyServerOptions,
  url: string,
  body: object,
  given?: AbortSignal,
): Promise<Record<string, unknown>> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, retries = DEFAULT_RETRIES, random = Math.random } = options;
  const signal = deadline(timeoutMs, given);
  if (signal.aborted) return Promise.reject(connectionError(undefined, signal));
  return withRetries(() => attempt(options, url, body, signal), { retries, random, signal });
}

async function attempt(
  { secretKey, fetch = globalThis.fetch }: GigsyServerOptions,
  url: string,
  body: object,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const headers = { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' };
  let response, text;
  try {
    // A redirect would carry the key to another address.
    response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' });
    text = await response.text();
  } catch (cause) {
    const error = connectionError(cause, signal);
    throw isGigsyError(error, 'offline') ? new Transient(error) : error;
  }
  const answer = parsed(text);
  if (response.ok && answer) return answer;
  const error = errorFromPayload(answer);
  if (error) throw isGigsyError(error, 'internal') ? new Transient(error) : error;
  throw response.status >= 500 ? new Transient(new GigsyError('internal', 'Gigsy could not answer.')) : badResponse();
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
