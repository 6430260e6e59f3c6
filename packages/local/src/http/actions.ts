/** HTTP actions: requests to the site URL, routed by `convex/http.ts` and by the routers of components with an `httpPrefix`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ReadableStreamDefaultReader } from 'node:stream/web';
import type { Authenticator } from '../auth/authenticator.ts';
import { ANONYMOUS } from '../auth/identity.ts';
import type { Caller } from '../auth/identity.ts';
import { TokenError } from '../auth/tokens.ts';
import type { Executor, HttpRoute } from '../execution/executor.ts';
import { FunctionFailure, failureOf, newRequestId } from '../functions/failure.ts';
import type { Logger } from '../log.ts';
import { type Coding, codingFor, compress, isCompressible, isWorthCompressing, varyBy } from './compression.ts';
import { BodyTooLarge, readBody, refuseBody, sendJson } from './listen.ts';
import { requestInfo } from './request-info.ts';

/** Convex's limit on the body of an HTTP action's request. */
const LARGEST_BODY = 20 << 20;
/** And on the body of its response. */
const LARGEST_RESPONSE = 20 << 20;
/** Larger bodies are not copied into a text. */
const LARGEST_TEXT = 64 << 10;
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);

export class HttpActions {
  readonly #executor: Executor;
  readonly #authenticator: Authenticator;
  readonly #log: Logger;
  readonly #siteUrl: string;

  constructor(parts: { executor: Executor; authenticator: Authenticator; log: Logger; siteUrl: string }) {
    this.#executor = parts.executor;
    this.#authenticator = parts.authenticator;
    this.#log = parts.log;
    this.#siteUrl = parts.siteUrl;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? new URL(this.#siteUrl).host}`);
    const route = this.#find(url.pathname, request.method ?? 'GET');
    if (!route) {
      const enabled = [...this.#executor.registry.components.values()].some((component) => component.router);
      const text = enabled ? 'No matching routes found' : 'This Convex deployment does not have HTTP actions enabled.';
      response.writeHead(404, { 'content-type': 'text/plain' }).end(text);
      return;
    }
    const info = requestInfo(request, newRequestId());
    try {
      const caller = await this.#caller(request);
      const call = { caller, request: { ...info, authToken: caller.token } };
      await this.#executor.http(route, call, await toRequest(request, url, whenGone(response)), (answer) =>
        send(answer, request, response),
      );
    } catch (error) {
      if (error instanceof BodyTooLarge)
        return refuseBody(request, response, 413, { code: 'RequestTooLarge', message: error.message });
      this.#fail(response, url.pathname, info.requestId, error);
    }
  }

  #fail(response: ServerResponse, path: string, requestId: string, error: unknown): void {
    const failure = failureOf(error);
    this.#log.failure('function.failed', { path, kind: 'http' }, failure);
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, { code: `[Request ID: ${requestId}] Server Error`, trace: failure.message });
  }

  #find(path: string, method: string): HttpRoute | null {
    const { components } = this.#executor.registry;
    if (components.get('')?.router?.lookup(path, method)) return { component: '', path, method };
    for (const component of components.values()) {
      const prefix = component.httpPrefix?.replace(/\/?$/, '/');
      if (component.parent !== '' || !prefix || !path.startsWith(prefix)) continue;
      const below = `/${path.slice(prefix.length)}`;
      if (component.router?.lookup(below, method)) return { component: component.path, path: below, method };
    }
    return null;
  }

  /** The header may belong to the project: a foreign token fails only when the action asks for the caller's identity. */
  async #caller(request: IncomingMessage): Promise<Caller> {
    try {
      return await this.#authenticator.fromHeader(request.headers.authorization);
    } catch (error) {
      if (error instanceof TokenError) return { ...ANONYMOUS, identity: error };
      throw error;
    }
  }
}

/** Aborts when the client goes away before it has the whole answer. */
function whenGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

