'use node';
/**
 * Reads a text that somebody chose, a page as a rule: text of its kind alone, its beginning alone, and within a bounded time.
 * operations/node/follow.ts asks for it.
 */
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { MIMEType } from 'node:util';
import { constants, createGunzip } from 'node:zlib';
import type { LinkFault } from '@gigsy/schema';
import { charsetIn, previewIn } from '../../model/portfolio/links/pageWords.js';
import type { PageRead } from '../../model/portfolio/links/queue.js';
import { type Resolve, isLoopback, resolveByDns } from '../../operations/node/addresses.js';
import { withinTime } from '../../operations/node/connect.js';
import { follow } from '../../operations/node/follow.js';

/** Bound of the whole: names, connections, redirects and bytes. */
const TIMEOUT_MS = 10_000;
/** Most bytes of a page that are read, packed and unpacked. The rest is cut: what a page says of itself comes first. */
export const MAX_PAGE_BYTES = 512 * 1024;
/** Bytes in which a page names its encoding (HTML, 4.2.5.4). */
const NAMED_WITHIN = 1_024;

/** The media types of what is read, by its kind. */
const KINDS = { page: ['text/html', 'application/xhtml+xml'], text: ['text/plain'] } as const;
/** The host is busy: the page may be there later. Others from 500 on count too. */
const BUSY = [408, 425, 429];

export interface PageOptions {
  /** Lets addresses of this machine pass: for development. */
  loopback: boolean;
  resolve?: Resolve;
  timeoutMs?: number;
}

/** The words of the page about itself, or the fault. */
export async function readPage(address: string, options: PageOptions): Promise<PageRead> {
  const read = await readText(address, 'page', options);
  if ('fault' in read) return read;
  const preview = previewIn(read.text);
  return preview ? { preview } : { fault: 'no_title' };
}

export type TextRead = { text: string; url: URL } | { fault: LinkFault };

/** The beginning of a text with the address that gave it, or the fault. Never rejects: every error on the way is `unreachable`. */
export async function readText(
  address: string,
  kind: keyof typeof KINDS,
  { loopback, resolve = resolveByDns, timeoutMs = TIMEOUT_MS }: PageOptions,
): Promise<TextRead> {
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = { Accept: KINDS[kind].join(), 'Accept-Encoding': 'gzip', 'User-Agent': 'Gigsy-Links/1' };
  try {
    const first = securely(new URL(address), loopback);
    const answer = await withinTime(signal, follow(first, { resolve, loopback }, { headers, signal }));
    if ('fault' in answer) return answer;
    const { response, url } = answer;
    const fault = faultOf(response, KINDS[kind]);
    if (!fault) return { text: await withinTime(signal, decoded(response)), url };
    response.destroy();
    return { fault };
  } catch {
    return { fault: 'unreachable' };
  }
}

/** Over http anybody on the way could say what the page says, so https is asked instead. Redirects to http are refused. */
function securely(url: URL, loopback: boolean): URL {
  const isHere = url.hostname === 'localhost' || isLoopback(url.hostname);
  if (url.protocol === 'http:' && !(loopback && isHere)) url.protocol = 'https:';
  return url;
}

function faultOf({ statusCode = 0, headers }: IncomingMessage, types: readonly string[]) {
  if (statusCode >= 500 || BUSY.includes(statusCode)) return 'unreachable';
  if (statusCode !== 200) return 'refused';
  const packing = headers['content-encoding'] ?? 'identity';
  const isReadable = packing === 'identity' || packing === 'gzip';
  return isReadable && types.includes(typeOf(headers['content-type'])?.essence ?? '') ? undefined : 'not_a_page';
}

/** Undefined for text that is no media type. */
function typeOf(header: string | undefined): MIMEType | undefined {
  try {
    return new MIMEType(header ?? '');
  } catch {
    return undefined;
  }
}

async function decoded(response: IncomingMessage): Promise<string> {
  const bytes = await beginning(response);
  const told = typeOf(response.headers['content-type'])?.params.get('charset');
  const named = told ?? typeOf(charsetIn(bytes.subarray(0, NAMED_WITHIN).toString('latin1')))?.params.get('charset');
  return decoderOf(bytes, named).decode(bytes);
}

/** A mark at the beginning counts before all that is said of the encoding. UTF-8 for encodings that nobody knows. */
function decoderOf(bytes: Buffer, named: string | null | undefined): TextDecoder {
  const mark = bytes.subarray(0, 2).toString('hex');
  const label = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : (named ?? 'utf-8');
  try {
    return new TextDecoder(bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? 'utf-8' : label);
  } catch {
    return new TextDecoder();
  }
}

/** The beginning of the page. Packed bytes are cut too, and those that are left are unpacked as far as they go. */
async function beginning(response: IncomingMessage): Promise<Buffer> {
  const received = capped(response);
  const isPacked = response.headers['content-encoding'] === 'gzip';
  const body = isPacked ? unpacked(received) : received;
  const chunks: Buffer[] = [];
  for await (const chunk of capped(body)) chunks.push(chunk);
  return Buffer.concat(chunks).subarray(0, MAX_PAGE_BYTES);
}

function unpacked(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // Readers of the stream hear of errors.
  return pipeline(packed, createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }), () => undefined);
}

/** Leaving the loop ends the source. */
async function* capped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    yield chunk;
    size += chunk.length;
    if (size >= MAX_PAGE_BYTES) return;
  }
}
