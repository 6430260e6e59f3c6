/**
 * Runs scheduled functions when they are due. A mutation's job ends in the mutation's own commit, so it runs exactly once;
 * an action is marked as started first, so after a crash it counts as failed and never runs twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ANONYMOUS } from '../auth/identity.ts';
import type { Executor } from '../execution/executor.ts';
import { StorageRefusal, failureOf, newRequestId } from '../functions/failure.ts';
import type { Logger } from '../log.ts';
import { StorageFailure, storageFailure } from '../store/failure.ts';
import { ReadSet } from '../transaction/read-set.ts';
import type { WriteSet } from '../transaction/read-set.ts';
import { Transaction } from '../transaction/transaction.ts';
import { Crons } from './crons.ts';
import { dueIndex, earliestJobs, findJob, finishJob, startJob } from './jobs.ts';
import type { Job } from './jobs.ts';
import { Retention } from './retention.ts';

/** Actions run side by side up to this many, as on a small Convex deployment. */
const MOST_AT_ONCE = 64;
/** setTimeout counts in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const RETRY_MS = 1_000;

export class Scheduler {
  readonly #executor: Executor;
  readonly #log: Logger;
  readonly #crons: Crons;
  readonly #retention: Retention;
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #dispatching: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(executor: Executor, log: Logger) {
    this.#executor = executor;
    this.#log = log;
    this.#crons = new Crons(executor, log);
    this.#retention = new Retention(executor);
  }

  async start(): Promise<void> {
    const index = dueIndex(this.#executor.store);
    await this.#failInterrupted();
    await this.#retention.start();
    this.#crons.load();
    this.#executor.writer.onCommit((writes: WriteSet) => {
      if (writes.has(index)) this.#wake();
    });
    this.#wake();
  }

  async #failInterrupted(): Promise<void> {
    await this.#executor.writer.submit((transaction) => {
      for (const job of earliestJobs(transaction, 'inProgress', Number.MAX_SAFE_INTEGER)) {
        finishJob(
          transaction,
          job,
          'Transient error while executing action: the deployment stopped while it ran',
          this.#now(),
        );
      }
      return Promise.resolve({ value: null });
    });
  }

  /** Unix milliseconds. */
  #now(): number {
    return this.#executor.store.clock.now();
  }

  #wake(): void {
    if (this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#again = true;
    this.#dispatching ??= this.#dispatch();
  }

  async #dispatch(): Promise<void> {
    await Promise.resolve();
    let next = Infinity;
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        await this.#crons.runDue(this.#now());
        next = Math.min(this.#startDue(), this.#crons.nextDue());
      } catch (error) {
        this.#log.failure('scheduler.failed', {}, failureOf(error));
        next = this.#now() + RETRY_MS;
      }
    }
    // In the same turn as the last look at `again`: a wake between the two would be lost.
    this.#dispatching = null;
    if (next === Infinity || this.#stopped) return;
    this.#timer = setTimeout(() => this.#wake(), Math.min(Math.max(0, next - this.#now()), LONGEST_TIMER_MS));
  }

  /** Starts jobs that are due and not yet running; returns the time when the next one is due. */
  #startDue(): number {
    for (const job of this.#pending()) {
      if (this.#running.has(job.id)) continue;
      if (job.due > this.#now()) return job.due;
      if (this.#running.size >= MOST_AT_ONCE) return Infinity;
      const run = this.#run(job)
        .catch(async (error: unknown) => {
          if (this.#stopped) return;
          this.#log.failure('scheduler.job_failed', { path: job.path }, failureOf(error));
          await pause();
        })
        .finally(() => {
          this.#running.delete(job.id);
          this.#wake();
        });
      this.#running.set(job.id, run);
    }
    return Infinity;
  }

  #pending(): Job[] {
    const { store } = this.#executor;
    const snapshot = store.snapshot();
    try {
      const transaction = new Transaction({
        catalog: store.catalog,
        reader: snapshot.reader,
        snapshotTs: snapshot.ts,
        overlay: null,
        readSet: new ReadSet(),
        clock: store.clock,
      });
      return earliestJobs(transaction, 'pending', MOST_AT_ONCE * 2);
    } finally {
      snapshot.release();
    }
  }

  async #run(job: Job): Promise<void> {
    const { registry } = this.#executor;
    const request = {
      requestId: newRequestId(),
      ip: null,
      userAgent: null,
      scheduledFunctionId: job.documentId,
      authToken: null,
    };
    const call = {
      component: job.component,
      path: job.path,
      args: [job.args],
      caller: ANONYMOUS,
      allowed: 'all',
      request,
    } as const;
    const kind = registry.components.get(job.component)?.functions.get(job.path)?.kind;
    if (kind === 'action') await this.#runAction(job, call);
    else await this.#runMutation(job, call);
  }

  async #runMutation(job: Job, call: Parameters<Executor['mutation']>[0]): Promise<void> {
    const outcome = await this.#executor.mutation(call, {
      before: (transaction) => (findJob(transaction, job.id)?.state === 'pending' ? undefined : 'skip'),
      after: (transaction) => {
        finishJob(transaction, job, null, this.#now());
        return undefined;
      },
    });
    if (outcome.ok) return;
    // A refusal of the disk is not a failure of the function, so the function stays due.
    if (outcome.failure instanceof StorageRefusal) throw outcome.failure;
    await this.#finish(job, outcome.failure.message);
  }

  async #runAction(job: Job, call: Parameters<Executor['action']>[0]): Promise<void> {
    const started = await this.#executor.writer.submit((transaction) => {
      const pending = findJob(transaction, job.id)?.state === 'pending';
      if (pending) startJob(transaction, job);
      return Promise.resolve({ value: pending });
    });
    if (!started.value) return;
    const outcome = await this.#executor.action(call);
    await this.#finish(job, outcome.ok ? null : outcome.failure.message);
  }

  /** An action has run by now and must not run again, so its end is noted even if the disk is full for long. */
  async #finish(job: Job, error: string | null): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#executor.writer.submit((transaction) => {
          if (findJob(transaction, job.id)) finishJob(transaction, job, error, this.#now());
          return Promise.resolve({ value: null });
        });
        return;
      } catch (failure) {
        if (!(storageFailure(failure) instanceof StorageFailure)) throw failure;
        await pause();
      }
    }
  }

  /** Stops starting jobs; those under way are left to the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#retention.stop();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#dispatching;
  }
}

function pause(): Promise<void> {
  return sleep(RETRY_MS, undefined, { ref: false });
}
