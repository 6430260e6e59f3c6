/** Reads addresses for the doctor as a browser would on the page's behalf, within bounds of size, time and redirects. */

export interface Reading {
  /** Where the answer came from, after redirects. */
  url: string;
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
}

/** Why there is no answer, in words that continue "it …". */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

const MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 5;
const AGENT = 'gigsy-doctor';

/** The answer at `url`, whatever its status. Throws Unreadable. */
export async function readAddress(url: string, headers: Record<string, string> = {}): Promise<Reading> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let at = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    if (!isWebAddress(at)) throw new Unreadable('leads to an address that is neither http nor https');
    const response = await ask(at, headers, signal);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null || !URL.canParse(location, at)) return whole(at, response, signal);
    await response.body?.cancel();
    at = new URL(location, at).href;
  }
  throw new Unreadable(`redirects more than ${MAX_REDIRECTS} times`);
}

export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
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
  return { url, status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') };
}

function unreadable(cause: unknown, signal: AbortSignal): Unreadable {
  if (signal.aborted) return new Unreadable(`does not answer within ${TIMEOUT_MS / 1000} seconds`);
  const { code, message } = ((cause as Error).cause ?? cause) as { code?: string; message: string };
  return new Unreadable(`can not be reached (${code ?? message})`);
}
