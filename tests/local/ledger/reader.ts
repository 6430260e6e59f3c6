/** One socket client that watches a ledger and checks every state it is shown. */
import { anyApi } from 'convex/server';
import { TOTAL, socketClient } from './load.ts';

const api = anyApi as any;

export class LedgerReader {
  readonly breaches: string[] = [];
  /** How many transfers the newest state counts. */
  lastSeen = -1;
  states = 0;
  /** How often both halves were there to be added up. */
  sums = 0;
  readonly #connection: ReturnType<typeof socketClient>;

  constructor(url: string) {
    this.#connection = socketClient(url);
    const { client } = this.#connection;
    client.onUpdate(api.ledger.state, {}, (state) => this.#see(state));
    for (const rest of [0, 1]) client.onUpdate(api.ledger.half, { rest }, () => this.#compareHalves());
  }

  #see({ total, transfers }: { total: number; transfers: number }): void {
    this.states += 1;
    if (total !== TOTAL) this.breaches.push(`A reader saw a total of ${total}.`);
    if (transfers < this.lastSeen)
      this.breaches.push(`A reader went back from ${this.lastSeen} to ${transfers} transfers.`);
    this.lastSeen = transfers;
  }

  /** Both halves come from the same snapshot, whichever of them changed. */
  #compareHalves(): void {
    const local = (rest: number) =>
      this.#connection.client.client.localQueryResult('ledger:half', { rest }) as number | undefined;
    const [even, odd] = [local(0), local(1)];
    if (even === undefined || odd === undefined) return;
    this.sums += 1;
    if (even + odd !== TOTAL) this.breaches.push(`A reader saw halves of ${even} and ${odd}.`);
  }

  cut(): void {
    this.#connection.cut();
  }

  close(): Promise<void> {
    return this.#connection.client.close();
  }
}
