/** Accepts the sync protocol's WebSockets at /api/<version>/sync and keeps them alive. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { errorText } from '../errors.ts';
import { refuseUpgrade } from '../http/guard.ts';
import { Frames } from './frames.ts';
import { Session } from './session.ts';
import type { SessionParts } from './session.ts';
import { Turns } from './turns.ts';

const SYNC_PATH = /^\/api\/[^/]+\/sync$/;
/** The client gives a silent connection up after 60 s. */
const PING_AFTER_MS = 15_000;
/** 16 MiB of arguments, Convex's limit, and the overhead of bytes in JSON. */
const LARGEST_MESSAGE = 24 << 20;
/** Bytes that a client has not read yet. Transitions wait for them, and a client that reads nothing for long is disconnected. */
const CONGESTED = 1 << 20;
const MOST_UNSENT = 256 << 20;

export class SyncServer {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  });
  readonly #turns: Turns;
  readonly #frames = new Frames();
  readonly #parts: Omit<SessionParts, 'turns' | 'ip' | 'userAgent'>;

  constructor(parts: Omit<SessionParts, 'turns' | 'ip' | 'userAgent'>) {
    this.#parts = parts;
    this.#turns = new Turns((error) => parts.log.write('error', 'deployment.internal', { error: errorText(error) }));
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!SYNC_PATH.test((request.url ?? '').split('?')[0]!)) {
      refuseUpgrade(socket, '404 Not Found');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#serve(webSocket, request, socket));
  }

  #serve(webSocket: WebSocket, request: IncomingMessage, socket: Duplex): void {
    let lastSent = Date.now();
    const session = new Session(
      {
        ...this.#parts,
        turns: this.#turns,
        ip: request.socket.remoteAddress ?? null,
        userAgent: request.headers['user-agent'] ?? null,
      },
      {
        send: (text) => {
          lastSent = Date.now();
          if (webSocket.readyState === webSocket.OPEN) socket.write(this.#frames.of(text));
          if (socket.writableLength > MOST_UNSENT) webSocket.terminate();
        },
        close: (code, reason) => webSocket.close(code, reason),
        isCongested: () => socket.writableLength > CONGESTED,
        listen: (on) => (on ? webSocket.resume() : webSocket.pause()),
      },
    );
    const ping = setInterval(() => {
      if (Date.now() - lastSent < PING_AFTER_MS) return;
      lastSent = Date.now();
      webSocket.send('{"type":"Ping"}');
    }, PING_AFTER_MS / 3);
    webSocket.on('message', (data) => session.receive(String(data)));
    socket.on('drain', () => session.resume());
    webSocket.on('error', () => webSocket.terminate());
    webSocket.on('close', () => {
      clearInterval(ping);
      session.close();
    });
  }

  close(): void {
    for (const webSocket of this.#sockets.clients) webSocket.terminate();
    this.#sockets.close();
  }
}
