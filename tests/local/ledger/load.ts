/** Writers of a ledger: over HTTP until the deployment dies, over a socket through its deaths. */
import { ConvexClient, ConvexHttpClient } from 'convex/browser';
import { anyApi } from 'convex/server';
import WebSocket from 'ws';
import type { Random } from './random.ts';

const api = anyApi as any;
export const ACCOUNTS = 16;
export const OPENING_BALANCE = 1_000;
export const TOTAL = ACCOUNTS * OPENING_BALANCE;
const LONGEST_DELAY_MS = 400;

export function httpClient(url: string): ConvexHttpClient {
  return new ConvexHttpClient(url, { logger: false });
}

/** A client whose connection can be cut. */
export function socketClient(url: string): { client: ConvexClient; cut(): void } {
  const sockets = new Set<WebSocket>();
  class CuttableSocket extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.add(this);
      this.on('close', () => sockets.delete(this));
    }
  }
  const client = new ConvexClient(url, {
    logger: false,
    unsavedChangesWarning: false,
    webSocketConstructor: CuttableSocket as never,
  });
  return { client, cut: () => sockets.forEach((socket) => socket.terminate()) };
}

export function transferArgs(key: string, random: Random): { key: string; from: number; to: number; amount: number } {
  const from = random.integer(0, ACCOUNTS);
  return { key, from, to: (from + random.integer(1, ACCOUNTS)) % ACCOUNTS, amount: random.integer(1, 100) };
}

/** The confirmed work, which the deployment may never lose. */
export interface Acknowledged {
  transfers: string[];
  plans: string[];
}

/** Mixes transfers, reads and scheduled work until a call fails, which is when the deployment was killed. */
export async function writeUntilItDies(
  url: string,
  label: string,
  random: Random,
  acknowledged: Acknowledged,
): Promise<void> {
  const client = httpClient(url);
  try {
    for (let number = 0; ; number++) {
      const key = `${label}-${number}`;
      const roll = random.next();
      if (roll < 0.6) {
        await client.mutation(api.ledger.transfer, transferArgs(key, random));
        acknowledged.transfers.push(key);
      } else if (roll < 0.85) {
        const kind = roll < 0.75 ? 'mutation' : 'action';
        await client.mutation(api.jobs.plan, { key, kind, delayMs: random.integer(0, LONGEST_DELAY_MS) });
        acknowledged.plans.push(key);
      } else {
        const { total } = await client.query(api.ledger.state, {});
        if (total !== TOTAL) throw new BrokenTotal(`A reader saw a total of ${total}.`);
      }
    }
  } catch (error) {
    if (error instanceof BrokenTotal || !isConnectionError(error)) throw error;
  }
}

export class BrokenTotal extends Error {}

function isConnectionError(error: unknown): boolean {
  return error instanceof TypeError || /fetch failed|ECONN|socket|terminated/i.test(String((error as Error).message));
}

/**
 * One transfer after another over one socket client, which resends unanswered requests when its deployment has died.
 */
export class SocketWriter {
  readonly keys: string[] = [];
  answered = 0;
  #stopped = false;
  readonly #connection: ReturnType<typeof socketClient>;
  readonly #loop: Promise<void>;

  constructor(url: string, label: string, random: Random) {
    this.#connection = socketClient(url);
    this.#loop = this.#write(label, random);
    this.#loop.catch(() => undefined);
  }

  async #write(label: string, random: Random): Promise<void> {
    while (!this.#stopped) {
      const key = `${label}-${this.keys.length}`;
      this.keys.push(key);
      await this.#connection.client.mutation(api.ledger.transfer, transferArgs(key, random));
      this.answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  cut(): void {
    this.#connection.cut();
  }

  /** Waits for the last answer; after it every key counts exactly once. */
  async finish(): Promise<void> {
    this.#stopped = true;
    try {
      await this.#loop;
    } finally {
      await this.#connection.client.close();
    }
  }
}
