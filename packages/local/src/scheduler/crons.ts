/**
 * Cron jobs: each due run becomes a scheduled function in the same transaction that notes the next one, so a run is
 * neither lost nor doubled by a restart. Runs missed while the deployment was down happen once, and one that is still
 * under way when the next is due makes that one skip.
 */
import { createHash } from 'node:crypto';
import type { Executor } from '../execution/executor.ts';
import { canonicalPath } from '../functions/registry.ts';
import type { CronSpec } from '../functions/registry.ts';
import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Transaction } from '../transaction/transaction.ts';
import type { JSONValue } from '../values/json.ts';
import { nextRun } from './cron-expression.ts';
import { findJob, schedule } from './jobs.ts';

interface Cron {
  key: string;
  name: string;
  component: string;
  spec: CronSpec;
  state: CronState;
}

/** Persisted for each cron job. */
interface CronState {
  spec: string;
  next: number;
  lastJob: string | null;
}

export class Crons {
  readonly #executor: Executor;
  readonly #log: Logger;
  #crons: Cron[] = [];

  constructor(executor: Executor, log: Logger) {
    this.#executor = executor;
    this.#log = log;
  }

  /** Keeps the timing of unchanged jobs; an interval's first run is now. */
  load(): void {
    const { store, registry } = this.#executor;
    this.#crons = [];
    for (const component of registry.components.values()) {
      for (const [name, spec] of Object.entries(component.crons)) {
        registry.find(component.path, spec.name, 'all', 'any');
        const key = `cron:${component.path}:${name}`;
        this.#crons.push({ key, name, component: component.path, spec, state: this.#restore(store, key, spec) });
      }
    }
  }

  #restore(store: Store, key: string, spec: CronSpec): CronState {
    const saved = store.meta(key);
    const state = saved === undefined ? null : (JSON.parse(saved) as CronState);
    const text = JSON.stringify(spec);
    if (state?.spec === text) return state;
    const now = store.clock.now();
    const next = spec.schedule.type === 'interval' ? now : nextRun(spec.schedule, now, spreadOf(key));
    return { spec: text, next, lastJob: null };
  }

  /** When the next job is due, in Unix milliseconds. */
  nextDue(): number {
    return Math.min(...this.#crons.map((cron) => cron.state.next), Infinity);
  }

  /** All that are due share a commit: one by one, each would wait for the mutations that queue up meanwhile. */
  async runDue(now: number): Promise<void> {
    await Promise.all(this.#crons.filter(({ state }) => state.next <= now).map((cron) => this.#run(cron, now)));
  }

  async #run(cron: Cron, now: number): Promise<void> {
    const committed = await this.#executor.writer.submit((transaction) => {
      const busy = cron.state.lastJob !== null && findJob(transaction, cron.state.lastJob) !== null;
      if (busy) this.#log.write('warn', 'cron.skipped', { cron: cron.name, component: cron.component });
      const lastJob = busy ? cron.state.lastJob : this.#schedule(transaction, cron, now);
      const state: CronState = { ...cron.state, next: nextRun(cron.spec.schedule, now, spreadOf(cron.key)), lastJob };
      return Promise.resolve({ value: state, sideWrite: (store) => store.setMeta(cron.key, JSON.stringify(state)) });
    });
    cron.state = committed.value;
  }

  #schedule(transaction: Transaction, cron: Cron, now: number): string {
    const { component, spec } = cron;
    return schedule(
      transaction,
      { owner: component, component, path: canonicalPath(spec.name), args: spec.args[0] as JSONValue, due: now },
      false,
    );
  }
}

/** The same minute for the same job, always, and different ones for different jobs. */
function spreadOf(key: string): number {
  return createHash('sha256').update(key).digest()[0]!;
}
