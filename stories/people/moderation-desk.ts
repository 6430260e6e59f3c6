/**
 * Moderation in a deployment of the page's own memory: one case, the statement to its owner, the contract's real checks and table of
 * steps, and the failures that a story or a test asks for.
 */
import {
  APPEAL_MS,
  type CaseDetail,
  type CaseStep,
  type Statement,
  caseStateAfter,
  contract,
  parseArgs,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError, type WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

/** A morning in May 2031, on which all of this happens. */
const NOW = Date.UTC(2031, 4, 1, 9, 30);

export const RECEIPT = '5f3c0a9be21d4476a8c1f0d2b39e7c55';

type Moderation = Gigsy['trust']['moderation'];
type Given<F extends keyof Moderation> = Parameters<Moderation[F]>[0];

export class ModerationDesk {
  /** Calls that arrived, refused or not. */
  readonly calls: string[] = [];
  /** For the calls to come, in their order. */
  readonly troubles: ErrorCode[] = [];
  readonly client: Gigsy;
  readonly #watchers = new Map<WatchObserver<unknown>, () => unknown>();
  #case: CaseDetail;

  constructor(known: Partial<CaseDetail> = {}) {
    this.#case = { ...openCase, ...known };
    const step =
      (kind: CaseStep, change: (given: never) => Partial<CaseDetail> = () => ({})) =>
      (given: object) =>
        this.#call(kind, given, () => this.#step(kind, change(given as never)));
    const moderation = {
      watchQueue: (args: Given<'queue'>, observer: WatchObserver<unknown>) =>
        this.#watch(observer, () => this.#queue(args)),
      watchView: ({ case: id }: Given<'view'>, observer: WatchObserver<unknown>) =>
        this.#watch(observer, () => (id === this.#case.case ? this.#case : null)),
      watchMine: (_: object, observer: WatchObserver<unknown>) => this.#watch(observer, () => this.#statements()),
      report: (given: Given<'report'>) =>
        this.#call('report', given, () => checked('report', given, { receipt: RECEIPT })),
      dismiss: (given: Given<'dismiss'>) => this.#call('dismiss', given, () => ({ dismissed: given.cases, left: [] })),
      inspect: (given: object) =>
        this.#call('inspect', given, () => ({ fields: [{ name: 'identity.headline', value: 'Kestrels for sale' }] })),
      assign: step('assign', () => ({ assignee: 'you' })),
      act: step('act', (given: Given<'act'>) => ({ decision: decided(given) })),
      restore: step('restore', () => ({ decision: { ...this.#case.decision!, inForce: false } })),
      appeal: step('appeal', ({ text }: Given<'appeal'>) => ({ appeal: { text, at: NOW } })),
    };
    const trust = { moderation };
    this.client = { url: 'https://desk.example', close: () => {}, trust, moderation } as unknown as Gigsy;
  }

  #queue({ state = 'open' }: Given<'queue'> = {}) {
    const { received: _, notes: __, decision: ___, appeal: ____, deletion: _____, ...summary } = this.#case;
    return { cases: state === summary.state ? [summary] : [], next: null };
  }

  #statements(): Statement[] {
    const { case: id, place, decision, appeal } = this.#case;
    if (!decision) return [];
    const { by: _, ...told } = decision;
    return [{ case: id, place, ...told, automated: false, appealUntil: appeal ? null : NOW + APPEAL_MS, appeal }];
  }

  #step(kind: CaseStep, change: Partial<CaseDetail>) {
    const state = caseStateAfter(this.#case.state, kind);
    if (state === undefined) throw trouble('account_state');
    this.#case = { ...this.#case, state, ...change };
    return { case: this.#case.case, state };
  }

  async #call<T>(name: string, given: object, act: () => T): Promise<T> {
    this.calls.push(`${name} ${JSON.stringify(given)}`);
    const next = this.troubles.shift();
    if (next) throw trouble(next);
    const answer = act();
    for (const [{ next: tell }, ask] of this.#watchers) tell(structuredClone(ask()));
    return answer;
  }

  #watch(watcher: WatchObserver<unknown>, ask: () => unknown) {
    this.#watchers.set(watcher, ask);
    watcher.signal?.addEventListener('abort', () => this.#watchers.delete(watcher));
    queueMicrotask(() => watcher.signal?.aborted || watcher.next(structuredClone(ask())));
    return () => this.#watchers.delete(watcher);
  }
}

function checked<T>(name: 'report', given: object, answer: T): T {
  const parsed = parseArgs(contract.trust.moderation[name].args, { ...given, idempotencyKey: 'a-key-of-a-test' });
  if (!parsed.ok) throw new GigsyError('invalid_argument', parsed.error.message, parsed.error);
  return answer;
}

/** A decision of the moderator who looks. */
export function decided(given: Partial<Given<'act'>> = {}): NonNullable<CaseDetail['decision']> {
  const { measure = 'withhold', ground = 'terms', rule = 'Clause 4', explanation = 'The headline advertises.' } = given;
  return { measure, ground, rule, explanation, at: NOW, inForce: true, by: 'you' };
}

/** A case that two people have reported. */
export const openCase: CaseDetail = {
  ...{
    case: 'k1',
    handle: 'ada',
    place: 'identity.headline',
    state: 'open',
    reasons: ['spam', 'falsehood'],
    reports: 2,
  },
  ...{ openedAt: NOW, dueAt: NOW + 3 * 24 * 60 * 60_000, overdue: false, assignee: null },
  received: [
    { reason: 'spam', explanation: 'Sells kestrels.', signedIn: false, contact: 'reader@example.org', at: NOW },
    { reason: 'falsehood', explanation: 'There are no kestrels.', signedIn: true, at: NOW },
  ],
  ...{ notes: [], decision: null, appeal: null, deletion: null },
};
