/**
 * One client's socket: its queries, its identity and its mutations. Every Transition moves the client from one consistent
 * version to the next: all its queries as of one snapshot, left out where nothing changed for it.
 */
import { ANONYMOUS } from '../auth/identity.ts';
import type { Caller } from '../auth/identity.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import { TokenError } from '../auth/tokens.ts';
import type { Call, Executor } from '../execution/executor.ts';
import { newRequestId } from '../functions/failure.ts';
import type { FunctionFailure } from '../functions/failure.ts';
import type { Logger } from '../log.ts';
import { errorText } from '../errors.ts';
import type { Journal } from '../runtime/frame.ts';
import type { LiveQueries } from '../subscriptions/live.ts';
import type { LiveQuery, LiveResult } from '../subscriptions/liveQuery.ts';
import { decodeTs, failureResponse, successResponse, transitionMessages, versionText } from './protocol.ts';
import type { ClientMessage, FunctionRequest, QueryModification } from './protocol.ts';
import { findResponse, saveResponse } from './requests.ts';
import type { Turns } from './turns.ts';

interface SessionQuery {
  live: LiveQuery;
  add: QueryModification & { type: 'Add' };
  /** The identity of the result that the client has. */
  sent: string | null;
}

interface Version {
  querySet: number;
  identity: number;
}

/** What the next Transition says. */
interface Step {
  version: Version;
  forced: boolean;
  modifications: string[];
}

export interface SessionSocket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

export interface SessionParts {
  executor: Executor;
  live: LiveQueries;
  authenticator: Authenticator;
  log: Logger;
  turns: Turns;
  ip: string | null;
  userAgent: string | null;
}

export class Session {
  private readonly parts: SessionParts;
  private readonly socket: SessionSocket;
  private readonly queries = new Map<number, SessionQuery>();
  private removed: number[] = [];
  private sessionId = '';
  private caller: Caller = ANONYMOUS;
  private wanted: Version = { querySet: 0, identity: 0 };
  /** The version that the client has, as the protocol writes it. */
  private sentVersion = versionText(0, 0, 0n);
  private inbox: Promise<void> = Promise.resolve();
  private mutations: Promise<void> = Promise.resolve();
  private transitioning = false;
  private again = false;
  private forced = false;
  private closed = false;

  constructor(parts: SessionParts, socket: SessionSocket) {
    this.parts = parts;
    this.socket = socket;
  }

  /** Messages take effect in the order they came; mutations and actions only start in it. */
  receive(text: string): void {
    this.inbox = this.inbox.then(async () => {
      if (this.closed) return;
      try {
        await this.handle(JSON.parse(text) as ClientMessage);
      } catch (error) {
        this.fatal(errorText(error));
      }
    });
  }

  close(): void {
    this.closed = true;
    for (const { live } of this.queries.values()) this.parts.live.unwatch(live, this.onInvalidated);
    this.queries.clear();
  }

  private fatal(error: string): void {
    this.parts.log.write('warn', 'sync.fatal', {});
    this.send({ type: 'FatalError', error });
    this.socket.close(1008, 'FatalError');
  }

