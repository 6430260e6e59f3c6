/**
 * Answers of queries that actions call, kept until a commit writes into what they read. Convex caches queries too
 * (docs.convex.dev/realtime, "Caching"). Queries that read the time or draw random numbers run at each call.
 */
import { ReadIndex } from '../transaction/read-index.ts';
import { ReadSet } from '../transaction/read-set.ts';
import type { Call, Outcome } from './executor.ts';
import type { Writer } from './writer.ts';

interface Kept {
  key: string;
  outcome: Outcome & { ok: true };
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

  /** The kept answer, or that of `execute`, which records what the query reads. */
  async run(call: Call, execute: (readSet: ReadSet) => Promise<Outcome>): Promise<Outcome> {
    const key = keyOf(call);
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept.outcome;
    }
    const [readSet, commits] = [new ReadSet(), this.#commits];
    const outcome = await execute(readSet);
    // A commit that came meanwhile may have changed what the query read, and has been announced already.
    if (outcome.ok && !readSet.readsCircumstances && commits === this.#commits) this.#keep(key, outcome, readSet);
    return outcome;
  }

  #keep(key: string, outcome: Outcome & { ok: true }, readSet: ReadSet): void {
    const size = key.length + outcome.value.length + outcome.logLines.join('').length;
    if (size > LARGEST || this.#kept.has(key)) return;
    const kept = { key, outcome, size };
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

/** Everything that the answer depends on besides the database. A token that failed verification is an Error. */
function keyOf({ component, path, args, caller, allowed }: Call): string {
  const identity = caller.identity instanceof Error ? caller.identity.message : caller.identity;
  return JSON.stringify([component, path, args, identity, allowed]);
}
