'use node';
/**
 * Connects to a checked target. The connection goes to an address that was checked, so that a name cannot change between
 * check and connection.
 */
import { type IncomingMessage, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { isIP } from 'node:net';
import type { Target } from './addresses.js';

/** Addresses of one name that are tried, for hosts that cannot be reached over one address family. */
const MAX_ADDRESSES = 3;

export interface Sent {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** Sent whole to each address that is tried. */
  body?: string;
}

/** The first answer from one of the target's addresses. Rejects with the last error if none answers. */
export async function connect({ url, addresses }: Target, sent: Sent, signal: AbortSignal): Promise<IncomingMessage> {
  let fault: unknown;
  for (const address of addresses.slice(0, MAX_ADDRESSES)) {
    try {
      return await ask(url, address, sent, signal);
    } catch (error) {
      fault = error;
      signal.throwIfAborted();
    }
  }
  throw fault;
}

/** Connects to `address` and asks there for the host in the URL. Over TLS the certificate must be for that host. */
function ask(
  url: URL,
  address: string,
  { method, headers, body }: Sent,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const options = {
    host: address,
    port: url.port || (secure ? 443 : 80),
    path: url.pathname + url.search,
    method,
    headers: { ...headers, Host: url.host },
    agent: false as const,
    signal,
    ...(secure && !isIP(host) && { servername: host }),
  };
  return new Promise((resolve, reject) => {
    (secure ? requestSecurely : requestPlainly)(options, resolve).on('error', reject).end(body);
  });
}

/** Rejects when the time is over, even if the work cannot be interrupted, such as the look-up of a name. */
export function withinTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
