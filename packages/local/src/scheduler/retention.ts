/** Forgets scheduled functions that ended long ago, as Convex does. */
import type { Executor } from '../execution/executor.ts';
import type { TableInfo } from '../store/catalog.ts';
import type { JSONObject } from '../values/json.ts';
import { encodeKey } from '../values/keys.ts';
import { BY_COMPLETION, SCHEDULED } from './jobs.ts';

/** docs.convex.dev/scheduling/scheduled-functions: results are kept for seven days. */
const KEPT_MS = 7 * 86_400_000;
const EVERY_MS = 3_600_000;
/** Few enough that other mutations do not wait long. */
const BATCH = 512;

export class Retention {
  readonly #executor: Executor;
  #timer: NodeJS.Timeout | null = null;

  constructor(executor: Executor) {
    this.#executor = executor;
  }

  async start(): Promise<void> {
    await this.#forgetCompleted();
    this.#timer = setInterval(() => void this.#forgetCompleted().catch(() => undefined), EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  async #forgetCompleted(): Promise<void> {
    const before = this.#executor.store.clock.now() - KEPT_MS;
    for (const table of [...this.#executor.store.catalog.all()]) {
      if (table.name === SCHEDULED) while ((await this.#forgetBatch(table, before)) === BATCH);
    }
  }

  async #forgetBatch(table: TableInfo, before: number): Promise<number> {
    const committed = await this.#executor.writer.submit((transaction) => {
      // Without a completion time a function has yet to end; it sorts below every number.
      const { found } = transaction.chunk(
        table.indexes.get(BY_COMPLETION)!,
        encodeKey([0]),
        encodeKey([before]),
        false,
        BATCH,
      );
      for (const { body } of found) {
        const document = JSON.parse(body) as JSONObject;
        transaction.write(table, String(document._id), null, document);
      }
      return Promise.resolve({ value: found.length });
    });
    return committed.value;
  }
}
