'use node';
/**
 * Fetches an address that a user chose, without becoming a tool for attacks. Connections go only to addresses that were
 * checked, so that a name cannot change between check and connection. Each redirect is checked again. Bytes and time are
 * bounded. The request carries no cookie, no credential and no referrer.
 */
import type { IncomingMessage } from 'node:http';
import { MAX_PHOTO_BYTES, type PhotoFault } from '@gigsy/schema';
import type { Read } from '../../model/profile/takePhoto.js';
import { type Resolve, resolveByDns, targetOf } from './addresses.js';
import { connect, withinTime } from './connect.js';

const MAX_REDIRECTS = 3;
/** Bound of the whole fetch: names, connections, redirects and bytes. */
const TIMEOUT_MS = 10_000;

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
    const response = await connect(target, { method: 'GET', headers: HEADERS }, signal);
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
