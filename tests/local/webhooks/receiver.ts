/** A partner's receiver: a real HTTP server on this machine, whose answers a test chooses. */
import { type IncomingHttpHeaders, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Webhook } from '@gigsy/schema';
import type { RunningBackend } from '../running-backend.ts';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

export type Answering = (received: Received, response: ServerResponse) => void;

export class Receiver {
  readonly received: Received[] = [];
  readonly #server: Server;
  answer: Answering;

  private constructor(answer: Answering) {
    this.answer = answer;
    this.#server = createServer(async (request, response) => {
      const received = { headers: request.headers, body: await text(request) };
      const { challenge } = JSON.parse(received.body || '{}') as { challenge?: string };
      if (challenge !== undefined) return void response.end(JSON.stringify({ challenge }));
      this.received.push(received);
      this.answer(received, response);
    });
  }

  static async start(answer: Answering = (_, response) => void response.writeHead(204).end()): Promise<Receiver> {
    const receiver = new Receiver(answer);
    await new Promise<void>((resolve) => {
      receiver.#server.listen(0, '127.0.0.1', resolve);
    });
    return receiver;
  }

  /** A receiver that gets the news of a deployment, as a webhook of this partner. */
  static async subscribed(running: RunningBackend, admin: string, { partner }: { partner: string }): Promise<Receiver> {
    const receiver = await Receiver.start();
    const { webhook } = await running.mutate<{ webhook: Webhook }>(admin, 'events/webhooks:register', {
      partner,
      url: receiver.url,
    });
    await running.mutate(admin, 'events/webhooks:verify', { webhook: webhook.webhook });
    const state = async () =>
      (await running.query<Webhook[]>(admin, 'events/webhooks:list', { partner })).map(({ state: is }) => is);
    while (!(await state()).includes('active')) await new Promise((resolve) => setTimeout(resolve, 10));
    return receiver;
  }

  /** Waits until what has come satisfies the condition. */
  async until(enough: (received: readonly Received[]) => boolean): Promise<void> {
    while (!enough(this.received)) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/gigsy?from=gigsy`;
  }

  /** Types of the events that came, in their order. */
  get types(): string[] {
    return this.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
