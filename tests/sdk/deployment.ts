/** A server on this machine that speaks Convex's HTTP format and the public profile API, as a test scripts it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  url: string;
  authorization: string | undefined;
  /** The parsed body of a call: `{path, args}`. */
  body: { path?: string; args?: Record<string, unknown>[] };
}

export type Answer = (response: ServerResponse, received: Received) => void;

export class Deployment {
  readonly received: Received[] = [];
  readonly #server: Server;
  #answers: Answer[] = [];

  constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(): Promise<Deployment> {
    const deployment = new Deployment();
    await new Promise<void>((resolve) => deployment.#server.listen(0, '127.0.0.1', resolve));
    return deployment;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers to the next requests; the last one repeats. */
  answer(...answers: Answer[]): void {
    this.#answers = answers;
    this.received.length = 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const received: Received = {
      method: request.method ?? '',
      url: request.url ?? '',
      authorization: request.headers.authorization,
      body: text ? (JSON.parse(text) as Received['body']) : {},
    };
    this.received.push(received);
    const next = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    next?.(response, received);
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function value(result: unknown): Answer {
  return json(200, { status: 'success', value: result, logLines: [] });
}

/** A function that threw a ConvexError with `data`. */
export function thrown(data: unknown): Answer {
  return json(560, {
    status: 'error',
    errorMessage: '[Request ID: abc123] Server Error',
    errorData: data,
    logLines: [],
  });
}

export const hangup: Answer = (response) => response.destroy();
export const silence: Answer = () => {};
