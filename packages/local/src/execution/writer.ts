/**
 * The one writer: mutations run one after another, each over the state its predecessors left, and share a COMMIT when they
 * queue up. Nobody learns of a mutation (caller, live queries, scheduler) before its commit is on disk.
 */
import type { Store } from '../store/store.ts';
import { Overlay } from '../transaction/overlay.ts';
import { ReadSet, type WriteSet } from '../transaction/read-set.ts';
import { Transaction } from '../transaction/transaction.ts';
import { applyOverlay } from './commit.ts';
import type { Applied } from './commit.ts';

/** Writes rows that are not documents in the same commit, such as a client's request id. */
export type SideWrite = (store: Store, commitTs: bigint) => void;

export interface Work<T> {
  value: T;
  sideWrite?: SideWrite;
  /** Asked before the commit: an error that the work left behind, for which it fails after all. */
  stray?(): Error | null;
}

export interface Committed<T> {
  value: T;
  ts: bigint;
}

export type CommitListener = (writes: WriteSet, ts: bigint, applied: Applied) => void;

interface Job {
  /** May run again, if a mutation that it came after fails before their commit. */
  work(transaction: Transaction): Promise<Work<unknown>>;
  resolve(committed: Committed<unknown>): void;
  reject(error: unknown): void;
}

interface GroupMember {
  job: Job;
  stray(): Error | null;
  settle(): void;
  reject(error: unknown): void;
  applied: Applied | null;
  ts: bigint;
}

/** A commit costs one fsync however many mutations share it; beyond this many the first would wait too long. */
const LARGEST_GROUP = 128;

const NOT_STRAY = (): null => null;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export class Writer {
  readonly #store: Store;
  readonly #failed: (error: unknown) => void;
  readonly #notesReads: boolean;
  readonly #queue: Job[] = [];
  #group: GroupMember[] = [];
  #draining: Promise<void> | null = null;
  readonly #listeners: CommitListener[] = [];

  /**
   * `failed` gets the errors of listeners. The commit stands, and the other listeners are still called. With `notesReads`,
   * transactions know what they have read; nothing in the deployment itself needs it.
   */
  constructor(store: Store, failed: (error: unknown) => void, notesReads = false) {
    this.#store = store;
    this.#failed = failed;
    this.#notesReads = notesReads;
  }

  onCommit(listener: CommitListener): void {
    this.#listeners.push(listener);
  }

  submit<T>(work: (transaction: Transaction) => Promise<Work<T>>): Promise<Committed<T>> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as Job['resolve'], reject });
      this.#draining ??= this.#drain();
    });
  }

  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async #drain(): Promise<void> {
    // Not in the turn of the first submit, which still has to note that draining has begun.
    await Promise.resolve();
    for (;;) {
      const job = this.#queue.shift();
      if (job) await this.#run(job);
      else if (this.#group.length === 0) {
        // In the same turn as the last look at the queue: a job between the two would wait for ever.
        this.#draining = null;
        return;
      } else {
        // Requests that have already arrived may join this commit.
        await nextTurn();
        if (this.#queue.length === 0) this.#flush();
      }
      if (this.#group.length < LARGEST_GROUP) continue;
      // Errors that the group's functions left behind must surface first.
      await nextTurn();
      this.#flush();
    }
  }

  async #run(job: Job): Promise<void> {
    const overlay = new Overlay();
    const transaction = new Transaction({
      catalog: this.#store.catalog,
      reader: this.#store.writer,
      snapshotTs: this.#store.latestTs(),
      overlay,
      readSet: this.#notesReads ? new ReadSet() : null,
      clock: this.#store.clock,
    });
    try {
      const { value, sideWrite, stray = NOT_STRAY } = await job.work(transaction);
      transaction.ended = true;
      const member = this.#apply(overlay, sideWrite);
      this.#group.push({
        ...member,
        job,
        stray,
        settle: () => job.resolve({ value, ts: member.ts }),
        reject: job.reject,
      });
    } catch (error) {
      transaction.ended = true;
      this.#checkGroup(error);
      // It may tell of mutations that are not on disk yet.
      this.#group.push({
        job,
        stray: NOT_STRAY,
        settle: () => job.reject(error),
        reject: job.reject,
        applied: null,
        ts: this.#store.latestTs(),
      });
    }
  }

  /** A disk that fails one mutation may have cost those before it in the same commit as well. */
  #checkGroup(error: unknown): void {
    if (this.#store.writing || !this.#group.some(({ applied }) => applied)) return;
    for (const member of this.#group.splice(0)) member.reject(error);
  }

  #apply(overlay: Overlay, sideWrite: SideWrite | undefined): { applied: Applied | null; ts: bigint } {
    if (overlay.documents.size === 0 && !sideWrite) return { applied: null, ts: this.#store.latestTs() };
    const ts = this.#store.nextTs();
    let applied: Applied | null = null;
    this.#store.atomically(() => {
      applied = applyOverlay(this.#store, overlay, ts);
      sideWrite?.(this.#store, ts);
    });
    return { applied, ts };
  }

  #flush(): void {
    const members = this.#group;
    this.#group = [];
    if (members.some((member) => member.stray() !== null)) return this.#withdraw(members);
    try {
      this.#store.commit();
    } catch (error) {
      for (const member of members) member.reject(error);
      return;
    }
    for (const { applied, ts } of members) if (applied) this.#tell(applied, ts);
    for (const member of members) member.settle();
  }

  /** Some failed for calls that they left behind; the others may have read their writes, so they run again. */
  #withdraw(members: GroupMember[]): void {
    this.#store.rollback();
    const again = members.filter((member) => member.stray() === null).map(({ job }) => job);
    for (const member of members) {
      const error = member.stray();
      if (error) member.reject(error);
    }
    this.#queue.unshift(...again);
  }

  #tell(applied: Applied, ts: bigint): void {
    for (const listener of this.#listeners) {
      try {
        listener(applied.writes, ts, applied);
      } catch (error) {
        this.#failed(error);
      }
    }
  }
}
