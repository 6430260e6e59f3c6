/**
 * A partner's receiver that fails three times in ten: by a status, by a hang-up, and by a hang-up after it took the delivery. It
 * fails one delivery six times at most, so that none dies: news behind a dead delivery go on without it.
 */
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Random } from '../../local/ledger/random.ts';

/** Of each ten attempts three fail, so that a short run has its share of failures as well. */
const FATES = [true, true, true, false, false, false, false, false, false, false];
const MOST_FAILURES = 6;

type Failing = 'status' | 'busy' | 'lost' | 'taken';
const failures: readonly Failing[] = ['status', 'busy', 'lost', 'taken'];

export class FailingReceiver {
  readonly #random: Random;
  readonly #server: Server;
  /** Ids in the order in which each was taken first. */
  readonly taken = new Set<string>();
  attempts = 0;
  failed = 0;
  /** Deliveries that were taken more than once. */
  repeated = 0;
  /** True for an attempt to come that fails. */
  #fates: boolean[] = [];
  readonly #failures = new Map<string, number>();

  private constructor(random: Random) {
    this.#random = random;
    this.#server = createServer(async (request, response) => {
      const body = await text(request).catch(() => undefined);
      if (body === undefined) return;
      const { challenge } = JSON.parse(body) as { challenge?: string };
      if (challenge !== undefined) response.end(JSON.stringify({ challenge }));
      else this.#answer(String(request.headers['webhook-id']), response);
    });
  }

  static async start(random: Random): Promise<FailingReceiver> {
    const receiver = new FailingReceiver(random);
    await new Promise<void>((resolve) => {
      receiver.#server.listen(0, '127.0.0.1', resolve);
    });
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/gigsy`;
  }

  #answer(id: string, response: ServerResponse): void {
    this.attempts += 1;
    const fault = this.#fault(id);
    if (fault === undefined || fault === 'taken') {
      if (this.taken.has(id)) this.repeated += 1;
      this.taken.add(id);
    }
    if (fault === 'lost' || fault === 'taken') response.destroy();
    else if (fault === 'busy') response.writeHead(503, { 'Retry-After': '3' }).end();
    else response.writeHead(fault === 'status' ? 500 : 204).end();
  }

  #fault(id: string): Failing | undefined {
    const before = this.#failures.get(id) ?? 0;
    if (this.#fates.length === 0) this.#fates = this.#random.shuffled(FATES);
    if (!this.#fates.pop() || before >= MOST_FAILURES) return undefined;
    this.#failures.set(id, before + 1);
    this.failed += 1;
    return failures[this.#random.integer(0, failures.length)];
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
