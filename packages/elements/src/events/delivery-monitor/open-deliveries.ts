/** The deliveries of the webhook that is open: the first page is followed, and earlier ones are asked for. */
import type { Delivery } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { Pages } from './pages.ts';
import type { Opened } from './webhooks-view.ts';

export class OpenDeliveries implements Opened {
  readonly webhook: string;
  readonly pages: Pages<Delivery> = new Pages<Delivery>(({ createdAt }) => createdAt);
  isLoaded = false;
  readonly #client: Gigsy;
  readonly #state: Delivery['state'] | '';
  readonly #ended = new AbortController();

  /** `changed` is called with an error when they cannot be followed. */
  constructor(client: Gigsy, webhook: string, state: string, changed: (error?: unknown) => void) {
    this.#client = client;
    this.webhook = webhook;
    this.#state = state as Delivery['state'] | '';
    const { signal } = this.#ended;
    client.events.webhooks.watchDeliveries(this.#args, {
      next: (page) => {
        if (signal.aborted) return;
        this.pages.take(page ?? []);
        this.isLoaded = true;
        changed();
      },
      error: (error) => signal.aborted || changed(error),
      signal,
    });
  }

  get #args(): Parameters<Gigsy['events']['webhooks']['deliveries']>[0] {
    return { webhook: this.webhook, ...(this.#state && { state: this.#state }) };
  }

  async earlier(): Promise<void> {
    this.pages.add(await this.#client.events.webhooks.deliveries({ ...this.#args, before: this.pages.before }));
  }

  end(): void {
    this.#ended.abort();
  }
}
