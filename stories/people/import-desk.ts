/**
 * Consents and imports of one person in the page's own memory: the contract's real notices and the real plan of an import,
 * what GitHub answers, and failures that a story or a test asks for.
 */
import {
  type Consent,
  type ConsentSource,
  type FetchFault,
  type FetchState,
  type GitHubFound,
  type LinkedInFiles,
  type Operation,
  type OwnProfile,
  type Provenance,
  applyOperations,
  changesFromJsonResume,
  consentNotices,
  faultsOfImport,
  planImport,
  resumeOfGitHub,
  resumeOfLinkedIn,
  sectionNames,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { ErrorCode } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';
import type { Person } from './person.ts';

export const GIVEN_AT = Date.UTC(2031, 4, 1, 9, 30);
const YEAR = 365 * 24 * 60 * 60 * 1000;

interface Watcher<Answer = unknown> {
  next(answer: Answer): void;
  error?(error: Error): void;
  signal?: AbortSignal;
}

const none: FetchState = { state: 'none', login: null, fault: null, requestedAt: null };

export class ImportDesk {
  consents: Consent[] = [];
  fetched: FetchState = none;
  provenance: Provenance[] = [];
  mine: OwnProfile | null;
  /** GitHub's answer to the next request: an account, or why there is none. */
  answer: GitHubFound | FetchFault = 'unknown_user';
  /** Operations of each import that arrived. */
  readonly applied: Operation[][] = [];
  /** For the steps to come, in their order. */
  readonly troubles: ErrorCode[] = [];
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly client: Gigsy;

  constructor(person: Person | null) {
    const versions = Object.fromEntries([...sectionNames, 'settings'].map((name) => [name, 1]));
    this.mine = person && { ...structuredClone(person), versions: versions as OwnProfile['versions'] };
    const consents = {
      watchList: this.#watch('consents', () => this.consents),
      give: (given: { source: ConsentSource; language: string }) =>
        this.#step(() => this.give(given.source, given.language)),
      withdraw: ({ consent }: { consent: string }) => this.#step(() => this.#withdraw(consent)),
    };
    const imports = {
      watchStatus: this.#watch('fetched', () => this.fetched),
      watchProvenance: this.#watch('provenance', () => this.provenance),
      fetch: ({ login }: { login: string }) => this.#step(() => this.#fetch(login)),
      plan: (given: { consent: string; files?: LinkedInFiles }) => this.#step(() => this.#plan(given)),
      apply: (given: { consent: string; operations: Operation[] }) => this.#step(() => this.#apply(given)),
    };
    const profile = { imports, watchMine: this.#watch('mine', () => this.mine) };
    this.client = { url: 'https://desk.example', privacy: { consents }, profile, close: () => {} } as unknown as Gigsy;
  }

  #watch(name: string, read: () => unknown) {
    const watchers = new Set<Watcher>();
    this.#watchers.set(name, watchers);
    return (_: unknown, watcher: Watcher) => {
      watchers.add(watcher);
      watcher.signal?.addEventListener('abort', () => watchers.delete(watcher));
      queueMicrotask(() => watcher.signal?.aborted || watcher.next(structuredClone(read())));
      return () => watchers.delete(watcher);
    };
  }

  /** Those who watch hear of what has changed. */
  tell(): this {
    const now: Record<string, unknown> = {
      ...{ consents: this.consents, fetched: this.fetched, provenance: this.provenance, mine: this.mine },
    };
    for (const [name, watchers] of this.#watchers) for (const { next } of watchers) next(structuredClone(now[name]));
    return this;
  }

  lose(): void {
    for (const watchers of this.#watchers.values()) for (const { error } of watchers) error?.(trouble('offline'));
  }

  give(source: ConsentSource, language = 'en'): Consent {
    const { version, categories, collection } = consentNotices[source];
    const consent: Consent = {
      ...{ consent: `c${this.consents.length + 1}`, source, notice: { version, language }, purpose: 'profile_import' },
      ...{ lawfulBasis: 'consent', categories: [...categories], collection },
      ...{ controller: { name: 'Northfield College', contact: 'privacy@northfield.example' }, jurisdiction: 'EU' },
      ...{ state: 'given', expiresAt: GIVEN_AT + YEAR, history: [{ state: 'given', at: GIVEN_AT, by: 'person' }] },
    };
    this.consents = [consent, ...this.consents];
    this.tell();
    return consent;
  }

  #withdraw(id: string) {
    const consent = this.consents.find((each) => each.consent === id)!;
    Object.assign(consent, { state: 'withdrawn' });
    consent.history = [...consent.history, { state: 'withdrawn', at: GIVEN_AT + 1, by: 'person' }];
    const removed = this.provenance.filter((part) => part.consent === id).length;
    this.provenance = this.provenance.filter((part) => part.consent !== id);
    this.tell();
    return { consent, removed, kept: 0 };
  }

  #fetch(login: string): FetchState {
    this.fetched = { state: 'fetching', login, fault: null, requestedAt: (this.fetched.requestedAt ?? 0) + 1 };
    const asked = this.fetched;
    this.tell();
    queueMicrotask(() => {
      const { answer } = this;
      this.fetched =
        typeof answer === 'string' ? { ...asked, state: 'failed', fault: answer } : { ...asked, state: 'ready' };
      this.tell();
    });
    return asked;
  }

  #plan({ consent: id, files }: { consent: string; files?: LinkedInFiles }) {
    const consent = this.consents.find((each) => each.consent === id)!;
    const resume = files ? resumeOfLinkedIn(files) : resumeOfGitHub(this.answer as GitHubFound);
    const found = changesFromJsonResume(resume);
    const { sections, versions } = this.mine!;
    const rules = { allowed: consent.categories, isImported: () => false };
    const plan = planImport(sections, found.ok ? found.sections : {}, rules);
    return { ...plan, notes: [], versions };
  }

  #apply({ consent: id, operations }: { consent: string; operations: Operation[] }) {
    const consent = this.consents.find((each) => each.consent === id)!;
    const { sections, versions, handle } = this.mine!;
    const rules = { allowed: consent.categories, isImported: () => false };
    if (faultsOfImport(sections, operations, rules).length > 0) throw trouble('invalid_argument');
    this.applied.push(structuredClone(operations));
    let count = 0;
    const newId = () => `i${this.applied.length}-${(count += 1)}`;
    const { sections: after, ids } = applyOperations(sections, operations, { newId, removed: () => undefined });
    this.mine = { ...this.mine!, sections: after };
    const parts = operations.map(({ section, op }, at): Provenance => {
      const fields = [{ field: 'name', edited: false }];
      return {
        section,
        item: ids[at]!,
        source: consent.source,
        consent: id,
        importedAt: GIVEN_AT,
        added: op === 'add',
        fields,
      };
    });
    this.provenance = [...this.provenance, ...parts];
    this.tell();
    return { handle, versions, ids };
  }

  async #step<Answer>(step: () => Answer): Promise<Answer> {
    const code = this.troubles.shift();
    if (code) throw trouble(code);
    return structuredClone(step());
  }
}

