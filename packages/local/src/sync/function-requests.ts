/**
 * The mutations and actions of one socket: mutations one after another, actions side by side, and only so many of each wait.
 * A mutation's answer is remembered for the session and person that asked. A socket without a session repeats no answer.
 */
import type { Caller } from '../auth/identity.ts';
import type { Call, Executor, Outcome } from '../execution/executor.ts';
import { Answers } from './answers.ts';
import { decodeTs, failureResponse, successResponse } from './protocol.ts';
import type { FunctionRequest } from './protocol.ts';

/** Convex's limit on each kind, a socket. */
const MOST_WAITING = 1_000;
/** In UTF-16 units: arguments that wait stay in memory. */
const MOST_WAITING_TEXT = 64 << 20;

/** The socket ends; its client comes back later, as Convex's clients do. */
export class TooManyRequests extends Error {
  readonly code: string;

  constructor(code: 'TooManyConcurrentMutations' | 'TooManyInflightActionsForSingleClient') {
    super(`Only ${MOST_WAITING} requests may wait on one socket.`);
    this.code = code;
  }
}

export interface RequestDoors {
  executor: Executor;
  caller(): Caller;
  call(request: FunctionRequest): Call;
  /** True where nothing may run any more: the socket is closed, or its token has ended. */
  refused(): boolean;
  send(message: string): void;
  /** After each answer; with the timestamp of a mutation's commit. */
  answered(ts?: bigint): void;
}

export class FunctionRequests {
  readonly #doors: RequestDoors;
  #sessionId: string | null = null;
  #memory: { caller: Caller; answers: Answers } | null = null;
  #mutations: Promise<void> = Promise.resolve();
  readonly #waiting = { mutations: 0, actions: 0, text: 0 };

  constructor(doors: RequestDoors) {
    this.#doors = doors;
  }

  /** False for a socket that already has a session. */
  begin(sessionId: string): boolean {
    if (this.#sessionId !== null) return false;
    this.#sessionId = sessionId;
    return true;
  }

  mutation(request: FunctionRequest, length: number): void {
    const waiting = this.#waiting;
    if (waiting.mutations > MOST_WAITING || waiting.text > MOST_WAITING_TEXT)
      throw new TooManyRequests('TooManyConcurrentMutations');
    waiting.mutations += 1;
    waiting.text += length;
    this.#mutations = this.#mutations
      .then(() => this.#mutate(request))
      .finally(() => {
        waiting.mutations -= 1;
        waiting.text -= length;
      });
  }

  action(request: FunctionRequest, length: number): void {
    const waiting = this.#waiting;
    if (waiting.actions > MOST_WAITING || waiting.text > MOST_WAITING_TEXT)
      throw new TooManyRequests('TooManyInflightActionsForSingleClient');
    waiting.actions += 1;
    waiting.text += length;
    void this.#act(request).finally(() => {
      waiting.actions -= 1;
      waiting.text -= length;
    });
  }

  /** Bound to who calls now: another person's answers are not found, and theirs are not written over. */
  #answers(): Answers | null {
    const caller = this.#doors.caller();
    if (this.#sessionId === null) return null;
    if (this.#memory?.caller !== caller) this.#memory = { caller, answers: new Answers(this.#sessionId, caller) };
    return this.#memory.answers;
  }

  async #mutate(message: FunctionRequest): Promise<void> {
    const doors = this.#doors;
    if (doors.refused()) return;
    const { requestId } = message;
    const answers = this.#answers();
    const call = doors.call(message);
    let repeated: string | undefined;
    const outcome = await doors.executor.mutation(
      call,
      answers === null
        ? {}
        : {
            before: (_, store) => ((repeated = answers.find(store, requestId)) === undefined ? undefined : 'skip'),
            after: (_, { value, logLines }) => answers.save(requestId, value, logLines),
          },
    );
    if (!outcome.ok) {
      doors.send(
        failureResponse('MutationResponse', requestId, call.request.requestId, outcome.failure, outcome.logLines),
      );
      doors.answered();
      return;
    }
    doors.send(repeated ?? successResponse(requestId, outcome.value, outcome.ts, outcome.logLines));
    doors.answered(repeated === undefined ? outcome.ts : decodeTs((JSON.parse(repeated) as { ts: string }).ts));
  }

  async #act(message: FunctionRequest): Promise<void> {
    const doors = this.#doors;
    if (doors.refused()) return;
    const call = doors.call(message);
    const outcome: Outcome = await doors.executor.action(call);
    const { logLines } = outcome;
    if (!outcome.ok)
      doors.send(
        failureResponse('ActionResponse', message.requestId, call.request.requestId, outcome.failure, logLines),
      );
    else
      doors.send(
        `{"type":"ActionResponse","requestId":${message.requestId},"success":true,"result":${outcome.value},"logLines":${JSON.stringify(logLines)}}`,
      );
    doors.answered();
  }
}
