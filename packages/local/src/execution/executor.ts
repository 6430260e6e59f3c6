/** Runs queries on snapshots, mutations through the writer, and actions and HTTP actions outside of any transaction. */
import type { Logger } from '../log.ts';
import type { Caller } from '../auth/identity.ts';
import { FunctionFailure, failureOf } from '../functions/failure.ts';
import type { HttpRouter, RegisteredFunction, Registry } from '../functions/registry.ts';
import { currentFrame } from '../runtime/frame.ts';
import type { Journal, RequestInfo } from '../runtime/frame.ts';
import { functionEnded } from '../runtime/userTime.ts';
import type { Snapshot, Store } from '../store/store.ts';
import type { FileStorage } from '../storage/storage.ts';
import type { CreationClock } from '../transaction/clock.ts';
import { ReadSet } from '../transaction/readSet.ts';
import { Transaction } from '../transaction/transaction.ts';
import { resolveCommitTsIn } from '../values/json.ts';
import type { TableOfId } from '../values/validators.ts';
import type { Vectors } from '../vector/vectors.ts';
import { argumentObject, invoke, newFrame, withPatience } from './invoke.ts';
import type { Work, Writer } from './writer.ts';

export interface Call {
  component: string;
  path: string;
  args: unknown;
  caller: Caller;
  allowed: 'public' | 'all';
  request: RequestInfo;
}

export type Outcome = { logLines: string[] } & ({ ok: true; value: string } | { ok: false; failure: FunctionFailure });
export type QueryOutcome = Outcome & { readSet: ReadSet; journal: Journal | null };
export type MutationOutcome = Outcome & { ts: bigint };

/** What runs in the mutation's own transaction around it: may skip it, and may add to it. */
export interface MutationHooks {
  before?: (transaction: Transaction, store: Store) => Outcome | 'skip' | undefined;
  after?: (transaction: Transaction, outcome: Outcome & { ok: true }) => Work<unknown>['sideWrite'] | undefined;
}

const SKIPPED = 'null';

export class Executor {
  readonly store: Store;
  readonly registry: Registry;
  readonly writer: Writer;
  readonly storage: FileStorage;
  readonly vectors: Vectors;
  private readonly clock: CreationClock;
  private readonly log: Logger;

  constructor(parts: { store: Store; registry: Registry; writer: Writer; storage: FileStorage; vectors: Vectors; clock: CreationClock; log: Logger }) {
    this.store = parts.store;
    this.registry = parts.registry;
    this.writer = parts.writer;
    this.storage = parts.storage;
    this.vectors = parts.vectors;
    this.clock = parts.clock;
    this.log = parts.log;
  }

  tableOfId(component: string): TableOfId {
    return (id) => this.store.catalog.ofId(component, id)?.name ?? null;
  }

  async query(call: Call, options: { snapshot?: Snapshot; journal?: Journal | null } = {}): Promise<QueryOutcome> {
    const snapshot = options.snapshot ?? this.store.snapshot();
    const readSet = new ReadSet();
    const logLines: string[] = [];
    const { catalog } = this.store;
    const transaction = new Transaction({ catalog, reader: snapshot.reader, snapshotTs: snapshot.ts, overlay: null, readSet, clock: this.clock });
    try {
      const fn = this.registry.find(call.component, call.path, call.allowed, 'query');
      const frame = this.frame(fn, call, transaction, logLines);
      frame.journal = options.journal ?? null;
      const outcome = await this.settle(fn, logLines, () => invoke(fn, argumentObject(call.args), frame, this.tableOfId(fn.component)));
      return { ...outcome, readSet, journal: frame.journal };
    } catch (error) {
      return { ok: false, failure: failureOf(error), logLines, readSet, journal: null };
    } finally {
      transaction.ended = true;
      if (!options.snapshot) snapshot.release();
    }
  }

