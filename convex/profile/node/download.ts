'use node';
/** Fetches a picture from an address that a user chose. Bytes and time are bounded. */
import type { IncomingMessage } from 'node:http';
import { MAX_PHOTO_BYTES } from '@gigsy/schema';
import type { Read } from '../../model/profile/takePhoto.js';
import { type Resolve, resolveByDns } from '../../operations/node/addresses.js';
import { withinTime } from '../../operations/node/connect.js';
import { follow } from '../../operations/node/follow.js';

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
    const asked = { headers: HEADERS, signal };
    const answer = await withinTime(signal, follow(new URL(source), { resolve, loopback }, asked));
    return 'fault' in answer ? answer : await withinTime(signal, bounded(answer.response));
  } catch {
    return { fault: 'unreachable' };
  }
}

/** The body, or a fault once it is too large or where there is none to have. */
async function bounded(response: IncomingMessage): Promise<Read> {
  if (response.statusCode !== 200) {
    response.destroy();
    return { fault: 'unreachable' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_PHOTO_BYTES) return { fault: 'too_large' };
    chunks.push(chunk);
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)) };
}
