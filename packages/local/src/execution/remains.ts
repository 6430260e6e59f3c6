/**
 * Takes deleted and replaced content out of the files of the database, some seconds after the commit. SQLite writes zeros over
 * it in the database itself (`secure_delete`, ../store/open.ts). Two places keep it longer: the write-ahead log holds earlier
 * pages until it is emptied, and a full-text index holds the words of deleted documents until its segments are merged.
 */
import { isSearchIndex, mergeSegments } from '../search/search-index.ts';
import type { SearchIndexInfo } from '../store/catalog.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from './writer.ts';

/** Long enough that a burst of commits is followed by one removal. */
const DELAY_MS = 5_000;
/** Wait for a moment without readers of an earlier commit, in which alone the log can be emptied. */
const RETRY_MS = 200;
/** Pages that one transaction merges: few enough that mutations do not wait long. */
const MERGED_PAGES = 500;

export class Remains {
  readonly #store: Store;
  readonly #writer: Writer;
  readonly #failed: (error: unknown) => void;
  /** Indexes of any kind that were written since the last removal. */
  #written = new Set<number>();
  #timer: NodeJS.Timeout | null = null;
  #removal: Promise<void> = Promise.resolve();
  #closed = false;

  /** `failed` gets the errors of removals, which are tried again. */
  constructor(store: Store, writer: Writer, failed: (error: unknown) => void) {
    this.#store = store;
    this.#writer = writer;
    this.#failed = failed;
    writer.onCommit((writes, _, { replaced }) => {
      if (!replaced) return;
      for (const id of writes.keys()) this.#written.add(id);
      this.#plan();
    });
    // Nobody knows what a process that was killed has left.
    for (const { id } of this.#searchIndexes()) this.#written.add(id);
    this.#plan();
  }

  *#searchIndexes(): Generator<SearchIndexInfo> {
    for (const table of this.#store.catalog.all())
      for (const index of table.special.values()) if (isSearchIndex(index)) yield index;
  }

  #plan(delay = DELAY_MS): void {
    if (this.#timer || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#removal = this.#remove();
    }, delay);
    this.#timer.unref();
  }

  async #remove(): Promise<void> {
    try {
      await this.#mergeWritten();
      if (!this.#store.emptyLog()) this.#plan(RETRY_MS);
    } catch (error) {
      this.#failed(error);
      this.#plan();
    }
  }

  async #mergeWritten(): Promise<void> {
    const written = this.#written;
    this.#written = new Set();
    for (const index of [...this.#searchIndexes()]) if (written.has(index.id)) await this.#merge(index);
  }

  async #merge(index: SearchIndexInfo): Promise<void> {
    for (let begin = true, more = true; more; begin = false) {
      await this.#writer.submit(() =>
        Promise.resolve({
          value: null,
          sideWrite: (store) => {
            more = mergeSegments(store.writer, index, { pages: MERGED_PAGES, begin });
          },
        }),
      );
    }
  }

  /** Removes the last remains, but for the log: it goes with the last connection to the database. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#removal;
    await this.#mergeWritten().catch(this.#failed);
  }
}
