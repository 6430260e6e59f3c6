/** Runs queries on snapshots, mutations through the writer, and actions and HTTP actions outside of any transaction. */
import type { Logger } from '../log.ts';
import type { Caller } from '../auth/identity.ts';
import { FunctionFailure, StorageRefusal, failureOf } from '../functions/failure.ts';
import { HTTP_PATH } from '../functions/registry.ts';
import type { RegisteredFunction, Registry } from '../functions/registry.ts';
import type { Frame, Journal, RequestInfo } from '../runtime/frame.ts';
import { settled } from '../runtime/process-guard.ts';
import { functionEnded } from '../runtime/user-time.ts';
import { StorageFailure, storageFailure } from '../store/failure.ts';
import type { Snapshot, Store } from '../store/store.ts';
import type { FileStorage } from '../storage/storage.ts';
import type { ReadSet } from '../transaction/read-set.ts';
import { Transaction } from '../transaction/transaction.ts';
import { resolveCommitTsIn } from '../values/json.ts';
import type { TableOfId } from '../values/validators.ts';
import type { Vectors } from '../vector/vectors.ts';
import { argumentObject, invoke, newFrame, withPatience } from './invoke.ts';
import type { FrameOptions } from './invoke.ts';
import type { Meetings } from './meetings.ts';
import { QueryCache } from './query-cache.ts';
import type { Work, Writer } from './writer.ts';

export interface Call {
  component: string;
  path: string;
  args: unknown;
  caller: Caller;
  allowed: 'public' | 'all';
  request: RequestInfo;
}

/** Where a request to the site leads: a component, and the path and method in its router. */
export interface HttpRoute {
  component: string;
  path: string;
  method: string;
}

type Failed = { ok: false; failure: FunctionFailure; logLines: string[] };
export type Outcome = { ok: true; value: string; logLines: string[] } | Failed;
export type QueryOutcome = Outcome & { journal: Journal | null };
export type MutationOutcome = Outcome & { ts: bigint };

