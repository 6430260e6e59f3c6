/**
 * The cutover of a deployment in the page's own memory, for the element that shows and moves it: the contract's real phases,
 * and the drift, differences and failures that a story or a test asks for.
 */
import {
  type CohortStatus,
  type CutoverStatus,
  type ReadCohort,
  type ReadPhase,
  phaseAfter,
  phaseBefore,
  readCohorts,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, type GigsyError } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

type Move = Parameters<Gigsy['operations']['cutover']['move']>[0];
interface Watcher {
  next(status: CutoverStatus): void;
  error?(error: GigsyError): void;
  signal?: AbortSignal;
}

export class ControlRoom {
  readonly moves: Move[] = [];
  /** For the steps to come, in their order. */
  readonly troubles: (ErrorCode | Promise<void>)[] = [];
  drift = { count: 0, more: false };
  readonly #cohorts = new Map<ReadCohort, Partial<CohortStatus> & { phase: ReadPhase }>(
    readCohorts.map((cohort) => [cohort, { phase: 'dual-write' }]),
  );
  readonly #watchers = new Set<Watcher>();
  readonly client: Gigsy;

  constructor() {
    const cutover = {
      status: async () => this.status,
      move: (args: Move) => this.#move(args),
      watchStatus: (_: unknown, watcher: Watcher) => {
        this.#watchers.add(watcher);
        watcher.signal?.addEventListener('abort', () => this.#watchers.delete(watcher));
        queueMicrotask(() => watcher.signal?.aborted || watcher.next(this.status));
        return () => this.#watchers.delete(watcher);
      },
    };
    this.client = { url: 'https://desk.example', operations: { cutover }, close: () => {} } as unknown as Gigsy;
  }

  /** Puts a cohort where the story wants it. Those who watch hear of it. */
  set(cohort: ReadCohort, told: Partial<CohortStatus>): this {
    this.#cohorts.set(cohort, { ...this.#cohorts.get(cohort)!, ...told });
    this.tell();
    return this;
  }

  tell(): void {
    for (const { next } of this.#watchers) next(this.status);
  }

  lose(): void {
    for (const { error } of this.#watchers) error?.(trouble('offline'));
  }

  get status(): CutoverStatus {
    const cohorts = readCohorts.map((cohort): CohortStatus => {
      const told = this.#cohorts.get(cohort)!;
      const to = phaseAfter(told.phase);
      return {
        ...{ cohort, since: null, walked: null, differences: { count: 0, more: false, parts: [] } },
        forward: to ? { to, obstacles: this.drift.count > 0 ? ['drift'] : [] } : null,
        back: phaseBefore(told.phase) ?? null,
        ...told,
      };
    });
    return structuredClone({ drift: this.drift, cohorts });
  }

  async #move(args: Move): Promise<{ cohort: ReadCohort; phase: ReadPhase }> {
    this.moves.push(args);
    const next = this.troubles.shift();
    if (typeof next === 'string') throw trouble(next);
    await next;
    this.#cohorts.set(args.cohort, { phase: args.to, since: Date.UTC(2031, 4, 1, 9, 30) });
    this.tell();
    return { cohort: args.cohort, phase: args.to };
  }
}

/** A client of which every call fails with this error, or never answers. */
export function failingRoom(code?: ErrorCode): Gigsy {
  const call = () => (code ? Promise.reject(trouble(code)) : new Promise<never>(() => {}));
  const watchStatus = (_: unknown, { error, signal }: Watcher) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  return {
    url: 'https://desk.example',
    operations: { cutover: { status: call, move: call, watchStatus } },
  } as unknown as Gigsy;
}

/** Each cohort in another phase. */
export function underWay(): ControlRoom {
  const since = Date.UTC(2031, 4, 1, 9, 30);
  return new ControlRoom()
    .set('staff', { phase: 'retired', since, walked: { profiles: 14, complete: true } })
    .set('pilot', { phase: 'normalized', since })
    .set('early', { phase: 'shadow-read', since, walked: { profiles: 25_318, complete: true } });
}
