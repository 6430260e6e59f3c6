/** HTTP servers on the loopback interface whose handlers arrive once the deployment is ready; until then requests wait. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { LocalDeploymentError, errorCode, errorText } from '../errors.ts';

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

export async function listen(port: number): Promise<Listener> {
  let handOver: (handlers: Handlers) => void = () => undefined;
  const ready = new Promise<Handlers>((resolve) => (handOver = resolve));
  const server = createServer((request, response) => {
    ready.then((handlers) => handlers.request(request, response)).catch((error: unknown) => fail(response, error));
  });
  server.on('upgrade', (request, socket, head) => {
    void ready.then((handlers) => (handlers.upgrade ? handlers.upgrade(request, socket, head) : socket.destroy()));
  });
  await bind(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${bound}`,
    serve: handOver,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = errorCode(error) === 'EADDRINUSE';
      const message = taken ? `Port ${port} is already in use.` : `Port ${port} can not be opened: ${errorText(error)}.`;
      reject(new LocalDeploymentError('port_taken', message, { cause: error }));
    });
    server.listen(port, HOST, resolve);
  });
}

function fail(response: ServerResponse, _error: unknown): void {
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, { code: 'InternalServerError', message: "Your request couldn't be completed. Try again later." });
}

export function sendJson(response: ServerResponse, status: number, body: object | string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

export class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(`The request body is larger than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
