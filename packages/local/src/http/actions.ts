/** HTTP actions: requests to the site URL, routed by `convex/http.ts` and by the routers of components with an `httpPrefix`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Authenticator } from '../auth/authenticator.ts';
import { ANONYMOUS } from '../auth/identity.ts';
import type { Caller } from '../auth/identity.ts';
import { TokenError } from '../auth/tokens.ts';
import type { Executor, HttpRoute } from '../execution/executor.ts';
import { FunctionFailure, failureOf, newRequestId } from '../functions/failure.ts';
import type { Logger } from '../log.ts';
import { BodyTooLarge, readBody, refuseBody, sendJson } from './listen.ts';
import { requestInfo } from './request-info.ts';

/** Convex's limit on the body of an HTTP action's request. */
const LARGEST_BODY = 20 << 20;
/** And on the body of its response. */
const LARGEST_RESPONSE = 20 << 20;
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);

export class HttpActions {
  private readonly executor: Executor;
  private readonly authenticator: Authenticator;
  private readonly log: Logger;
  private readonly siteUrl: string;

  constructor(parts: { executor: Executor; authenticator: Authenticator; log: Logger; siteUrl: string }) {
    this.executor = parts.executor;
    this.authenticator = parts.authenticator;
    this.log = parts.log;
    this.siteUrl = parts.siteUrl;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? new URL(this.siteUrl).host}`);
    const route = this.find(url.pathname, request.method ?? 'GET');
    if (!route) {
      const enabled = [...this.executor.registry.components.values()].some((component) => component.router);
      const text = enabled ? 'No matching routes found' : 'This Convex deployment does not have HTTP actions enabled.';
      response.writeHead(404, { 'content-type': 'text/plain' }).end(text);
      return;
    }
    const info = requestInfo(request, newRequestId());
    try {
      const caller = await this.caller(request);
      const call = { caller, request: { ...info, authToken: caller.token } };
      await this.executor.http(route, call, await toRequest(request, url, whenGone(response)), (answer) =>
        send(answer, response, request.method === 'HEAD'),
      );
    } catch (error) {
      if (error instanceof BodyTooLarge)
        return refuseBody(request, response, 413, { code: 'RequestTooLarge', message: error.message });
      this.fail(response, url.pathname, info.requestId, error);
    }
  }

  private fail(response: ServerResponse, path: string, requestId: string, error: unknown): void {
    const failure = failureOf(error);
    this.log.failure('function.failed', { path, kind: 'http' }, failure);
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, { code: `[Request ID: ${requestId}] Server Error`, trace: failure.message });
  }

  private find(path: string, method: string): HttpRoute | null {
    const { components } = this.executor.registry;
    if (components.get('')?.router?.lookup(path, method)) return { component: '', path, method };
    for (const component of components.values()) {
      const prefix = component.httpPrefix?.replace(/\/?$/, '/');
      if (component.parent !== '' || !prefix || !path.startsWith(prefix)) continue;
      const below = `/${path.slice(prefix.length)}`;
      if (component.router?.lookup(below, method)) return { component: component.path, path: below, method };
    }
    return null;
  }

  /** The header may be the project's own: a token that is none of ours fails only when the action asks who calls. */
  private async caller(request: IncomingMessage): Promise<Caller> {
    try {
      return await this.authenticator.fromHeader(request.headers.authorization);
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

async function send(answer: Response, response: ServerResponse, headOnly: boolean): Promise<void> {
  const headers: [string, string][] = [...answer.headers].filter(([name]) => name !== 'set-cookie');
  for (const [name, value] of headers) response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(answer.status);
  if (headOnly || !answer.body) response.end();
  else await pipeline(Readable.fromWeb(answer.body as WebStream), atMost(LARGEST_RESPONSE), response);
}

/** Passes chunks on until they are more than so many bytes together. */
function atMost(limit: number): (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  return async function* (chunks) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > limit) throw new FunctionFailure('HttpResponseTooLarge: HTTP actions support responses up to 20 MiB');
      yield chunk;
    }
  };
}
