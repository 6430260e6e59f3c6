/** Convex's HTTP API: POST /api/{query,mutation,action,function,query_ts,query_at_ts}, and the storage URLs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Caller } from '../auth/identity.ts';
import { TokenError } from '../auth/tokens.ts';
import type { Call, Executor, Outcome } from '../execution/executor.ts';
import { clientMessage, newRequestId } from '../functions/failure.ts';
import { errorText } from '../errors.ts';
import { parseJson } from '../values/json-text.ts';
import { StorageFailure, storageFailure } from '../store/failure.ts';
import { encodeTs } from '../sync/protocol.ts';
import { malformedIn } from '../values/convex.ts';
import type { JSONValue } from '../values/json.ts';
import { BodyTooLarge, readBody, refuseBody, sendJson } from './listen.ts';
import { requestInfo } from './request-info.ts';
import { StorageApi } from './storage.ts';

/** 16 MiB of arguments, Convex's limit, and the overhead of bytes in JSON. */
const LARGEST_BODY = 24 << 20;

type Method = 'query' | 'mutation' | 'action' | 'any';
const ENDPOINTS: Record<string, Method> = {
  '/api/query': 'query',
  '/api/query_at_ts': 'query',
  '/api/mutation': 'mutation',
  '/api/action': 'action',
  '/api/function': 'any',
};

class BadRequest extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface FunctionBody {
  path: string;
  args: unknown;
  componentPath?: string;
}

export class Api {
  readonly #executor: Executor;
  readonly #authenticator: Authenticator;
  readonly #storage: StorageApi;

  constructor(executor: Executor, authenticator: Authenticator) {
    this.#executor = executor;
    this.#authenticator = authenticator;
    this.#storage = new StorageApi(executor.storage);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowOrigin(request, response);
    const path = (request.url ?? '/').split('?')[0]!;
    if (request.method === 'OPTIONS') {
      response.writeHead(200).end();
      return;
    }
    try {
      await this.#route(path, request, response);
    } catch (error) {
      if (error instanceof TokenError) sendJson(response, 401, { code: error.code, message: error.message });
      else if (error instanceof BadRequest) sendJson(response, 400, { code: error.code, message: error.message });
      else if (error instanceof BodyTooLarge)
        refuseBody(request, response, 413, { code: 'RequestTooLarge', message: error.message });
      else this.#internal(request, response, error);
    }
  }

  /** A refusal of the disk has its own code. Other errors go to the log only. */
  #internal(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const failure = storageFailure(error);
    if (!(failure instanceof StorageFailure) || response.headersSent) throw error;
    refuseBody(request, response, failure.code === 'disk_full' ? 507 : 503, {
      code: failure.code,
      message: failure.message,
    });
  }

  async #route(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = ENDPOINTS[path];
    if (path.startsWith('/api/storage/')) return this.#storage.handle(request, response);
    if (request.method === 'POST' && method) return this.#run(method, request, response);
    if (request.method === 'POST' && path === '/api/query_ts')
      return sendJson(response, 200, { ts: encodeTs(this.#executor.store.readableTs()) });
    if (path === '/version') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('gigsy-local');
      return;
    }
    if (path === '/instance_name') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('local');
      return;
    }
    sendJson(response, 404, { code: 'NotFound', message: `There is nothing at ${path}.` });
  }

  async #run(method: Method, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = await this.#authenticator.fromHeader(request.headers.authorization);
    const body = parseBody(await readBody(request, LARGEST_BODY));
    if (body.componentPath && !caller.isAdmin)
      throw new BadRequest('ComponentPathNotAllowed', 'Only admins may call functions of a component.');
    const call: Call = {
      ...body,
      component: body.componentPath ?? '',
      caller,
      allowed: caller.isAdmin ? 'all' : 'public',
      request: infoOf(request, caller),
    };
    const outcome: Outcome = await this.#executor[method](call);
    if (!outcome.ok && outcome.failure.data === undefined) refuseMalformed(body.args as JSONValue);
    sendJson(response, 200, outcomeBody(outcome, call.request.requestId));
  }
}

/**
 * Throws if the arguments hold values that no function can see or name: reserved keys, broken encodings, text that is
 * not Unicode.
 */
function refuseMalformed(args: JSONValue): void {
  const fault = malformedIn(args ?? {});
  if (fault) throw new BadRequest('InvalidArguments', `The arguments are not encoded as Convex values: ${fault}`);
}

function infoOf(request: IncomingMessage, caller: Caller): Call['request'] {
  return { ...requestInfo(request, newRequestId()), authToken: caller.token };
}

function parseBody(bytes: Buffer): FunctionBody {
  let body: unknown;
  try {
    body = parseJson(bytes.toString('utf8'));
  } catch (error) {
    throw new BadRequest('BadJsonBody', `The request body ${errorText(error)}.`);
  }
  const { path, args, componentPath } = (body ?? {}) as Partial<FunctionBody>;
  if (componentPath !== undefined && componentPath !== null && typeof componentPath !== 'string')
    throw new BadRequest('BadJsonBody', '`componentPath` must be a text.');
  if (typeof path !== 'string')
    throw new BadRequest('BadJsonBody', 'The request body needs a `path`, for instance "messages:list".');
  return { path, args, ...(componentPath ? { componentPath } : {}) };
}

function outcomeBody(outcome: Outcome, requestId: string): string {
  const logLines = outcome.logLines.length > 0 ? `,"logLines":${JSON.stringify(outcome.logLines)}` : '';
  if (outcome.ok) return `{"status":"success","value":${outcome.value}${logLines}}`;
  const { failure } = outcome;
  const data = failure.data === undefined ? '' : `,"errorData":${JSON.stringify(failure.data)}`;
  return `{"status":"error","errorMessage":${JSON.stringify(clientMessage(requestId, failure))}${data}${logLines}}`;
}

/** Any page may call a Convex deployment: its rights follow from its token, never from cookies. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (!origin) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'Origin');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
  response.setHeader('access-control-max-age', '86400');
}
