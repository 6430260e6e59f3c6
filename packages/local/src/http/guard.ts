/**
 * Guards of an HTTP server against any client. Every error of a socket, request or response has a listener, since an error without
 * one ends the process. A malformed request gets 400 before any handler sees it.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Without characters that end the authority of a URL; whether the rest is a host, the URL parser says. */
const HOST = /^[^\s/?#@\\]+$/;
const STRAY_PERCENT = /%(?![0-9A-Fa-f]{2})/;

/** Listens to every error of the server and its sockets, upgraded ones included; ends all of them when asked to. */
export function guardSockets(server: Server): { closeAll(): void } {
  const sockets = new Set<Socket>();
  // A connection that could not be accepted, for want of file descriptors, is the client's loss alone.
  server.on('error', () => undefined);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // HTTP's own listener goes when a socket is upgraded; this one stays as long as the socket.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    closeAll: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

export function guardExchange(request: IncomingMessage, response: ServerResponse): void {
  request.on('error', () => undefined);
  response.on('error', () => undefined);
}

/** Only WebSockets are upgraded: other protocols that a client would rather speak, such as h2c, are ignored (RFC 9110, 7.8). */
export function isWebSocketUpgrade(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket';
}

/** Says as a sentence why the target or host of a request is malformed (RFC 9112, 3.2); null if both are valid. */
export function malformed(request: IncomingMessage): string | null {
  const {
    url: target = '',
    headers: { host },
  } = request;
  if (target.startsWith('//') || !URL.canParse(target, 'http://host'))
    return 'The target of the request is not a path.';
  if (STRAY_PERCENT.test(target.split('?', 1)[0]!))
    return 'The path of the request has a percent sign that encodes nothing.';
  if (host !== undefined && host !== '' && !(HOST.test(host) && URL.canParse(`http://${host}`)))
    return 'The Host header does not name a host.';
  return null;
}

/** Answers an upgrade that will not be; a client that keeps its half of the connection open is not waited for. */
export function refuseUpgrade(socket: Duplex, status: '400 Bad Request' | '404 Not Found'): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
