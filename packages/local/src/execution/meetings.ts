/**
 * Mutations that Convex would run again. There they run side by side, and one that has read what another wrote meanwhile begins
 * anew; here they run one after another. One counts as met if it would have been, had it begun when it was asked for. Of two that
 * are asked for at once, the later one is met.
 */
import type { ReadSet, WriteSet } from '../transaction/read-set.ts';
import type { Writer } from './writer.ts';

export interface MutationCount {
  /** Mutations that committed, or had nothing to write. */
  runs: number;
  /** Those of them that Convex would have run again. */
  conflicts: number;
}

/** The commits since a mutation was asked for. */
type Meanwhile = { ts: bigint; writes: WriteSet }[];

export class Meetings {
  readonly #waiting = new Set<Meanwhile>();
  readonly #counts = new Map<string, MutationCount>();

  constructor(writer: Writer) {
    writer.onCommit((writes, ts) => {
      for (const meanwhile of this.#waiting) meanwhile.push({ ts, writes });
    });
  }

  /** A mutation is asked for. */
  asked(): Meanwhile {
    const meanwhile: Meanwhile = [];
    this.#waiting.add(meanwhile);
    return meanwhile;
  }

  /** It has failed, and counts for nothing. */
  failed(meanwhile: Meanwhile): void {
    this.#waiting.delete(meanwhile);
  }

  /** It has ended, with a commit at `ts`. */
  ended(meanwhile: Meanwhile, { path, reads, ts }: { path: string; reads: ReadSet | null; ts: bigint }): void {
    this.#waiting.delete(meanwhile);
    const { runs, conflicts } = this.#counts.get(path) ?? { runs: 0, conflicts: 0 };
    const isMet = meanwhile.some((commit) => commit.ts < ts && reads?.touchedBy(commit.writes));
    this.#counts.set(path, { runs: runs + 1, conflicts: conflicts + (isMet ? 1 : 0) });
  }

  /** By the path of the function. */
  counts(): Record<string, MutationCount> {
    return Object.fromEntries(this.#counts);
  }
}
