/**
 * Answers of queries that actions call, kept until a commit writes into what they read. Convex caches queries too
 * (docs.convex.dev/realtime, "Caching"). Queries that read the time or draw random numbers run at each call.
 */
import { ReadIndex } from '../transaction/read-index.ts';
import { ReadSet } from '../transaction/read-set.ts';
import type { Writer } from './writer.ts';

interface Answer {
  ok: true;
  value: string;
  logLines: string[];
}

interface Kept {
  key: string;
  answer: Answer;
  /** Characters of key and answer. */
  size: number;
}

/** Characters of all answers together. */
const CAPACITY = 16 << 20;
/** Characters of one answer. */
const LARGEST = 1 << 20;

export class QueryCache {
  /** By key, the one that was used last at the end. */
  readonly #kept = new Map<string, Kept>();
  readonly #readers = new ReadIndex<Kept>();
  #size = 0;
  #commits = 0;

  constructor(writer: Writer) {
    writer.onCommit((writes) => {
      this.#commits += 1;
      for (const kept of this.#readers.touchedBy(writes)) this.#forget(kept);
    });
  }

  /**
   * The kept answer, or that of `execute`, which records what the query reads. `key` has everything that the answer depends
   * on besides the database.
   */
  async run<Failed extends { ok: false }>(
    key: string,
    execute: (readSet: ReadSet) => Promise<Answer | Failed>,
  ): Promise<Answer | Failed> {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept.answer;
    }
    const [readSet, commits] = [new ReadSet(), this.#commits];
    const outcome = await execute(readSet);
    // A commit that came meanwhile may have changed what the query read, and has been announced already.
    if (outcome.ok && !readSet.readsCircumstances && commits === this.#commits) this.#keep(key, outcome, readSet);
    return outcome;
  }

  #keep(key: string, answer: Answer, readSet: ReadSet): void {
    const size = key.length + answer.value.length + answer.logLines.join('').length;
    if (size > LARGEST || this.#kept.has(key)) return;
    const kept = { key, answer, size };
    this.#kept.set(key, kept);
    this.#readers.add(kept, readSet);
    this.#size += size;
    for (const oldest of this.#kept.values()) {
      if (this.#size <= CAPACITY) return;
      this.#forget(oldest);
    }
  }

  #forget(kept: Kept): void {
    this.#kept.delete(kept.key);
    this.#readers.remove(kept);
    this.#size -= kept.size;
  }
}
