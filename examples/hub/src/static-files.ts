/** Files of one folder over HTTP: GET and HEAD, ETag and 304, Brotli and gzip, and nothing outside the folder. */
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { type Coding, codingFor, compress, isCompressible, isWorthCompressing } from '@gigsy/local';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webp': 'image/webp',
};

/** Sends the file `path` of `folder`; false, with nothing sent, if it does not exist. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  path: string,
  headers: Record<string, string>,
): Promise<boolean> {
  const type = TYPES[extname(path)];
  const file = type && (await inside(folder, path));
  if (!type || !file) return false;
  const precompressed = (coding: Coding) => readFile(file + ENDINGS[coding]).catch(() => undefined);
  await send(request, response, await readFile(file), { 'content-type': type, ...headers }, precompressed);
  return true;
}

/** Files beside a file that hold it compressed, as CDNs expect them. */
const ENDINGS: Record<Coding, string> = { br: '.br', gzip: '.gz' };

/** Sends a body that holds no secret, compressed where the client takes it: as `precompressed` has it, or made here. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer | string,
  headers: Record<string, string | string[]>,
  precompressed: (coding: Coding) => Promise<Buffer | undefined> = async () => undefined,
): Promise<void> {
  const bytes = Buffer.from(body);
  const varies = isCompressible(headers['content-type']?.toString()) && isWorthCompressing(bytes.byteLength);
  const coding = varies ? codingFor(request.headers['accept-encoding']?.toString()) : null;
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  // A strong tag stands for the bytes that are sent, so each coding has its own (RFC 9110, 8.8.3.3).
  const etag = coding ? `"${hash}-${coding}"` : `"${hash}"`;
  const all = {
    etag,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...(varies && { vary: 'Accept-Encoding' }),
    ...headers,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, all).end();
    return;
  }
  const sent = coding ? ((await precompressed(coding)) ?? (await compressedOnce(bytes, coding, etag))) : bytes;
  const encoding = coding && { 'content-encoding': coding };
  response.writeHead(200, { ...all, ...encoding, 'content-length': sent.byteLength });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

/** Bodies compressed here, by entity tag: pages, and files without a compressed one beside them. */
const compressedBodies = new Map<string, Promise<Buffer>>();
const MOST_KEPT = 200;

function compressedOnce(body: Buffer, coding: Coding, etag: string): Promise<Buffer> {
  const known = compressedBodies.get(etag);
  if (known) return known;
  const made = compress(body, coding);
  if (compressedBodies.size >= MOST_KEPT) compressedBodies.clear();
  compressedBodies.set(etag, made);
  return made;
}

export function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

/** The real path of the file, with links followed, if it exists in the folder. */
async function inside(folder: string, path: string): Promise<string | undefined> {
  if (path.includes('\0')) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}