async function toRequest(request: IncomingMessage, url: URL, signal: AbortSignal): Promise<Request> {
  const headers = new Headers();
  for (let at = 0; at < request.rawHeaders.length; at += 2)
    headers.append(request.rawHeaders[at]!, request.rawHeaders[at + 1]!);
  const method = request.method ?? 'GET';
  const body = WITHOUT_BODY.has(method) ? null : await readBody(request, LARGEST_BODY);
  return new Request(url, {
    method,
    headers,
    signal,
    ...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
}

async function send(answer: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers: [string, string][] = [...answer.headers].filter(([name]) => name !== 'set-cookie');
  for (const [name, value] of headers) response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.statusCode = answer.status;
  const coding = negotiateCoding(answer, request, response);
  if (answer.body) await sendBody(answer.body.getReader() as Reader, response, coding);
  else response.end();
}

/**
 * The coding of an answer. Null if the request carries credentials or the answer is marked `no-store`: the compressed length
 * of a secret next to text that an attacker chose would reveal the secret (breachattack.com).
 */
function negotiateCoding(answer: Response, request: IncomingMessage, response: ServerResponse): Coding | null {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (headers.authorization !== undefined || headers.cookie !== undefined) return null;
  if (['set-cookie', 'content-encoding', 'content-range', 'accept-ranges'].some((name) => answer.headers.has(name)))
    return null;
  if (/\b(no-store|no-transform)\b/i.test(answer.headers.get('cache-control') ?? '')) return null;
  const isUnchanged = answer.status === 304;
  if (!isUnchanged && !(answer.status === 200 && isCompressible(answer.headers.get('content-type') ?? ''))) return null;
  response.setHeader('vary', varyBy('Accept-Encoding', answer.headers.get('vary') ?? undefined));
  const etag = answer.headers.get('etag');
  if (isUnchanged && etag && headers['if-none-match']?.includes(`W/${etag}`)) response.setHeader('etag', `W/${etag}`);
  return isUnchanged ? null : codingFor(headers['accept-encoding']?.toString());
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type Chunk = Awaited<ReturnType<Reader['read']>>;

/**
 * Sends a body that is complete already, as most are, in one piece with its length: a stream would take as long as the rest of
 * a small read. Any other body is sent as the function makes it.
 */
async function sendBody(reader: Reader, response: ServerResponse, coding: Coding | null): Promise<void> {
  const first = reader.read();
  const second = first.then((chunk) => (chunk.done ? chunk : reader.read()));
  if ((await soon(second))?.done) {
    const { value } = await first;
    const length = value?.byteLength ?? 0;
    const isCompressed = value !== undefined && coding !== null && isWorthCompressing(length);
    if (length <= LARGEST_RESPONSE)
      return isCompressed ? endCompressed(value, coding, response) : endWith(value, response);
  }
  response.flushHeaders();
  // The function need make no more for a client that has gone away.
  response.once('close', () => void reader.cancel().catch(() => undefined));
  if (response.req.method === 'HEAD') response.end();
  else await pipeline(chunksOf(reader, [first, second]), response);
}

/** The bytes differ from those that a strong entity tag stands for, so the tag becomes a weak one (RFC 9110, 8.8.1). */
async function endCompressed(body: Uint8Array, coding: Coding, response: ServerResponse): Promise<void> {
  const etag = response.getHeader('etag');
  if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
  response.setHeader('content-encoding', coding);
  const compressed = await compress(body, coding);
  response.setHeader('content-length', compressed.byteLength);
  response.end(compressed);
}

/** Node writes a text together with the headers, and bytes in a call of their own. */
function endWith(body: Uint8Array | undefined, response: ServerResponse): void {
  if (!(body instanceof Uint8Array) || body.byteLength > LARGEST_TEXT) response.end(body);
  else response.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'latin1');
}

/** The promise's value if pending microtasks settle it; null if it stays pending or is rejected. */
function soon<T>(promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    promise.then(resolve, () => resolve(null));
    process.nextTick(resolve, null);
  });
}

/** The chunks that are being read and all after them; throws beyond LARGEST_RESPONSE. */
async function* chunksOf(reader: Reader, reading: Promise<Chunk>[]): AsyncGenerator<Uint8Array> {
  let size = 0;
  for (;;) {
    const { done, value } = await (reading.shift() ?? reader.read());
    if (done) return;
    size += value.byteLength;
    if (size > LARGEST_RESPONSE)
      throw new FunctionFailure('HttpResponseTooLarge: HTTP actions support responses up to 20 MiB');
    yield value;
  }
}