  async mutation(call: Call, hooks: MutationHooks = {}): Promise<MutationOutcome> {
    const logLines: string[] = [];
    let failed: Outcome | undefined;
    try {
      const committed = await this.writer.submit<Outcome>(async (transaction) => {
        const earlier = hooks.before?.(transaction, this.store);
        if (earlier) return { value: earlier === 'skip' ? { ok: true, value: SKIPPED, logLines } : earlier };
        const fn = this.registry.find(call.component, call.path, call.allowed, 'mutation');
        const frame = this.frame(fn, call, transaction, logLines);
        const outcome = await this.settle(fn, logLines, () => invoke(fn, argumentObject(call.args), frame, this.tableOfId(fn.component)));
        if (!outcome.ok) {
          failed = outcome;
          throw outcome.failure;
        }
        const sideWrite = hooks.after?.(transaction, outcome);
        return { value: outcome, ...(sideWrite ? { sideWrite } : {}) };
      });
      const { value: outcome, ts } = committed;
      // A mutation may return the commit timestamp itself; it is known only now.
      return outcome.ok ? { ...outcome, value: resolveCommitTsIn(outcome.value, ts), ts } : { ...outcome, ts };
    } catch (error) {
      return { ...(failed ?? { ok: false, failure: this.internal(error), logLines }), ts: this.store.committedTs() };
    }
  }

  /** Failures that are no function's are told to the log, not to the client. */
  private internal(error: unknown): FunctionFailure {
    if (error instanceof FunctionFailure) return error;
    this.log.write('error', 'deployment.internal', { error: String((error as Error)?.message ?? error) });
    return new FunctionFailure('Your request couldn\'t be completed. Try again later.');
  }

  async action(call: Call): Promise<Outcome> {
    const logLines: string[] = [];
    try {
      const fn = this.registry.find(call.component, call.path, call.allowed, 'action');
      const frame = this.frame(fn, call, null, logLines);
      return await this.settle(fn, logLines, () => invoke(fn, argumentObject(call.args), frame, this.tableOfId(fn.component)));
    } catch (error) {
      return { ok: false, failure: failureOf(error), logLines };
    }
  }

  async any(call: Call): Promise<Outcome> {
    try {
      const { kind } = this.registry.find(call.component, call.path, call.allowed, 'any');
      return kind === 'query' ? await this.query(call) : kind === 'mutation' ? await this.mutation(call) : await this.action(call);
    } catch (error) {
      return { ok: false, failure: failureOf(error), logLines: [] };
    }
  }

  /** Runs the HTTP action that a route leads to; throws FunctionFailure. */
  async http(component: string, handler: NonNullable<ReturnType<HttpRouter['lookup']>>[0], request: Request, caller: Caller, info: RequestInfo): Promise<Response> {
    const frame = newFrame({ kind: 'http', component, path: 'http', request: info, identity: caller.identity, transaction: null, logLines: [] });
    try {
      const response = await withPatience(frame, () => currentFrame.run(frame, () => handler.invokeHttpAction(request)));
      if (!(response instanceof Response)) throw new FunctionFailure('Uncaught Error: HTTP actions must return a Response.');
      return response;
    } catch (error) {
      throw failureOf(error);
    } finally {
      functionEnded(frame);
    }
  }

  private frame(fn: RegisteredFunction, call: Call, transaction: Transaction | null, logLines: string[]): ReturnType<typeof newFrame> {
    const { identity } = call.caller;
    const visible = fn.kind !== 'action' && identity instanceof Error ? null : identity;
    return newFrame({ kind: fn.kind, component: fn.component, path: fn.path, request: call.request, identity: visible, transaction, logLines });
  }

  private async settle(fn: RegisteredFunction, logLines: string[], run: () => Promise<string>): Promise<Outcome> {
    try {
      return { ok: true, value: await run(), logLines };
    } catch (error) {
      const failure = failureOf(error);
      this.log.failure('function.failed', { path: fn.path, component: fn.component, kind: fn.kind }, failure);
      return { ok: false, failure, logLines };
    }
  }
}
