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
import type { Logger } from '../log.ts';
import { errorText } from '../errors.ts';
import type { LiveQueries } from '../subscriptions/live.ts';
import { ProtocolError, readMessage } from './client-messages.ts';
import { FunctionRequests, TooManyRequests } from './function-requests.ts';
import { decodeTs, transitionMessages, versionText } from './protocol.ts';
import type { ClientMessage } from './protocol.ts';
import { QuerySet } from './query-set.ts';
import type { Turns } from './turns.ts';

/** Messages that may wait; beyond them the socket is not read. */
const MOST_MESSAGES = 64;

interface Version {
  querySet: number;
  identity: number;
}

/** The contents of the next Transition. */
interface Step {
  version: Version;
  forced: boolean;
  modifications: string[];
}

export interface SessionSocket {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Whether too much is still unsent for another Transition; `resume` is called once the client has read it. */
  isCongested(): boolean;
  /** Stops or goes on reading messages. */
  listen(on: boolean): void;
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
  readonly #parts: SessionParts;
  readonly #socket: SessionSocket;
  readonly #queries: QuerySet;
  #caller: Caller = ANONYMOUS;
  #wanted: Version = { querySet: 0, identity: 0 };
  /** The version that the client has, as the protocol writes it. */
  #sentVersion = versionText(0, 0, 0n);
  #sentTs = 0n;
  /** Of this socket's last mutation. */
  #ownTs = 0n;
  #inbox: Promise<void> = Promise.resolve();
  #unread = 0;
  readonly #requests: FunctionRequests;
  #transitioning = false;
  #again = false;
  #forced = false;
  #closed = false;

