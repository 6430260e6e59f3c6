/**
 * Live queries, shared by every client that watches the same one: a query re-runs only when a commit wrote into a range
 * that it read, and one run serves all its watchers; people share it too where the result does not depend on them.
 */
import { randomUUID } from 'node:crypto';
import type { Call, Executor, QueryOutcome } from '../execution/executor.ts';
import { newRequestId } from '../functions/failure.ts';
import type { Journal } from '../runtime/frame.ts';
import type { Snapshot } from '../store/store.ts';
import { ReadIndex } from '../transaction/read-index.ts';
import { ReadSet } from '../transaction/read-set.ts';
import type { WriteSet } from '../transaction/read-set.ts';
import { beyondLimits } from '../values/bounds.ts';
import { LiveQuery, callerKey, holdsAt, newGroup, toResult } from './live-query.ts';
import type { LiveResult, QueryGroup } from './live-query.ts';

interface RecentCommit {
  ts: bigint;
  writes: WriteSet;
}

export class LiveQueries {
  readonly #executor: Executor;
  readonly #groups = new Map<string, QueryGroup>();
  readonly #readers = new ReadIndex<LiveQuery>();
  readonly #snapshots = new Set<Snapshot>();
  #recent: RecentCommit[] = [];
  /** How often a query really ran; see Deployment.statistics. */
  executions = 0;

  constructor(executor: Executor) {
    this.#executor = executor;
    executor.writer.onCommit((writes, ts) => this.#onCommit(writes, ts));
  }

  watch(call: Call, journal: Journal | null, watcher: () => void): LiveQuery {
    // Arguments beyond Convex's limits are refused when the query runs; before that they are not even printed.
    const args = beyondLimits(call.args) === null ? call.args : randomUUID();
    const key = JSON.stringify([call.component, call.path, args, journal, call.caller.isAdmin]);
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = newGroup(key, call, journal)));
    const caller = callerKey(call);
    let query = group.members.get(caller);
    if (!query) group.members.set(caller, (query = new LiveQuery(group, call, group.lead.journal)));
    query.watchers.add(watcher);
    return query;
  }

  unwatch(query: LiveQuery, watcher: () => void): void {
    const { group } = query;
    query.watchers.delete(watcher);
    if (query.watchers.size > 0) return;
    group.members.delete(query.caller);
    this.#readers.remove(query);
    if (group.members.size > 0) return;
    this.#groups.delete(group.key);
    this.#readers.remove(group.lead);
  }

  #isWatched(query: LiveQuery): boolean {
    const { group } = query;
    return query === group.lead
      ? !group.isPrivate && this.#groups.get(group.key) === group
      : group.members.get(query.caller) === query;
  }

  /** A snapshot to evaluate queries at; commits after it are remembered until it is released. */
  snapshot(): Snapshot {
    const snapshot = this.#executor.store.snapshot();
    this.#snapshots.add(snapshot);
    return {
      ...snapshot,
      release: () => {
        this.#snapshots.delete(snapshot);
        snapshot.release();
        this.#forget();
      },
    };
  }

  #forget(): void {
    if (this.#snapshots.size === 0) this.#recent = [];
    else {
      const oldest = [...this.#snapshots].reduce(
        (low, snapshot) => (snapshot.ts < low ? snapshot.ts : low),
        this.#executor.store.committedTs(),
      );
      if (this.#recent[0] && this.#recent[0].ts <= oldest)
        this.#recent = this.#recent.filter((commit) => commit.ts > oldest);
    }
  }

  #onCommit(writes: WriteSet, ts: bigint): void {
    if (this.#snapshots.size > 0) this.#recent.push({ ts, writes });
    for (const query of this.#readers.touchedBy(writes)) this.#invalidate(query, ts);
  }

  #invalidate(query: LiveQuery, ts: bigint): void {
    this.#readers.remove(query);
    if (query.result && query.result.until === null) query.result.until = ts;
    this.#tell(query);
  }

  #tell(query: LiveQuery): void {
    const members = query === query.group.lead ? query.group.members.values() : [query];
    for (const member of members) for (const watcher of member.watchers) watcher();
  }

  /** The timestamp that a snapshot would have now. */
  latestTs(): bigint {
    return this.#executor.store.committedTs();
  }

  /** The result at a timestamp, if no query has to run for it. */
  heldAt(query: LiveQuery, ts: bigint): LiveResult | null {
    const { result } = query.group.isPrivate ? query : query.group.lead;
    return result && holdsAt(result, ts) ? result : null;
  }

  async resultAt(query: LiveQuery, snapshot: Snapshot): Promise<LiveResult> {
    const { group } = query;
    if (!group.isPrivate) {
      const shared = await this.#resultOf(group.lead, snapshot);
      if (!group.isPrivate) return shared;
    }
    return this.#resultOf(query, snapshot);
  }

  /** The result at the snapshot: the latest one if it still holds there, otherwise that of a new run. */
  async #resultOf(query: LiveQuery, snapshot: Snapshot): Promise<LiveResult> {
    for (;;) {
      const { result, running } = query;
      if (result && holdsAt(result, snapshot.ts)) return result;
      if (result && result.since > snapshot.ts)
        return toResult(await this.#execute(query, snapshot, new ReadSet()), snapshot.ts);
      if (running) await running.run;
      else await this.#rerun(query, snapshot);
    }
  }

  #rerun(query: LiveQuery, snapshot: Snapshot): Promise<void> {
    const readSet = new ReadSet();
    const run = this.#execute(query, snapshot, readSet).then((outcome) => {
      query.running = null;
      this.#settle(query, outcome, readSet, snapshot);
      // The first run that reads the identity counts for the person it ran as.
      const own =
        query === query.group.lead && query.group.isPrivate ? query.group.members.get(query.caller) : undefined;
      if (own) this.#settle(own, outcome, readSet, snapshot);
    });
    query.running = { ts: snapshot.ts, run };
    return run;
  }

  #settle(query: LiveQuery, outcome: QueryOutcome, readSet: ReadSet, snapshot: Snapshot): void {
    query.journal = outcome.journal ?? query.journal;
    query.result = toResult(outcome, snapshot.ts);
    if (!this.#isWatched(query)) return;
    const missed = this.#recent.find((commit) => commit.ts > snapshot.ts && readSet.touchedBy(commit.writes));
    if (missed) this.#invalidate(query, missed.ts);
    else this.#readers.add(query, readSet);
  }

  async #execute(query: LiveQuery, snapshot: Snapshot, readSet: ReadSet): Promise<QueryOutcome> {
    this.executions += 1;
    const request = { ...query.call.request, requestId: newRequestId() };
    const outcome = await this.#executor.query(
      { ...query.call, request },
      { snapshot, journal: query.journal, readSet },
    );
    if (readSet.readsIdentity && !query.group.isPrivate) this.#makePrivate(query.group);
    return outcome;
  }

  #makePrivate(group: QueryGroup): void {
    group.isPrivate = true;
    this.#readers.remove(group.lead);
    for (const member of group.members.values()) member.journal ??= group.lead.journal;
    this.#tell(group.lead);
  }
}
