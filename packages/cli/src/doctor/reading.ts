/** Reads addresses as a browser would on the page's behalf, within bounds of size, time and redirects. */
import { isInside } from './addresses.ts';
import { type Credentials, basicAuthorization, splitCredentials } from '../secrets.ts';

export interface Reading {
  /** The answer's address after redirects, without credentials. */
  url: string;
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
}

/** The reason for no answer, in words that continue "it …". */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

export interface Asking {
  headers?: Record<string, string>;
  /** Redirects: followed anywhere (default), within the origin, or never; the redirect itself is then the answer. */
  follow?: 'anywhere' | 'origin' | 'never';
  /** Without the page's credentials, as elements ask an API. */
  anonymous?: boolean;
}

const MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 15_000;
/** Time for all reading of one examination. */
const TOTAL_MS = 45_000;
const MAX_REDIRECTS = 5;
const AGENT = 'gigsy-doctor';

/** One examination: its time, the credentials in the page's address, and whether it may read inside a network. */
export class Visit {
  /** The page's address, without credentials. */
  readonly url: string;
  readonly #credentials: Credentials | undefined;
  readonly #deadline = AbortSignal.timeout(TOTAL_MS);
  #isHomeInside: Promise<boolean> | undefined;

  /** `url` is an http or https address. */
  constructor(url: string) {
    ({ url: this.url, credentials: this.#credentials } = splitCredentials(url));
  }

  /** The answer at `url`, with any status. Throws Unreadable. */
  async read(url: string, { headers = {}, follow = 'anywhere', anonymous = false }: Asking = {}): Promise<Reading> {
    const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.#deadline]);
    let at = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      if (!isWebAddress(at)) throw new Unreadable('leads to an address that is neither http nor https');
      await this.#admit(at);
      const step = splitCredentials(at);
      const given =
        step.credentials ??
        (!anonymous && new URL(at).origin === this.#credentials?.origin ? this.#credentials : undefined);
      const response = await ask(
        step.url,
        { ...headers, ...(given ? { authorization: basicAuthorization(given) } : {}) },
        signal,
      );
      const location = response.headers.get('location');
      const isRedirect =
        response.status >= 300 && response.status < 400 && location !== null && URL.canParse(location, step.url);
      if (!isRedirect || follow === 'never') return whole(step.url, response, signal);
      await response.body?.cancel();
      at = new URL(location, step.url).href;
      if (follow === 'origin' && new URL(at).origin !== new URL(url).origin)
        throw new Unreadable('redirects to another origin');
    }
    throw new Unreadable(`redirects more than ${MAX_REDIRECTS} times`);
  }

  /** A page on the web cannot make the doctor read an address that only this machine or its network reaches. */
  async #admit(url: string): Promise<void> {
    if (new URL(url).origin === new URL(this.url).origin) return;
    this.#isHomeInside ??= isInside(this.url);
    if (!(await this.#isHomeInside) && (await isInside(url)))
      throw new Unreadable('is inside a network, where visitors do not reach it, and was not asked');
  }
}

export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** The JSON object of an answer; empty if the answer is not one. */
export function jsonOf({ text }: Reading): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

async function ask(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal, headers: { 'user-agent': AGENT, ...headers } });
  } catch (cause) {
    throw unreadable(cause, signal);
  }
}

async function whole(url: string, response: Response, signal: AbortSignal): Promise<Reading> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > MAX_BYTES) throw new Unreadable(`is larger than ${MAX_BYTES / 1_000_000} MB`);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : unreadable(cause, signal);
  }
  const bytes = Buffer.concat(chunks);
  return {
    url,
    status: response.status,
    headers: response.headers,
    bytes,
    text: decoded(bytes, response.headers.get('content-type') ?? ''),
  };
}

/** Decodes by the encoding in the header, or as UTF-8 if the header names no known encoding. */
function decoded(bytes: Buffer, type: string): string {
  const charset = /;\s{0,20}charset\s{0,20}=\s{0,20}"?([\w.:-]{1,40})/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

function unreadable(cause: unknown, signal: AbortSignal): Unreadable {
  if (signal.aborted) return new Unreadable(`does not answer within ${TIMEOUT_MS / 1000} seconds`);
  const { code, message } = ((cause as Error).cause ?? cause) as { code?: string; message: string };
  return new Unreadable(`can not be reached (${code ?? message})`);
}
