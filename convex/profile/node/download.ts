'use node';
/**
 * Fetches an address that a user chose, without becoming a tool for attacks. Connections go only to addresses that were
 * checked, so that a name cannot change between check and connection. Each redirect is checked again. Bytes and time are
 * bounded. The request carries no cookie, no credential and no referrer.
 */
import { type IncomingMessage, get as getPlainly } from 'node:http';
import { get as getSecurely } from 'node:https';
import { isIP } from 'node:net';
import { MAX_PHOTO_BYTES, type PhotoFault } from '@gigsy/schema';
import type { Read } from '../../model/profile/takePhoto.js';
import { type Resolve, type Target, resolveByDns, targetOf } from './addresses.js';

const MAX_REDIRECTS = 3;
/** Bound of the whole fetch: names, connections, redirects and bytes. */
const TIMEOUT_MS = 10_000;
/** Addresses of one name that are tried, for hosts that cannot be reached over one address family. */
const MAX_ADDRESSES = 3;

const HEADERS = {
  Accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif',
  'Accept-Encoding': 'identity',
  'User-Agent': 'Gigsy-Photos/1',
};

export interface DownloadOptions {
  /** Lets addresses of this machine pass: for development. */
  loopback: boolean;
  resolve?: Resolve;
  timeoutMs?: number;
}

/** The bytes at `source`, or the fault. Never rejects: every error on the way is `unreachable`. */
export async function download(
  source: string,
  { loopback, resolve = resolveByDns, timeoutMs = TIMEOUT_MS }: DownloadOptions,
): Promise<Read> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await withinTime(signal, follow(new URL(source), { resolve, loopback }, signal));
    return typeof answer === 'string' ? { fault: answer } : await withinTime(signal, bounded(answer));
  } catch {
    return { fault: 'unreachable' };
  }
}

async function follow(
  first: URL,
  door: { resolve: Resolve; loopback: boolean },
  signal: AbortSignal,
): Promise<IncomingMessage | PhotoFault> {
  let url = first;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const target = await targetOf(url, door);
    if (!target) return 'address_not_allowed';
    const response = await connect(target, signal);
    const {
      statusCode = 0,
      headers: { location },
    } = response;
    if (statusCode === 200) return response;
    response.destroy();
    if (statusCode < 300 || statusCode > 399 || !location || !URL.canParse(location, url)) return 'unreachable';
    url = new URL(location, url);
  }
  return 'unreachable';
}

/** The first answer from one of the target's addresses. Rejects with the last error if none answers. */
async function connect({ url, addresses }: Target, signal: AbortSignal): Promise<IncomingMessage> {
  let fault: unknown;
  for (const address of addresses.slice(0, MAX_ADDRESSES)) {
    try {
      return await ask(url, address, signal);
    } catch (error) {
      fault = error;
      signal.throwIfAborted();
    }
  }
  throw fault;
}

/** Connects to `address` and asks there for the host in the URL. Over TLS the certificate must be for that host. */
function ask(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const options = {
    host: address,
    port: url.port || (secure ? 443 : 80),
    path: url.pathname + url.search,
    headers: { ...HEADERS, Host: url.host },
    agent: false as const,
    signal,
    ...(secure && !isIP(host) && { servername: host }),
  };
  return new Promise((resolve, reject) => {
    (secure ? getSecurely : getPlainly)(options, resolve).on('error', reject);
  });
}

/** The body, or a fault once it is too large. */
async function bounded(response: IncomingMessage): Promise<Read> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_PHOTO_BYTES) return { fault: 'too_large' };
    chunks.push(chunk);
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)) };
}

/** Rejects when the time is over, even if the work cannot be interrupted, such as the look-up of a name. */
function withinTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
