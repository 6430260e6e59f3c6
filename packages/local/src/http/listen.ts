/** HTTP servers on the loopback interface whose handlers arrive once the deployment is ready; until then requests wait. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { LocalDeploymentError, errorCode, errorText } from '../errors.ts';
import { guardExchange, guardSockets, isWebSocketUpgrade, malformed, refuseUpgrade } from './guard.ts';

export interface Handlers {
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface Listener {
  url: string;
  serve(handlers: Handlers): void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/**
 * Idle connections outlive the minute for which usual proxies keep theirs: a request is lost on one that closes as it arrives.
 */
const KEEP_ALIVE_MS = 65_000;
/** Younger than its types: Node 22.21 and 24.9 have it, older ones treat every upgrade as a WebSocket's. */
const UPGRADES = { shouldUpgradeCallback: isWebSocketUpgrade } as object;

export async function listen(port: number): Promise<Listener> {
  let handOver: (handlers: Handlers) => void = () => undefined;
  const ready = new Promise<Handlers>((resolve) => (handOver = resolve));
  const server = createServer({ ...UPGRADES, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    guardExchange(request, response);
    const fault = malformed(request);
    if (fault === null) ready.then((handlers) => handlers.request(request, response)).catch(() => fail(response));
    else sendJson(response, 400, { code: 'BadRequest', message: fault });
  });
  const sockets = guardSockets(server);
  server.on('upgrade', (request, socket, head) => {
    ready.then((handlers) => upgrade(handlers, request, socket, head)).catch(() => socket.destroy());
  });
  await bind(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${bound}`,
    serve: handOver,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.closeAll();
      }),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = errorCode(error) === 'EADDRINUSE';
      const message = taken
        ? `Port ${port} is already in use.`
        : `Port ${port} can not be opened: ${errorText(error)}.`;
      reject(new LocalDeploymentError('port_taken', message, { cause: error }));
    });
    server.listen(port, HOST, resolve);
  });
}

function upgrade(handlers: Handlers, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (!handlers.upgrade) refuseUpgrade(socket, '404 Not Found');
  else if (malformed(request) !== null) refuseUpgrade(socket, '400 Bad Request');
  else handlers.upgrade(request, socket, head);
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else
    sendJson(response, 500, {
      code: 'InternalServerError',
      message: "Your request couldn't be completed. Try again later.",
    });
}

export function sendJson(response: ServerResponse, status: number, body: object | string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Answers a request whose body is not read to its end: the rest of it is dropped, and the connection with it. */
export function refuseBody(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  request.resume();
  response.setHeader('connection', 'close');
  sendJson(response, status, body);
}

/** The chunks of a body. A reader that stops early can still answer; stopping a stream would close the connection. */
export function withoutEnding(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}

export class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of withoutEnding(request)) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(`The request body is larger than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