/** A client of which every question fails with this error, or is never answered. */
export function failingImports(code?: ErrorCode): Gigsy {
  const watch = (_: unknown, { error, signal }: Watcher) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  const imports = { watchStatus: watch, watchProvenance: watch };
  return {
    ...{ url: 'https://desk.example', privacy: { consents: { watchList: watch } } },
    profile: { imports, watchMine: watch },
    operations: { links: { watchList: watch, watchPreview: watch } },
  } as unknown as Gigsy;
}

/** An account with two repositories. */
export const octavia: GitHubFound = {
  user: {
    ...{ login: 'octavia', html_url: 'https://github.example/octavia', name: 'Octavia' },
    ...{ bio: 'Engines and mills', blog: 'https://octavia.example', location: 'Leeds' },
  },
  repositories: [
    {
      ...{ name: 'mill-planner', html_url: 'https://github.example/octavia/mill-planner', fork: false },
      ...{ description: 'Plans the work of a mill by the tide', language: 'Julia', topics: ['tides'] },
      created_at: '2029-03-04T05:06:07Z',
    },
    {
      ...{ name: 'מנוע', html_url: 'https://github.example/octavia/engine', fork: false },
      ...{ description: '<b>Turns</b>\u202e', language: 'Zig', topics: [], created_at: null },
    },
  ],
};
