/**
 * Live queries, shared by every client that watches the same one: a query re-runs only when a commit wrote into a range
 * that it read, and one run serves all its watchers.
 */
import type { Call, Executor, QueryOutcome } from '../execution/executor.ts';
import { clientMessage, newRequestId } from '../functions/failure.ts';
import type { Journal } from '../runtime/frame.ts';
import type { Snapshot } from '../store/store.ts';
import type { WriteSet } from '../transaction/readSet.ts';
import { ReadIndex } from './readIndex.ts';

/** A result and the span of timestamps in which it holds: from `since`, until a commit that wrote what it read. */
export interface LiveResult {
  since: bigint;
  until: bigint | null;
  /** What a client can tell results apart by. */
  identity: string;
  /** The members of a QueryUpdated or QueryFailed modification besides its query id, as JSON text. */
  modification: string;
}

export class LiveQuery {
  readonly key: string;
  readonly call: Call;
  readonly watchers = new Set<() => void>();
  journal: Journal | null;
  result: LiveResult | null = null;
  running: { ts: bigint; run: Promise<void> } | null = null;

  constructor(key: string, call: Call, journal: Journal | null) {
    this.key = key;
    this.call = call;
    this.journal = journal;
  }
}

interface RecentCommit {
  ts: bigint;
  writes: WriteSet;
}

export class LiveQueries {
  private readonly executor: Executor;
  private readonly queries = new Map<string, LiveQuery>();
  private readonly readers = new ReadIndex<LiveQuery>();
  private readonly snapshots = new Set<Snapshot>();
  private recent: RecentCommit[] = [];
  /** How often a query really ran; tests and the operations page read it. */
  executions = 0;

  constructor(executor: Executor) {
    this.executor = executor;
    executor.writer.onCommit((writes, ts) => this.onCommit(writes, ts));
  }

  watch(call: Call, journal: Journal | null, watcher: () => void): LiveQuery {
    const { caller } = call;
    const key = JSON.stringify([call.component, call.path, call.args, journal, caller.identity, caller.isAdmin]);
    let query = this.queries.get(key);
    if (!query) this.queries.set(key, (query = new LiveQuery(key, call, journal)));
    query.watchers.add(watcher);
    return query;
  }

  unwatch(query: LiveQuery, watcher: () => void): void {
    query.watchers.delete(watcher);
    if (query.watchers.size > 0) return;
    this.queries.delete(query.key);
    this.readers.remove(query);
  }

  /** A snapshot to evaluate queries at; commits after it are remembered until it is released. */
  snapshot(): Snapshot {
    const snapshot = this.executor.store.snapshot();
    this.snapshots.add(snapshot);
    return {
      ...snapshot,
      release: () => {
        this.snapshots.delete(snapshot);
        snapshot.release();
        this.forget();
      },
    };
  }

  private forget(): void {
    if (this.snapshots.size === 0) this.recent = [];
    else {
      const oldest = [...this.snapshots].reduce((low, snapshot) => (snapshot.ts < low ? snapshot.ts : low), this.executor.store.committedTs());
      if (this.recent[0] && this.recent[0].ts <= oldest) this.recent = this.recent.filter((commit) => commit.ts > oldest);
    }
  }

  private onCommit(writes: WriteSet, ts: bigint): void {
    if (this.snapshots.size > 0) this.recent.push({ ts, writes });
    for (const query of this.readers.touchedBy(writes)) this.invalidate(query, ts);
  }

  private invalidate(query: LiveQuery, ts: bigint): void {
    this.readers.remove(query);
    if (query.result && query.result.until === null) query.result.until = ts;
    for (const watcher of query.watchers) watcher();
  }

  /** The query's result at the snapshot: the one at hand if it still holds there, otherwise a new run. */
  async resultAt(query: LiveQuery, snapshot: Snapshot): Promise<LiveResult> {
    for (;;) {
      const { result, running } = query;
      if (result && result.since <= snapshot.ts && (result.until === null || snapshot.ts < result.until)) return result;
      if (result && result.since > snapshot.ts) return this.toResult(await this.execute(query, snapshot), snapshot.ts);
      if (running) await running.run;
      else await this.rerun(query, snapshot);
    }
  }

  private rerun(query: LiveQuery, snapshot: Snapshot): Promise<void> {
    const run = this.execute(query, snapshot).then((outcome) => {
      query.running = null;
      const result = this.toResult(outcome, snapshot.ts);
      query.journal = outcome.journal ?? query.journal;
      query.result = result;
      const missed = this.recent.find((commit) => commit.ts > snapshot.ts && outcome.readSet.touchedBy(commit.writes));
      if (!this.queries.has(query.key)) return;
      if (missed) this.invalidate(query, missed.ts);
      else this.readers.add(query, outcome.readSet);
    });
    query.running = { ts: snapshot.ts, run };
    return run;
  }

  private execute(query: LiveQuery, snapshot: Snapshot): Promise<QueryOutcome> {
    this.executions += 1;
    const request = { ...query.call.request, requestId: newRequestId() };
    return this.executor.query({ ...query.call, request }, { snapshot, journal: query.journal });
  }

  private toResult(outcome: QueryOutcome, since: bigint): LiveResult {
    const rest = `"logLines":${JSON.stringify(outcome.logLines)},"journal":${JSON.stringify(outcome.journal ? JSON.stringify(outcome.journal) : null)}`;
    if (outcome.ok) {
      return { since, until: null, identity: `+${outcome.value}`, modification: `"type":"QueryUpdated","value":${outcome.value},${rest}` };
    }
    const { failure } = outcome;
    const data = failure.data === undefined ? '' : `"errorData":${JSON.stringify(failure.data)},`;
    const message = JSON.stringify(clientMessage(newRequestId(), failure));
    return { since, until: null, identity: `-${failure.message}${data}`, modification: `"type":"QueryFailed","errorMessage":${message},${data}${rest}` };
  }
}
