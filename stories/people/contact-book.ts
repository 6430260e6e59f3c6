/**
 * One person's contacts in a deployment of the page's own memory: asks to them, asks of theirs and those who have said yes, with
 * the contract's real checks and the failures that a story or a test asks for.
 */
import { type IncomingAsk, type OpenAsk, type Relation, RELATION_PAGE, contract, parseArgs } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError, type WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

type Question = 'incoming' | 'asked' | 'list';

/** A day in May 2031, on which all of this happens. */
export const TODAY = Date.UTC(2031, 4, 1, 9, 30);
const DAY = 24 * 60 * 60_000;

export class ContactBook {
  /** Names of the calls that arrived, refused or not. */
  readonly calls: string[] = [];
  /** For the calls to come, in their order. */
  readonly troubles: (ErrorCode | Promise<void>)[] = [];
  incoming: IncomingAsk[] = [];
  asked: OpenAsk[] = [];
  relations: Relation[] = [];
  readonly client: Gigsy;
  readonly #watchers = new Set<[Question, WatchObserver<unknown>]>();

  constructor(known: Partial<Pick<ContactBook, 'incoming' | 'asked' | 'relations'>> = {}) {
    Object.assign(this, structuredClone(known));
    const withoutAsk = ({ ask }: { ask: string }) => ({
      incoming: this.incoming.filter((each) => each.ask !== ask),
      asked: this.asked.filter((each) => each.ask !== ask),
    });
    const relations = {
      watchIncoming: this.#watch('incoming'),
      watchAsked: this.#watch('asked'),
      watchList: this.#watch('list'),
      list: ({ after }: { after: string }) => this.#met('list', () => this.#page(Number(after))),
      ask: (args: object) => this.#met('ask', () => this.#ask(args)),
      withdraw: (args: { ask: string }) => this.#met('withdraw', () => this.set(withoutAsk(args))),
      decline: (args: { ask: string }) => this.#met('decline', () => this.set(withoutAsk(args))),
      accept: (args: { ask: string }) => this.#met('accept', () => this.#accept(args.ask)),
      end: ({ relation }: { relation: string }) =>
        this.#met('end', () => this.set({ relations: this.relations.filter((each) => each.relation !== relation) })),
    };
    this.client = { url: 'https://desk.example', close: () => {}, privacy: { relations } } as unknown as Gigsy;
  }

  /** Those who watch hear of it. */
  set(told: Partial<Pick<ContactBook, 'incoming' | 'asked' | 'relations'>>): this {
    Object.assign(this, told);
    for (const [question, { next }] of this.#watchers) next(this.#known(question));
    return this;
  }

  lose(): void {
    for (const [, { error }] of this.#watchers) error?.(trouble('offline'));
  }

  #known(question: Question): unknown {
    return structuredClone(question === 'list' ? this.#page(0) : this[question]);
  }

  #page(start: number): { relations: Relation[]; next: string | null } {
    const end = start + RELATION_PAGE;
    return { relations: this.relations.slice(start, end), next: end < this.relations.length ? String(end) : null };
  }

  #ask(args: object): { ask: string } {
    const checked = parseArgs(contract.privacy.relations.ask.args, { idempotencyKey: crypto.randomUUID(), ...args });
    if (!checked.ok) throw new GigsyError('invalid_argument', checked.error.message, {});
    const { handle, kind } = checked.value;
    if (handle === 'ada') throw trouble('invalid_argument');
    const ask = `ask-${this.asked.length + 1}`;
    this.set({ asked: [{ ask, kind, handle, askedAt: TODAY, endsAt: TODAY + 30 * DAY }, ...this.asked] });
    return { ask };
  }

  #accept(ask: string): { relation: string } {
    const { handle, name, headline, kind } = this.incoming.find((each) => each.ask === ask)!;
    const relation = `relation-of-${ask}`;
    this.set({
      incoming: this.incoming.filter((each) => each.ask !== ask),
      relations: [{ relation, kind, handle, name, headline, since: TODAY }, ...this.relations],
    });
    return { relation };
  }

  async #met<T>(call: string, act: () => T): Promise<T> {
    this.calls.push(call);
    const next = this.troubles.shift();
    if (typeof next === 'string') throw trouble(next);
    await next;
    return act();
  }

  #watch(question: Question) {
    return (_: unknown, watcher: WatchObserver<unknown>) => {
      const entry: [Question, WatchObserver<unknown>] = [question, watcher];
      this.#watchers.add(entry);
      watcher.signal?.addEventListener('abort', () => this.#watchers.delete(entry));
      queueMicrotask(() => watcher.signal?.aborted || watcher.next(this.#known(question)));
      return () => this.#watchers.delete(entry);
    };
  }
}

/** A client of which every question fails with this error, or never gets an answer. */
export function closedBook(code?: ErrorCode): Gigsy {
  const watch = (_: unknown, { error, signal }: WatchObserver<unknown>) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  const relations = { watchIncoming: watch, watchAsked: watch, watchList: watch };
  return { url: 'https://desk.example', privacy: { relations } } as unknown as Gigsy;
}

/** Somebody who asks, an ask that is open, and contacts with and without a name. */
export function someContacts(): ContactBook {
  const kind = 'contact';
  return new ContactBook({
    incoming: [
      {
        ask: 'ask-of-morgan',
        kind,
        handle: 'morgan',
        name: 'Morgan Reyes',
        headline: 'Hires data engineers in Porto',
        askedAt: TODAY - DAY,
      },
    ],
    asked: [{ ask: 'ask-to-priya', kind, handle: 'priya', askedAt: TODAY - 2 * DAY, endsAt: TODAY + 28 * DAY }],
    relations: [
      {
        relation: 'with-ines',
        kind,
        handle: 'ines',
        name: 'Inês Carvalho',
        headline: 'Glass and light',
        since: TODAY - 9 * DAY,
      },
      {
        relation: 'with-layla',
        kind,
        handle: 'layla',
        name: 'ليلى حداد',
        headline: 'مهندسة برمجيات',
        since: TODAY - 40 * DAY,
      },
      { relation: 'with-nobody', kind, handle: null, name: null, headline: null, since: TODAY - 400 * DAY },
    ],
  });
}

/** More contacts than a page has. */
export function manyContacts(count: number): ContactBook {
  const relations = Array.from({ length: count }, (_, n) => ({
    ...{ relation: `with-${n}`, kind: 'contact' as const, handle: `person-${n}`, name: null, headline: null },
    since: TODAY - n * DAY,
  }));
  return new ContactBook({ relations });
}
