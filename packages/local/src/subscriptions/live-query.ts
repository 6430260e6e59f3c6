/** A live query of one person, and the group of people who ask the same thing. */
import type { Call, QueryOutcome } from '../execution/executor.ts';
import { clientMessage, newRequestId } from '../functions/failure.ts';
import type { Journal } from '../runtime/frame.ts';

/** A result and the span of timestamps in which it holds: from `since`, until a commit that wrote something it read. */
export interface LiveResult {
  since: bigint;
  until: bigint | null;
  /** Equal for results that a client cannot tell apart. */
  identity: string;
  /** The members of a QueryUpdated or QueryFailed modification besides its query id, as JSON text. */
  modification: string;
}

/**
 * Until a run asks for the caller, one query runs for all (`lead`) and everybody shares its result; after that, every
 * person has their own.
 */
export interface QueryGroup {
  readonly key: string;
  readonly lead: LiveQuery;
  /** By the caller's identity, as JSON text. */
  readonly members: Map<string, LiveQuery>;
  isPrivate: boolean;
}

export class LiveQuery {
  readonly group: QueryGroup;
  readonly caller: string;
  readonly call: Call;
  readonly watchers = new Set<() => void>();
  journal: Journal | null;
  result: LiveResult | null = null;
  running: { ts: bigint; run: Promise<void> } | null = null;

  constructor(group: QueryGroup, call: Call, journal: Journal | null) {
    this.group = group;
    this.caller = callerKey(call);
    this.call = call;
    this.journal = journal;
  }
}

export function callerKey(call: Call): string {
  return JSON.stringify(call.caller.identity);
}

export function newGroup(key: string, call: Call, journal: Journal | null): QueryGroup {
  const group = { key, members: new Map<string, LiveQuery>(), isPrivate: false } as unknown as QueryGroup;
  return Object.assign(group, { lead: new LiveQuery(group, call, journal) });
}

export function holdsAt({ since, until }: LiveResult, ts: bigint): boolean {
  return since <= ts && (until === null || ts < until);
}

export function toResult(outcome: QueryOutcome, since: bigint): LiveResult {
  const rest = `"logLines":${JSON.stringify(outcome.logLines)},"journal":${JSON.stringify(outcome.journal ? JSON.stringify(outcome.journal) : null)}`;
  if (outcome.ok) {
    return {
      since,
      until: null,
      identity: `+${outcome.value}`,
      modification: `"type":"QueryUpdated","value":${outcome.value},${rest}`,
    };
  }
  const { failure } = outcome;
  const data = failure.data === undefined ? '' : `"errorData":${JSON.stringify(failure.data)},`;
  const message = JSON.stringify(clientMessage(newRequestId(), failure));
  return {
    since,
    until: null,
    identity: `-${failure.message}${data}`,
    modification: `"type":"QueryFailed","errorMessage":${message},${data}${rest}`,
  };
}
