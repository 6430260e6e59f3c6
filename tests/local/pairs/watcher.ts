/** People who watch profiles over real sockets, and the frames that they receive. */
import { ConvexClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import WebSocket from 'ws';

const query = (name: string) => makeFunctionReference<'query'>(name);

export interface Watched {
  name: string;
  args: Record<string, unknown>;
}

export class Watcher {
  /** Frames so far, without pings. */
  readonly frames: string[] = [];
  readonly #client: ConvexClient;
  readonly #beacons = new Map<string, string | undefined>();
  #answered = 0;
  /** Called at each answer. */
  #heard: () => void = () => undefined;

  private constructor(url: string, token: string | null) {
    const { frames } = this;
    const socket = class extends WebSocket {
      constructor(address: string) {
        super(address);
        this.on('message', (data) => {
          const frame = String(data);
          if ((JSON.parse(frame) as { type: string }).type !== 'Ping') frames.push(frame);
        });
      }
    };
    this.#client = new ConvexClient(url, { webSocketConstructor: socket as never, logger: false });
    if (token) this.#client.setAuth(async () => token);
  }

  /** Resolves when every query has answered. */
  static async start(url: string, token: string | null, watched: Watched[], beacons: string[]): Promise<Watcher> {
    const watcher = new Watcher(url, token);
    const heard = () => {
      watcher.#answered += 1;
      watcher.#heard();
    };
    for (const { name, args } of watched) watcher.#client.onUpdate(query(name), args, heard, heard);
    for (const handle of beacons) {
      watcher.#client.onUpdate(query('profile:get'), { handle }, (view) => {
        watcher.#beacons.set(handle, (view as { identity: { displayName: string } }).identity.displayName);
        heard();
      });
    }
    await watcher.#until(() => watcher.#answered >= watched.length + beacons.length);
    return watcher;
  }

  /** Resolves when the text of a beacon has arrived: one socket keeps the order, so earlier frames have arrived too. */
  seen(beacon: string, text: string): Promise<void> {
    return this.#until(() => this.#beacons.get(beacon) === text);
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #until(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('A watcher heard nothing for a minute.')), 60_000);
      this.#heard = () => {
        if (!holds()) return;
        clearTimeout(late);
        resolve();
      };
      this.#heard();
    });
  }
}
