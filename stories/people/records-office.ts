/**
 * One person's data in a deployment of the page's own memory: accesses to it, the copy that they asked for and
 * the deletion of their account, with the failures that a story or a test asks for.
 */
import type {
  AccountState,
  DailyViews,
  Disclosure,
  ExportState,
  GivenLease,
  LoggedAccess,
  ToldHold,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { ErrorCode, GigsyError } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

interface Watcher {
  next(answer: unknown): void;
  error?(error: GigsyError): void;
  signal?: AbortSignal;
}
type Question = 'given' | 'log' | 'sent' | 'views' | 'copy' | 'account';

/** A day in May 2031, on which all of this happens. */
export const NOW = Date.UTC(2031, 4, 1, 9, 30);
const DAY = 24 * 60 * 60_000;
/** Accesses on a page of the log. */
const PAGE = 50;

export class RecordsOffice {
  /** Names of the calls that arrived, refused or not. */
  readonly calls: string[] = [];
  /** For the calls to come, in their order. */
  readonly troubles: (ErrorCode | Promise<void>)[] = [];
  given: GivenLease[] = [];
  accesses: LoggedAccess[] = [];
  disclosures: Disclosure[] = [];
  views: DailyViews[] = [];
  copy: ExportState = NO_COPY;
  account: AccountState = {
    status: 'active',
    role: 'student',
    handle: 'ada',
    deletion: null,
    suggestion: null,
  };
  /** Time for which links work, in milliseconds. */
  linksMs = 10 * 60_000;
  readonly client: Gigsy;
  readonly #watchers = new Set<[Question, Watcher]>();

  constructor() {
    this.client = {
      url: 'https://desk.example',
      close: () => {},
      privacy: {
        access: {
          watchGiven: this.#watch('given'),
          watchLog: this.#watch('log'),
          watchViews: this.#watch('views'),
          log: ({ before }: { before: string }) => this.#answer('log', () => this.#page(before)),
          revoke: ({ lease }: { lease: string }) => this.#answer('revoke', () => this.#revoke(lease)),
        },
        disclosures: { watchList: this.#watch('sent') },
        exports: {
          watchStatus: this.#watch('copy'),
          request: () => this.#answer('request', () => this.make(0)),
          download: () => this.#answer('download', () => this.#links()),
          cancel: () => this.#answer('cancel', () => this.set({ copy: NO_COPY })),
        },
      },
      profile: {
        accounts: {
          watchStatus: this.#watch('account'),
          requestDeletion: () => this.#answer('requestDeletion', () => this.toBeDeleted()),
          cancelDeletion: () =>
            this.#answer('cancelDeletion', () =>
              this.set({ account: { ...this.account, status: 'active', deletion: null } }),
            ),
        },
      },
    } as unknown as Gigsy;
  }

  /** Those who watch hear of it. */
  set(told: Partial<Pick<RecordsOffice, 'given' | 'accesses' | 'disclosures' | 'views' | 'copy' | 'account'>>): this {
    Object.assign(this, told);
    for (const [question, { next }] of this.#watchers) next(this.#known(question));
    return this;
  }

  lose(): void {
    for (const [, { error }] of this.#watchers) error?.(trouble('offline'));
  }

  /** The copy is being made, up to this part of the work. */
  make(progress: number): this {
    return this.set({ copy: { ...NO_COPY, state: 'making', requestedAt: NOW, progress } });
  }

  finish(files = 1): this {
    const done = { state: 'ready', progress: 1, files, size: files * 3_420_000, expiresAt: NOW + 7 * DAY } as const;
    return this.set({ copy: { ...this.copy, requestedAt: NOW, ...done } });
  }

  toBeDeleted(hold: ToldHold | null = null): this {
    const deletion = { requestedAt: NOW, dueAt: NOW + 30 * DAY, hold };
    return this.set({ account: { ...this.account, status: 'deactivated', deletion } });
  }

  #known(question: Question): unknown {
    const { given, disclosures, views, copy, account } = this;
    const sent = { disclosures, next: null };
    const known = { given, log: this.#page(), sent, views: { days: views }, copy, account };
    return structuredClone(known[question]);
  }

  #page(before = '0'): { accesses: LoggedAccess[]; next: string | null } {
    const start = Number(before);
    const next = start + PAGE < this.accesses.length ? String(start + PAGE) : null;
    return { accesses: structuredClone(this.accesses.slice(start, start + PAGE)), next };
  }

  #revoke(lease: string): void {
    this.set({ given: this.given.filter((each) => each.lease !== lease) });
  }

  #links() {
    const files = Array.from({ length: this.copy.files }, (_, at) => ({
      name: this.copy.files === 1 ? 'gigsy-export.zip' : `gigsy-export-${at + 1}.zip`,
      address: `https://desk.example/v1/exports/${'0'.repeat(32)}/${at + 1}`,
      size: this.copy.size / this.copy.files,
    }));
    return { files, expiresAt: Date.now() + this.linksMs };
  }

  async #answer<T>(call: string, act: () => T): Promise<T> {
    this.calls.push(call);
    const next = this.troubles.shift();
    if (typeof next === 'string') throw trouble(next);
    await next;
    return act();
  }

  #watch(question: Question) {
    return (_: unknown, watcher: Watcher) => {
      const entry = [question, watcher] satisfies [Question, Watcher];
      this.#watchers.add(entry);
      watcher.signal?.addEventListener('abort', () => this.#watchers.delete(entry));
      queueMicrotask(() => watcher.signal?.aborted || watcher.next(this.#known(question)));
      return () => this.#watchers.delete(entry);
    };
  }
}

const NO_COPY: ExportState = { state: 'none', requestedAt: null, progress: 0, files: 0, size: 0, expiresAt: null };

/** A client of which every call fails with this error, or never answers. */
export function closedOffice(code?: ErrorCode): Gigsy {
  const watch = (_: unknown, { error, signal }: Watcher) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  return {
    url: 'https://desk.example',
    privacy: {
      access: { watchGiven: watch, watchLog: watch, watchViews: watch },
      disclosures: { watchList: watch },
      exports: { watchStatus: watch },
    },
    profile: { accounts: { watchStatus: watch } },
  } as unknown as Gigsy;
}

/** One access of each kind: with and without a name, with and without words. */
export const someAccesses: readonly LoggedAccess[] = [
  {
    viewer: 'morgan',
    purpose: 'hiring',
    fields: ['about.text', 'contact.email', 'education.gpa'],
    note: 'For the position of a data engineer in Porto.',
    at: NOW - 20 * 60_000,
    endsAt: NOW + 40 * 60_000,
  },
  {
    viewer: null,
    purpose: 'support',
    fields: ['contact.email'],
    note: null,
    at: NOW - 3 * DAY,
    endsAt: NOW - 3 * DAY + 3_600_000,
  },
  {
    viewer: 'ines',
    purpose: 'other',
    fields: ['identity.pronouns'],
    note: 'تقرير عن الملتقى',
    at: NOW - 9 * DAY,
    endsAt: NOW - 8 * DAY,
  },
];

/** Views of four days, with a day without any between them. */
export const someViews: readonly DailyViews[] = [
  { day: '2031-05-01', views: 12 },
  { day: '2031-04-30', views: 1_204 },
  { day: '2031-04-28', views: 640 },
  { day: '2031-04-27', views: 1 },
];

/** An office with these accesses, of which the newest is open. */
export function visited(accesses: readonly LoggedAccess[] = someAccesses): RecordsOffice {
  const [{ at: openedAt, ...newest }] = accesses as [LoggedAccess];
  return new RecordsOffice().set({
    accesses: structuredClone([...accesses]),
    given: [{ lease: 'lease-1', openedAt, ...structuredClone(newest) }],
    views: structuredClone([...someViews]),
  });
}
