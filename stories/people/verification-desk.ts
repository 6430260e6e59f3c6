/**
 * One person's verifications in a deployment of the page's own memory, which sends no messages and looks nowhere: codes, claims, the
 * check of a document, evidence, the contract's real checks of arguments, and the failures that a story or a test asks for.
 */
import {
  CLAIM_MS,
  CODE_MS,
  type OwnClaim,
  type OwnCredential,
  type OwnEvidence,
  type OwnSession,
  type OwnVerifications,
  IDENTITY_CHECK_MS,
  type VerificationMethod,
  contract,
  levelOf,
  normalClaim,
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
type Claim = Parameters<Gigsy['trust']['claims']['start']>[0];
type Play = Parameters<Gigsy['trust']['documents']['play']>[0];

interface Known {
  evidence?: OwnEvidence[];
  pending?: OwnVerifications['pending'];
  claims?: OwnClaim[];
  session?: OwnSession;
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
  #claims: OwnClaim[];
  #session: OwnSession | undefined;
  #credentials: OwnCredential[] = [];

  constructor({ evidence = [], pending = [], claims = [], session, showsMessages = true }: Known = {}) {
    [this.#evidence, this.#pending, this.#claims, this.#session] = [evidence, pending, claims, session];
    const messages = () =>
      showsMessages ? this.#pending.map(({ method, subject }) => ({ method, to: subject, code: CODE })) : [];
    const verifications = {
      watchMine: this.#watch(() => this.#mine()),
      watchOutbox: this.#watch(messages),
      start: (args: Start) => this.#call(`start ${args.method} ${args.subject}`, () => this.#start(args)),
      confirm: (args: Confirm) => this.#call(`confirm ${args.method} ${args.code}`, () => this.#confirm(args)),
      withdraw: ({ id }: { id: string }) => this.#call(`withdraw ${id}`, () => this.#withdraw(id)),
    };
    const claiming = {
      start: (args: Claim) => this.#call(`claim ${args.method} ${args.subject}`, () => this.#claim(args)),
      check: ({ id }: { id: string }) => this.#call(`check ${id}`, () => this.#look(id)),
    };
    const documents = {
      start: () => this.#call('begin', () => (this.#session = sessionOf())),
      play: ({ play }: Play) => this.#call(`play ${play}`, () => this.#play(play)),
    };
    const credentials = {
      issue: ({ kind, id }: Issue) => this.#call(`credential ${id}`, () => this.#issue({ kind, id })),
      watchMine: this.#watch(() => this.#credentials),
    };
    const trust = { verifications, claims: claiming, documents, credentials };
    this.client = { url: 'https://desk.example', close: () => {}, trust } as unknown as Gigsy;
  }

  lose(): void {
    for (const { error } of this.#watchers.keys()) error?.(trouble('offline'));
  }

  #mine(): OwnVerifications {
    const active = this.#evidence.filter(({ state }) => state === 'active');
    const [pending, claims, session] = [this.#pending, this.#claims, this.#session];
    return { level: levelOf(active), evidence: this.#evidence, pending, claims, ...(session && { session }) };
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

  #claim({ method, subject }: Claim) {
    const checked = parseArgs(contract.trust.claims.start.args, { idempotencyKey: 'a-key-of-a-test', method, subject });
    if (!checked.ok) throw new GigsyError('invalid_argument', checked.error.message, {});
    const claim = claimOf(method, normalClaim(method, subject)!);
    this.#claims = [...this.#claims.filter(({ id }) => id !== claim.id), claim];
    return claim;
  }

  #look(id: string) {
    this.#claims = this.#claims.map((each) => (each.id === id ? { ...each, looking: true } : each));
    return this.#claims.find((each) => each.id === id)!;
  }

  #play(play: Play['play']) {
    const before = this.#session!;
    if (play === 'pass' || play === 'repeat') {
      this.#session = undefined;
      const { subject: _, ...proof } = evidenceOf('document', '', { provider: 'standIn' });
      this.#evidence = [proof, ...this.#evidence];
    } else this.#session = { ...before, state: play === 'fail' ? 'failed' : 'lapsed' };
    return before;
  }

  #withdraw(method: string) {
    const before = this.#mine();
    this.#pending = this.#others(method);
    this.#claims = this.#claims.filter(({ id }) => id !== method);
    if (method === 'document') this.#session = undefined;
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
      each.id === method && each.state === 'active' ? endedOf(each, 'withdrawn', NOW) : each,
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

/** A claim of today whose token ends in its subject. */
export function claimOf(method: OwnClaim['method'], subject: string, more: Partial<OwnClaim> = {}): OwnClaim {
  const line = 'gigsy-verification=4QmR2vXhT7oYbN1sKpLc9WdEzF6uGjA3iVtB8nMxR5w';
  const expected = method === 'domain' ? line : 'https://people.example/ada';
  const id = `${method}-${subject.length}`;
  return { id, method, subject, expected, looking: false, expiresAt: NOW + CLAIM_MS, ...more };
}

/** A check at the stand-in. */
export function sessionOf(more: Partial<OwnSession> = {}): OwnSession {
  return { state: 'open', standIn: true, expiresAt: NOW + IDENTITY_CHECK_MS, ...more };
}

/** Claims to two domains and a page: one that is seen, one that was looked at in vain, one that waits. */
export function someClaims(more: Known = {}): VerificationDesk {
  const { expiresAt: _, ...seen } = claimOf('domain', 'example.org');
  return new VerificationDesk({
    evidence: [evidenceOf('domain', 'example.org', { id: seen.id })],
    claims: [
      seen,
      claimOf('domain', 'xn--bcher-kva.example', { fault: 'not_shown', lookedAt: NOW - 60 * 60_000 }),
      claimOf('link', 'https://social.example/@ada', { looking: true }),
    ],
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
