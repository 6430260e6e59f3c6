/**
 * One person's verifications in a deployment of the page's own memory, which sends no messages: codes, evidence, the contract's
 * real checks, and the failures that a story or a test asks for.
 */
import {
  CODE_MS,
  type OwnCredential,
  type OwnEvidence,
  type OwnVerifications,
  type VerificationMethod,
  contract,
  levelOf,
  normalSubject,
  parseArgs,
  verificationMethods,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError, type WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

const DAY = 24 * 60 * 60_000;
/** A morning in May 2031, on which all of this happens. */
const NOW = Date.UTC(2031, 4, 1, 9, 30);

/** The code of every message. */
export const CODE = '482913';

type Start = Parameters<Gigsy['trust']['verifications']['start']>[0];
type Issue = Parameters<Gigsy['trust']['credentials']['issue']>[0];
type Confirm = Parameters<Gigsy['trust']['verifications']['confirm']>[0];

interface Known {
  evidence?: OwnEvidence[];
  pending?: OwnVerifications['pending'];
  /** False for a deployment that sends its messages. */
  showsMessages?: boolean;
}

export class VerificationDesk {
  /** Calls that arrived, refused or not. */
  readonly calls: string[] = [];
  /** For the calls to come, in their order. */
  readonly troubles: (ErrorCode | Promise<void>)[] = [];
  readonly client: Gigsy;
  readonly #watchers = new Map<WatchObserver<unknown>, () => unknown>();
  #evidence: OwnEvidence[];
  #pending: OwnVerifications['pending'];
  #credentials: OwnCredential[] = [];

  constructor({ evidence = [], pending = [], showsMessages = true }: Known = {}) {
    [this.#evidence, this.#pending] = [evidence, pending];
    const messages = () =>
      showsMessages ? this.#pending.map(({ method, subject }) => ({ method, to: subject, code: CODE })) : [];
    const verifications = {
      watchMine: this.#watch(() => this.#mine()),
      watchOutbox: this.#watch(messages),
      start: (args: Start) => this.#call(`start ${args.method} ${args.subject}`, () => this.#start(args)),
      confirm: (args: Confirm) => this.#call(`confirm ${args.method} ${args.code}`, () => this.#confirm(args)),
      withdraw: ({ id }: { id: string }) => this.#call(`withdraw ${id}`, () => this.#withdraw(id)),
    };
    const credentials = {
      issue: ({ kind, id }: Issue) => this.#call(`credential ${id}`, () => this.#issue({ kind, id })),
      watchMine: this.#watch(() => this.#credentials),
    };
    const trust = { verifications, credentials };
    this.client = { url: 'https://desk.example', close: () => {}, trust } as unknown as Gigsy;
  }

  lose(): void {
    for (const { error } of this.#watchers.keys()) error?.(trouble('offline'));
  }

  #mine(): OwnVerifications {
    const active = this.#evidence.filter(({ state }) => state === 'active');
    return { level: levelOf(active), evidence: this.#evidence, pending: this.#pending };
  }

  #start({ method, subject }: Start) {
    const checked = parseArgs(contract.trust.verifications.start.args, { idempotencyKey: 'a-key-of-a-test', method, subject }); // prettier-ignore
    if (!checked.ok) throw new GigsyError('invalid_argument', checked.error.message, {});
    const expiresAt = NOW + CODE_MS;
    const code = { method, subject: normalSubject(method, subject)!, expiresAt };
    this.#pending = [...this.#others(method), code];
    return { method, expiresAt };
  }

  #confirm({ method, code }: Confirm) {
    const awaited = this.#pending.find((each) => each.method === method);
    if (!awaited || code !== CODE) return { confirmed: false, level: this.#mine().level };
    this.#pending = this.#others(method);
    this.#end(method);
    this.#evidence = [evidenceOf(method, awaited.subject), ...this.#evidence];
    return { confirmed: true, level: this.#mine().level };
  }

  #withdraw(method: string) {
    const before = this.#mine();
    this.#pending = this.#others(method);
    this.#end(method);
    if (JSON.stringify(before) === JSON.stringify(this.#mine())) throw trouble('not_found');
    return { level: this.#mine().level };
  }

  /** A document without a signature. */
  #issue({ kind, id }: Issue) {
    if (!this.#mine().evidence.some((each) => each.id === id && each.state === 'active')) throw trouble('not_found');
    this.#credentials = [{ kind, id, state: 'ready', document: JSON.stringify({ about: id }) }];
    return { kind, id, state: 'signing' as const };
  }

  #others(method: string): OwnVerifications['pending'] {
    return this.#pending.filter((each) => each.method !== method);
  }

  #end(method: string): void {
    this.#evidence = this.#evidence.map((each) =>
      each.method === method && each.state === 'active' ? endedOf(each, 'withdrawn', NOW) : each,
    );
  }

  async #call<T>(said: string, act: () => T): Promise<T> {
    this.calls.push(said);
    const next = this.troubles.shift();
    if (typeof next === 'string') throw trouble(next);
    await next;
    const answer = act();
    for (const [{ next: tell }, ask] of this.#watchers) tell(structuredClone(ask()));
    return answer;
  }

  #watch(ask: () => unknown) {
    return (_: unknown, watcher: WatchObserver<unknown>) => {
      this.#watchers.set(watcher, ask);
      watcher.signal?.addEventListener('abort', () => this.#watchers.delete(watcher));
      queueMicrotask(() => watcher.signal?.aborted || watcher.next(structuredClone(ask())));
      return () => this.#watchers.delete(watcher);
    };
  }
}

/** Evidence of today. */
export function evidenceOf(method: VerificationMethod, subject: string, more: Partial<OwnEvidence> = {}): OwnEvidence {
  const { level, provider, validForMs } = verificationMethods[method];
  const times = { issuedAt: NOW, expiresAt: NOW + validForMs, endsSoon: false };
  return { id: method, method, level, provider, state: 'active', subject, ...times, ...more };
}

export function endedOf(
  { subject: _, ...rest }: OwnEvidence,
  state: OwnEvidence['state'],
  endedAt = NOW - 40 * DAY,
): OwnEvidence {
  return { ...rest, state, endedAt };
}

/** An address that is confirmed, a code on its way to a number, and evidence that ended. */
export function someVerifications(more: Known = {}): VerificationDesk {
  const number = '+436641234567';
  return new VerificationDesk({
    evidence: [
      evidenceOf('email', 'ada@example.org'),
      endedOf(evidenceOf('email', ''), 'expired'),
      endedOf(evidenceOf('phone', ''), 'revoked', NOW - 90 * DAY),
    ],
    pending: [{ method: 'phone', subject: number, expiresAt: NOW + CODE_MS }],
    ...more,
  });
}

/** A client of which every question fails with this error, or never gets an answer. */
export function closedDesk(code?: ErrorCode): Gigsy {
  const watch = (_: unknown, { error, signal }: WatchObserver<unknown>) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  return { trust: { verifications: { watchMine: watch, watchOutbox: watch } } } as unknown as Gigsy;
}
