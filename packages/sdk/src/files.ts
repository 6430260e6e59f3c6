/**
 * Files of portfolios: sends one in parts, goes on after a lost connection or in another visit, and reads those that are not
 * public. Loaded by pages that upload.
 */
import type { FileFault, StoredFile, Upload } from '@gigsy/schema';
import { type Auth, tokenFrom } from './auth.ts';
import { deadline } from './deadline.ts';
import { GigsyError, badResponse, connectionError, isGigsyError } from './errors.ts';
import { Transient, withRetries } from './http/retry.ts';
import { errorFromPayload } from './payload.ts';

/** The calls that an upload makes: `gigsy.portfolio.uploads` of a signed-in client. */
export interface UploadCalls {
  begin(args: { size: number }, options?: { signal?: AbortSignal }): Promise<UploadTicket>;
  state(args: { upload: string }, options?: { signal?: AbortSignal }): Promise<Upload | null>;
}

/** An upload that has begun. A page that keeps it can go on with it for a day. Its holder can send parts of the file. */
export interface UploadTicket {
  upload: string;
  address: string;
  /** Bytes of each part but the last. */
  partBytes: number;
  parts: number;
  /** Unix milliseconds. */
  expiresAt: number;
}

export interface UploadOptions {
  /** An upload of the same file that was begun before. One that is over is begun anew. */
  ticket?: UploadTicket | undefined;
  /** Gets the upload as soon as there is one, to be kept for another visit. */
  onTicket?: (ticket: UploadTicket) => void;
  /** Hears how many bytes of the file have arrived. */
  onProgress?: (progress: { sent: number; size: number }) => void;
  /** Stops sending. The upload can go on later; `gigsy.portfolio.uploads.cancel` deletes it. */
  signal?: AbortSignal;
  fetch?: typeof globalThis.fetch;
  /** Attempts after the first for each request whose connection fails: 5 by default. */
  retries?: number;
  /** Source of retry jitter, 0 up to 1: `Math.random` by default. */
  random?: () => number;
  /** Longest that one part may take, in milliseconds: 60,000 by default. */
  timeoutMs?: number;
}

/** A file that was refused for what it is. `fault` names why; the message tells people. */
export class FileRefused extends GigsyError {
  declare readonly fault: FileFault;
}

const TIMEOUT_MS = 60_000;
const RETRIES = 5;

/**
 * Sends a file and resolves once it is checked and stored. Its `file` names it in a contribution. Rejects with a `FileRefused`
 * for a file that is not taken, and with a GigsyError otherwise.
 */
export async function uploadFile(calls: UploadCalls, file: Blob, options: UploadOptions = {}): Promise<StoredFile> {
  const { ticket, known } = await begun(calls, file, options);
  if (known?.stored) return known.stored;
  const received = new Set(known?.received);
  const sizeOf = (number: number) => Math.min(ticket.partBytes, file.size - number * ticket.partBytes);
  let sent = [...received].reduce((sum, number) => sum + sizeOf(number), 0);
  options.onProgress?.({ sent, size: file.size });
  for (let number = 0; number < ticket.parts; number += 1) {
    if (received.has(number)) continue;
    const start = number * ticket.partBytes;
    const part = await file.slice(start, start + sizeOf(number)).arrayBuffer();
    const headers = { 'Content-Digest': await digestOf(part) };
    await request(`${ticket.address}/${number}`, { method: 'PUT', body: part, headers }, options);
    sent += part.byteLength;
    options.onProgress?.({ sent, size: file.size });
  }
  return (await (await request(ticket.address, { method: 'POST' }, options)).json()) as StoredFile;
}

/** The upload to go on with, and how far it is. */
async function begun(calls: UploadCalls, { size }: Blob, { ticket, onTicket, signal }: UploadOptions) {
  const given = signal ? { signal } : {};
  const known = ticket && (await calls.state({ upload: ticket.upload }, given));
  if (ticket && known?.size === size && known.state !== 'refused') return { ticket, known };
  const fresh = await calls.begin({ size }, given);
  onTicket?.(fresh);
  return { ticket: fresh, known: null };
}

export interface ReadFileOptions {
  /** Origin of the Gigsy site: `https://profiles.example.com`. */
  api: string;
  /** Of a person who may see the file. */
  auth?: Auth;
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
}

/**
 * The bytes at the address of a file in a view. An address that begins with `/v1/media/public/` needs no token, so that an `img`
 * shows it; any other opens only to whom the view was given. Null if there is nothing for this person.
 */
export async function readFile(
  address: string,
  { api, auth, fetch = globalThis.fetch, signal }: ReadFileOptions,
): Promise<Blob | null> {
  const ends = deadline(TIMEOUT_MS, signal);
  if (!/^\/v1\/media\/[a-z]+\/[0-9a-f]+$/.test(address)) return null;
  const token = await tokenFrom(auth, false, ends);
  const headers: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
  try {
    const response = await fetch(api.replace(/\/+$/, '') + address, { headers, signal: ends, credentials: 'omit' });
    if (response.status === 404) return null;
    if (!response.ok) throw badResponse();
    return await response.blob();
  } catch (cause) {
    throw isGigsyError(cause) ? cause : connectionError(cause, ends);
  }
}

/** RFC 9530. */
async function digestOf(part: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', part));
  return `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
}

/** The answer to a request, which may be sent again: each has one effect. */
async function request(address: string, init: RequestInit, options: UploadOptions): Promise<Response> {
  const { signal, retries = RETRIES, random = Math.random, timeoutMs = TIMEOUT_MS } = options;
  const stop = signal ?? new AbortController().signal;
  return withRetries(() => attempt(address, init, { ...options, timeoutMs }), { retries, random, signal: stop });
}

async function attempt(
  address: string,
  init: RequestInit,
  { fetch = globalThis.fetch, signal, timeoutMs }: UploadOptions,
): Promise<Response> {
  const ends = deadline(timeoutMs, signal);
  let response: Response;
  try {
    response = await fetch(address, { ...init, signal: ends, credentials: 'omit' });
  } catch (cause) {
    if (signal?.aborted) throw connectionError(cause, signal);
    throw new Transient(connectionError(cause, ends));
  }
  if (response.ok) return response;
  const error = await errorIn(response);
  if (response.status >= 500 || response.status === 429) throw new Transient(error, error.retryAfterMs);
  throw error;
}

async function errorIn(response: Response): Promise<GigsyError> {
  const problem = (await response.json().catch(() => null)) as { fault?: unknown } | null;
  const error = errorFromPayload(problem) ?? badResponse();
  if (typeof problem?.fault !== 'string') return error;
  return Object.assign(new FileRefused(error.code, error.message), { fault: problem.fault });
}