/** Hooks that run in the mutation's own transaction. They may skip the mutation, and may add to it. */
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
  readonly #log: Logger;
  readonly #queries: QueryCache;
  readonly #meetings: Meetings | undefined;

  constructor(parts: {
    store: Store;
    registry: Registry;
    writer: Writer;
    storage: FileStorage;
    vectors: Vectors;
    log: Logger;
    meetings?: Meetings | undefined;
  }) {
    this.store = parts.store;
    this.registry = parts.registry;
    this.writer = parts.writer;
    this.storage = parts.storage;
    this.vectors = parts.vectors;
    this.#log = parts.log;
    this.#queries = new QueryCache(parts.writer);
    this.#meetings = parts.meetings;
  }

  tableOfId(component: string): TableOfId {
    return (id) => this.store.catalog.ofId(component, id)?.name ?? null;
  }

  /** Records its reads in the read set, if one is given. */
  async query(
    call: Call,
    options: { snapshot?: Snapshot; journal?: Journal | null; readSet?: ReadSet } = {},
  ): Promise<QueryOutcome> {
    const snapshot = options.snapshot ?? this.store.snapshot();
    const logLines: string[] = [];
    const transaction = new Transaction({
      catalog: this.store.catalog,
      reader: snapshot.reader,
      snapshotTs: snapshot.ts,
      overlay: null,
      readSet: options.readSet ?? null,
      clock: this.store.clock,
    });
    let frame: Frame | null = null;
    try {
      const fn = this.registry.find(call.component, call.path, call.allowed, 'query');
      frame = this.#frame(fn, call, transaction, logLines);
      frame.journal = options.journal ?? null;
      const value = await this.#invoke(fn, call, frame);
      return { ok: true, value, logLines, journal: frame.journal };
    } catch (error) {
      return { ...this.#failed(error, frame, logLines), journal: frame?.journal ?? null };
    } finally {
      transaction.ended = true;
      if (!options.snapshot) snapshot.release();
    }
  }

  /** The same without running it, if nothing that it read has changed since it ran. */
  cachedQuery(call: Call): Promise<Outcome> {
    const { component, path, args, caller, allowed } = call;
    const identity = caller.identity instanceof Error ? caller.identity.message : caller.identity;
    const key = JSON.stringify([component, path, args, identity, allowed]);
    return this.#queries.run<Failed>(key, (readSet) => this.query(call, { readSet }));
  }

  async mutation(call: Call, hooks: MutationHooks = {}): Promise<MutationOutcome> {
    const logLines: string[] = [];
    let failed: Failed | undefined;
    let reads: ReadSet | null = null;
    const meanwhile = this.#meetings?.asked();
    try {
      const committed = await this.writer.submit<Outcome>(async (transaction) => {
        // It may run a second time.
        [failed, logLines.length] = [undefined, 0];
        reads = transaction.readSet;
        const earlier = hooks.before?.(transaction, this.store);
        if (earlier) return { value: earlier === 'skip' ? { ok: true, value: SKIPPED, logLines } : earlier };
        const fn = this.registry.find(call.component, call.path, call.allowed, 'mutation');
        const frame = this.#frame(fn, call, transaction, logLines);
        let outcome: Outcome & { ok: true };
        try {
          outcome = {
            ok: true,
            value: await invoke(fn, argumentObject(call.args), frame, this.tableOfId(fn.component)),
            logLines,
          };
        } catch (error) {
          failed = this.#failed(error, frame, logLines);
          throw failed.failure;
        }
        const sideWrite = hooks.after?.(transaction, outcome);
        const stray = () => {
          frame.answered = frame.stray === null;
          if (frame.stray) failed ??= this.#failed(frame.stray, frame, logLines);
          return frame.stray;
        };
        return { value: outcome, ...(sideWrite ? { sideWrite } : {}), stray };
      });
      const { value: outcome, ts } = committed;
      if (meanwhile) this.#meetings?.ended(meanwhile, { path: call.path, reads, ts });
      // A mutation may return the commit timestamp itself; it is known only now.
      return outcome.ok ? { ...outcome, value: resolveCommitTsIn(outcome.value, ts), ts } : { ...outcome, ts };
    } catch (error) {
      if (meanwhile) this.#meetings?.failed(meanwhile);
      return { ...(failed ?? { ok: false, failure: this.#internal(error), logLines }), ts: this.store.committedTs() };
    }
  }

  /** Failures of the deployment itself go to the log, not to the client. */
  #internal(error: unknown): FunctionFailure {
    if (error instanceof FunctionFailure) return error;
    const storage = storageFailure(error);
    if (storage instanceof StorageFailure) {
      this.#log.write('error', 'deployment.storage', { code: storage.code });
      return new StorageRefusal(storage);
    }
    this.#log.write('error', 'deployment.internal', { error: String((error as Error)?.message ?? error) });
    return new FunctionFailure("Your request couldn't be completed. Try again later.");
  }

  async action(call: Call): Promise<Outcome> {
    const logLines: string[] = [];
    let frame: Frame | null = null;
    try {
      const fn = this.registry.find(call.component, call.path, call.allowed, 'action');
      frame = this.#frame(fn, call, null, logLines);
      return { ok: true, value: await this.#invoke(fn, call, frame), logLines };
    } catch (error) {
      return this.#failed(error, frame, logLines);
    }
  }

  any(call: Call): Promise<Outcome> {
    try {
      return this[this.registry.find(call.component, call.path, call.allowed, 'any').kind](call);
    } catch (error) {
      return Promise.resolve({ ok: false, failure: failureOf(error), logLines: [] });
    }
  }

  /** Runs the HTTP action that a route leads to, until `deliver` has sent its body, which the action may still be making; throws FunctionFailure. */
  async http(
    { component, path, method }: HttpRoute,
    call: Pick<Call, 'caller' | 'request'>,
    request: Request,
    deliver: (response: Response) => Promise<void>,
  ): Promise<void> {
    const options: FrameOptions = {
      kind: 'http',
      component,
      path: HTTP_PATH,
      request: call.request,
      identity: call.caller.identity,
      transaction: null,
      logLines: [],
      now: this.store.clock.now,
      log: this.#log,
    };
    const frame = newFrame(options);
    try {
      await withPatience(frame, async () => {
        const [handler] = this.registry.components.get(component)!.routerForCall().lookup(path, method)!;
        const response = await handler.invokeHttpAction(request);
        if (!(response instanceof Response))
          throw new FunctionFailure('Uncaught Error: HTTP actions must return a Response.');
        await settled(frame);
        await deliver(response);
      });
    } catch (error) {
      throw failureOf(error);
    } finally {
      functionEnded(frame);
    }
  }

  async #invoke(fn: RegisteredFunction, call: Call, frame: Frame): Promise<string> {
    const value = await invoke(fn, argumentObject(call.args), frame, this.tableOfId(fn.component));
    await settled(frame);
    return value;
  }

  #frame(fn: RegisteredFunction, call: Call, transaction: Transaction | null, logLines: string[]): Frame {
    const { identity } = call.caller;
    const visible = fn.kind !== 'action' && identity instanceof Error ? null : identity;
    return newFrame({
      kind: fn.kind,
      component: fn.component,
      path: fn.path,
      request: call.request,
      identity: visible,
      transaction,
      logLines,
      now: this.store.clock.now,
      log: this.#log,
    });
  }

  /** Turns a function's error into its caller's failure, and logs it; `frame` is null if no function was found. */
  #failed(error: unknown, frame: Frame | null, logLines: string[]): Failed {
    const failure = failureOf(error);
    if (frame)
      this.#log.failure('function.failed', { path: frame.path, component: frame.component, kind: frame.kind }, failure);
    return { ok: false, failure, logLines };
  }
}
