/** A web server of a test: pages, scripts and APIs by path, each with its headers, changed from test to test. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}
export type Answering = Answer | ((request: IncomingMessage) => Answer | undefined);

export class PageServer {
  readonly #server: Server;
  readonly #answers = new Map<string, Answering>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<PageServer> {
    const server = createServer((request, response) => {
      const found = started.#answers.get(new URL(request.url ?? '/', 'http://host').pathname);
      const answer = typeof found === 'function' ? found(request) : found;
      if (!answer) return void response.writeHead(404, { 'content-type': 'text/plain' }).end();
      response
        .writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers })
        .end(answer.body ?? '');
    });
    const started = new PageServer(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address at which `answering` is now served. */
  serve(path: string, answering: Answering): string {
    this.#answers.set(path, answering);
    return this.url + path;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