  constructor(parts: SessionParts, socket: SessionSocket) {
    this.#parts = parts;
    this.#socket = socket;
    this.#queries = new QuerySet(
      parts.live,
      (add) => this.#call(add),
      () => this.#transition(false),
    );
    this.#requests = new FunctionRequests({
      executor: parts.executor,
      caller: () => this.#caller,
      call: (request) => this.#call(request),
      refused: () => this.#closed || this.#refuseExpired(),
      send: (message) => this.#send(message),
      answered: (ts = 0n) => {
        if (ts > this.#ownTs) this.#ownTs = ts;
        this.#transition(true);
      },
    });
  }

  /** Messages take effect in the order they came; mutations and actions only start in it. */
  receive(text: string): void {
    this.#unread += 1;
    if (this.#unread === MOST_MESSAGES) this.#socket.listen(false);
    this.#inbox = this.#inbox.then(async () => {
      if (this.#unread === MOST_MESSAGES) this.#socket.listen(true);
      this.#unread -= 1;
      if (this.#closed) return;
      try {
        await this.#handle(readMessage(text), text.length);
      } catch (error) {
        this.#end(error);
      }
    });
  }

  /** The client has received everything sent to it. */
  resume(): void {
    if (this.#again) this.#transition(false);
  }

  close(): void {
    this.#closed = true;
    this.#queries.close();
  }

  /** Ends the socket. The reason names the client's fault, but never a fault of the deployment. */
  #end(error: unknown): void {
    if (this.#closed) return;
    if (error instanceof TooManyRequests) this.#socket.close(1013, error.code);
    else if (error instanceof ProtocolError) {
      this.#parts.log.write('warn', 'sync.fatal', {});
      this.#send({ type: 'FatalError', error: error.message });
      this.#socket.close(1008, 'FatalError');
    } else {
      this.#parts.log.write('error', 'deployment.internal', { error: errorText(error) });
      this.#socket.close(1011, 'InternalServerError');
    }
    this.close();
  }

  #send(message: object | string): void {
    if (!this.#closed) this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async #handle(message: ClientMessage, length: number): Promise<void> {
    switch (message.type) {
      case 'Connect':
        return this.#connect(message);
      case 'Authenticate':
        return this.#authenticate(message);
      case 'ModifyQuerySet':
        return this.#modifyQuerySet(message);
      case 'Mutation':
        return this.#requests.mutation(message, length);
      case 'Action':
        return this.#requests.action(message, length);
      default:
        return;
    }
  }

  #connect({ sessionId, maxObservedTimestamp }: ClientMessage & { type: 'Connect' }): void {
    if (!this.#requests.begin(sessionId)) throw new ProtocolError('The socket has sent `Connect` before.');
    if (maxObservedTimestamp && decodeTs(maxObservedTimestamp) > this.#parts.executor.store.latestTs()) {
      throw new ProtocolError(
        'The client has seen a later state than this deployment has: its data was replaced. Reload to start anew.',
      );
    }
  }

  async #authenticate(message: ClientMessage & { type: 'Authenticate' }): Promise<void> {
    const { authenticator } = this.#parts;
    checkBase(message.baseVersion, this.#wanted.identity);
    try {
      if (message.tokenType === 'None') this.#caller = ANONYMOUS;
      else if (message.tokenType === 'User') this.#caller = await authenticator.user(message.value);
      else this.#caller = authenticator.admin(message.value, message.impersonating);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      this.#refuse(error.message, message.baseVersion, true);
      return;
    }
    this.#wanted = { ...this.#wanted, identity: message.baseVersion + 1 };
    this.#queries.watchAnew();
    this.#transition(true);
  }

  #refuse(error: string, baseVersion: number, authUpdateAttempted: boolean): void {
    this.#send({ type: 'AuthError', error, baseVersion, authUpdateAttempted });
    this.#socket.close(1008, 'AuthError');
    this.close();
  }

  /** A token that ended while the socket was open: the client fetches another one and comes back. */
  #refuseExpired(): boolean {
    const { expiresAt } = this.#caller;
    if (expiresAt === null || Date.now() < expiresAt) return false;
    this.#refuse('Your authentication token has expired.', this.#wanted.identity, false);
    return true;
  }

  #modifyQuerySet(message: ClientMessage & { type: 'ModifyQuerySet' }): void {
    checkBase(message.baseVersion, this.#wanted.querySet);
    if (message.newVersion <= message.baseVersion)
      throw new ProtocolError('The new version must be above the base version.');
    for (const modification of message.modifications) this.#queries.modify(modification);
    this.#wanted = { ...this.#wanted, querySet: message.newVersion };
    this.#transition(true);
  }

  /** Only an admin may call internal functions, or those of a component. */
  #call(request: { udfPath: string; args: unknown; componentPath?: string }): Call {
    const parts = this.#parts;
    const caller = this.#caller;
    return {
      component: caller.isAdmin ? (request.componentPath ?? '') : '',
      path: request.udfPath,
      args: request.args,
      caller,
      allowed: caller.isAdmin ? 'all' : 'public',
      request: {
        requestId: newRequestId(),
        ip: parts.ip,
        userAgent: parts.userAgent,
        scheduledFunctionId: null,
        authToken: caller.token,
      },
    };
  }

  /** `forced`: the protocol wants a Transition even if no result changed. */
  #transition(forced: boolean): void {
    this.#forced ||= forced;
    this.#again = true;
    if (this.#transitioning || this.#closed || this.#socket.isCongested()) return;
    this.#transitioning = true;
    this.#parts.turns.take(() => void this.#transitions());
  }

  async #transitions(): Promise<void> {
    while (this.#again && !this.#closed && !this.#socket.isCongested()) {
      this.#again = false;
      try {
        if (!this.#refuseExpired() && !this.#transitHeld()) await this.#transitRun();
      } catch (error) {
        this.#end(error);
      }
    }
    // In the same turn as the last look at `again`: a request between the two would be lost.
    this.#transitioning = false;
  }

  /** False where a query has to run. Most watchers of one that has just run come by here: it takes no snapshot and no promise. */
  #transitHeld(): boolean {
    const { live } = this.#parts;
    const ts = live.latestTs();
    if (!this.#queries.isHeldAt(ts)) return false;
    const step = this.#beginStep();
    this.#queries.tellHeld(ts, step.modifications);
    this.#endStep(step, ts);
    return true;
  }

  async #transitRun(): Promise<void> {
    const step = this.#beginStep();
    const snapshot = this.#parts.live.snapshot();
    try {
      await this.#queries.tellAt(snapshot, step.modifications);
      this.#endStep(step, snapshot.ts);
    } finally {
      snapshot.release();
    }
  }

  #beginStep(): Step {
    const step = { version: this.#wanted, forced: this.#forced, modifications: this.#queries.takeRemoved() };
    this.#forced = false;
    return step;
  }

  #endStep({ version, forced, modifications }: Step, ts: bigint): void {
    if (!forced && modifications.length === 0) return;
    const startVersion = this.#sentVersion;
    // The timestamp moves for the client's own mutations alone: that of the snapshot would tell that somebody wrote something.
    if (this.#ownTs <= ts) this.#sentTs = this.#ownTs;
    this.#sentVersion = versionText(version.querySet, version.identity, this.#sentTs);
    const transition = `{"type":"Transition","startVersion":${startVersion},"endVersion":${this.#sentVersion},"modifications":[${modifications.join(',')}]}`;
    for (const message of transitionMessages(transition)) this.#send(message);
  }
}

function checkBase(base: number, current: number): void {
  if (base !== current)
    throw new ProtocolError(`Base version ${base} passed up doesn't match the current version ${current}`);
}
