/** A plain HTTP server on this machine only, with its address, and an end that does not wait for idle connections. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubError, systemCode } from './hub-error.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Listener {
  /** Origin without a slash at its end. */
  readonly url: string;
  /** Requests get 503 until there is a handler: addresses must be known before what is served can be made. */
  serve(handler: Handler): void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

export async function listen(port: number, what: string): Promise<Listener> {
  let current: Handler = (_request, response) => void response.writeHead(503, { 'retry-after': '1' }).end();
  const server = createServer((request, response) => {
    void answer(current, request, response);
  });
  guard(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  }).catch((error: unknown) => {
    throw refusal(error, port, what);
  });
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    serve: (handler) => {
      current = handler;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An error that nobody listens to ends the process, and any client can cause one. */
function guard(server: Server): void {
  server.on('error', () => undefined);
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  server.on('request', (request, response) => {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
  });
}

/** Whether it names a path of this server, with percent signs that encode something. */
function isTarget(target: string): boolean {
  return (
    !target.startsWith('//') &&
    URL.canParse(target, 'http://hub') &&
    !/%(?![0-9A-Fa-f]{2})/.test(target.split('?', 1)[0]!)
  );
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (!isTarget(request.url ?? '')) return void response.writeHead(400).end();
    await handler(request, response);
  } catch {
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

function refusal(error: unknown, port: number, what: string): HubError {
  const code = systemCode(error);
  if (code === 'EADDRINUSE') {
    return new HubError(
      'port_taken',
      `Port ${port} (${what}) is taken; end what uses it or choose another with --port.`,
      { cause: error },
    );
  }
  return new HubError('port_taken', `Port ${port} (${what}) can not be used (${code ?? 'unknown reason'}).`, {
    cause: error,
  });
}
