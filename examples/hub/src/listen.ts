/** A plain HTTP server on this machine only. Its end does not wait for idle connections. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubError, systemCode } from './hub-error.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Listener {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** Requests get 503 until there is a handler: the handler needs to know the address. */
  serve(handler: Handler): void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Longer than usual proxies keep idle connections: a request is lost on one that closes as it arrives. */
const KEEP_ALIVE_MS = 65_000;

export async function listen(port: number, what: string): Promise<Listener> {
  let current: Handler = (_request, response) => void response.writeHead(503, { 'retry-after': '1' }).end();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
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

/** An error event without a listener ends the process, and any client can cause one. */
function guard(server: Server): void {
  server.on('error', () => undefined);
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  server.on('request', (request, response) => {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
  });
}

/** True if it names a path of this server whose percent signs encode something. */
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