  private send(message: object | string): void {
    if (!this.closed) this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  private async handle(message: ClientMessage): Promise<void> {
    switch (message.type) {
      case 'Connect':
        this.sessionId = message.sessionId;
        if (message.maxObservedTimestamp && decodeTs(message.maxObservedTimestamp) > this.parts.executor.store.latestTs()) {
          throw new Error('The client has seen a later state than this deployment has: its data was replaced. Reload to start anew.');
        }
        return;
      case 'Authenticate':
        return this.authenticate(message);
      case 'ModifyQuerySet':
        return this.modifyQuerySet(message);
      case 'Mutation':
        this.mutations = this.mutations.then(() => this.mutate(message));
        return;
      case 'Action':
        void this.act(message);
        return;
      default:
        return;
    }
  }

  private async authenticate(message: ClientMessage & { type: 'Authenticate' }): Promise<void> {
    const { authenticator } = this.parts;
    try {
      if (message.tokenType === 'None') this.caller = ANONYMOUS;
      else if (message.tokenType === 'User') this.caller = await authenticator.user(message.value);
      else this.caller = authenticator.admin(message.value, message.impersonating);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      this.refuse(error.message, message.baseVersion, true);
      return;
    }
    this.wanted = { ...this.wanted, identity: message.baseVersion + 1 };
    for (const query of this.queries.values()) {
      const { live } = query;
      query.live = this.watch(query.add);
      this.parts.live.unwatch(live, this.onInvalidated);
    }
    this.transition(true);
  }

  private refuse(error: string, baseVersion: number, authUpdateAttempted: boolean): void {
    this.send({ type: 'AuthError', error, baseVersion, authUpdateAttempted });
    this.socket.close(1008, 'AuthError');
    this.close();
  }

  /** A token that ended while the socket was open: the client fetches another one and comes back. */
  private refuseExpired(): boolean {
    const { expiresAt } = this.caller;
    if (expiresAt === null || Date.now() < expiresAt) return false;
    this.refuse('Your authentication token has expired.', this.wanted.identity, false);
    return true;
  }

  private modifyQuerySet(message: ClientMessage & { type: 'ModifyQuerySet' }): void {
    if (message.baseVersion !== this.wanted.querySet) throw new Error(`Base version ${message.baseVersion} passed up doesn't match the current version ${this.wanted.querySet}`);
    for (const modification of message.modifications) {
      if (modification.type === 'Add') this.queries.set(modification.queryId, { add: modification, live: this.watch(modification), sent: null });
      else this.removeQuery(modification.queryId);
    }
    this.wanted = { ...this.wanted, querySet: message.newVersion };
    this.transition(true);
  }

  private removeQuery(queryId: number): void {
    const query = this.queries.get(queryId);
    if (!query) return;
    this.queries.delete(queryId);
    this.parts.live.unwatch(query.live, this.onInvalidated);
    this.removed.push(queryId);
  }

  private watch(add: QueryModification & { type: 'Add' }): LiveQuery {
    const journal = add.journal ? (JSON.parse(add.journal) as Journal) : null;
    return this.parts.live.watch(this.call(add), journal, this.onInvalidated);
  }

  /** Only an admin may call internal functions, or those of a component. */
  private call(request: { udfPath: string; args: unknown; componentPath?: string }): Call {
    const { caller, parts } = this;
    return {
      component: caller.isAdmin ? (request.componentPath ?? '') : '',
      path: request.udfPath,
      args: request.args,
      caller,
      allowed: caller.isAdmin ? 'all' : 'public',
      request: { requestId: newRequestId(), ip: parts.ip, userAgent: parts.userAgent, scheduledFunctionId: null, authToken: caller.token },
    };
  }

  private async mutate(message: FunctionRequest): Promise<void> {
    if (this.closed || this.refuseExpired()) return;
    const key = { session: this.sessionId, request: message.requestId };
    let repeated: string | undefined;
    const call = this.call(message);
    const outcome = await this.parts.executor.mutation(call, {
      before: (_, store) => ((repeated = findResponse(store, key)) === undefined ? undefined : 'skip'),
      after: (_, { value, logLines }) => saveResponse(key, value, logLines),
    });
    const response = repeated ?? (outcome.ok ? successResponse(message.requestId, outcome.value, outcome.ts, outcome.logLines) : null);
    this.send(response ?? failureResponse('MutationResponse', message.requestId, call.request.requestId, (outcome as { failure: FunctionFailure }).failure, outcome.logLines));
    this.transition(true);
  }

  private async act(message: FunctionRequest): Promise<void> {
    if (this.refuseExpired()) return;
    const call = this.call(message);
    const outcome = await this.parts.executor.action(call);
    const { logLines } = outcome;
    if (!outcome.ok) this.send(failureResponse('ActionResponse', message.requestId, call.request.requestId, outcome.failure, logLines));
    else this.send(`{"type":"ActionResponse","requestId":${message.requestId},"success":true,"result":${outcome.value},"logLines":${JSON.stringify(logLines)}}`);
    this.transition(true);
  }

  private readonly onInvalidated = (): void => this.transition(false);

  /** `forced`: the protocol wants a Transition even if no result changed. */
  private transition(forced: boolean): void {
    this.forced ||= forced;
    this.again = true;
    if (this.transitioning || this.closed) return;
    this.transitioning = true;
    this.parts.turns.take(() => void this.transitions());
  }

  private async transitions(): Promise<void> {
    while (this.again && !this.closed) {
      this.again = false;
      try {
        if (!this.refuseExpired() && !this.transitHeld()) await this.transitRun();
      } catch (error) {
        this.fatal(errorText(error));
      }
    }
    // In the same turn as the last look at `again`: a request between the two would be lost.
    this.transitioning = false;
  }

  /** False where a query has to run. Most watchers of one that has just run come by here: it takes no snapshot and no promise. */
  private transitHeld(): boolean {
    const { live } = this.parts;
    const ts = live.latestTs();
    for (const query of this.queries.values()) if (!live.heldAt(query.live, ts)) return false;
    const step = this.beginStep();
    for (const [queryId, query] of this.queries) update(step, queryId, query, live.heldAt(query.live, ts)!);
    this.endStep(step, ts);
    return true;
  }

  private async transitRun(): Promise<void> {
    const { live } = this.parts;
    const step = this.beginStep();
    const snapshot = live.snapshot();
    try {
      const results = [...this.queries].map(async ([queryId, query]) => {
        const asked = query.live;
        return { queryId, query, asked, result: await live.resultAt(asked, snapshot) };
      });
      for (const { queryId, query, asked, result } of await Promise.all(results)) {
        // Removed, or asked anew by another identity, while it ran: the next Transition's business.
        if (this.queries.get(queryId) === query && query.live === asked) update(step, queryId, query, result);
      }
      this.endStep(step, snapshot.ts);
    } finally {
      snapshot.release();
    }
  }

  private beginStep(): Step {
    const step = { version: this.wanted, forced: this.forced, modifications: this.removed.map((queryId) => `{"type":"QueryRemoved","queryId":${queryId}}`) };
    this.forced = false;
    this.removed = [];
    return step;
  }

  private endStep({ version, forced, modifications }: Step, ts: bigint): void {
    if (!forced && modifications.length === 0) return;
    const startVersion = this.sentVersion;
    this.sentVersion = versionText(version.querySet, version.identity, ts);
    const transition = `{"type":"Transition","startVersion":${startVersion},"endVersion":${this.sentVersion},"modifications":[${modifications.join(',')}]}`;
    for (const message of transitionMessages(transition)) this.send(message);
  }
}

function update({ modifications }: Step, queryId: number, query: SessionQuery, { identity, modification }: LiveResult): void {
  if (query.sent === identity) return;
  query.sent = identity;
  modifications.push(`{"queryId":${queryId},${modification}}`);
}
