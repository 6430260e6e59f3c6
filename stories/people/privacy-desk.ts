/**
 * One person's privacy in a deployment of the page's own memory: the contract's real checks, policy, projection and explanations,
 * versions and idempotency keys, and the failures that a story or a test asks for.
 */
import {
  type Grant,
  type PrivacySettings,
  type Scheduled,
  type SettingChanges,
  type ShownAs,
  type ViewerFacts,
  contract,
  explain,
  parseArgs,
  placeAt,
  projectProfile,
  settingKeys,
  visibilityOf,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError, type WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';
import type { Person } from './person.ts';

type Update = Parameters<Gigsy['privacy']['update']>[0];
type Explain = Parameters<Gigsy['privacy']['explain']>[0];
type Naming = Parameters<Gigsy['privacy']['grants']['add']>[0];
type Plan = Parameters<Gigsy['privacy']['schedule']['add']>[0];

/** A failure, or an answer that is held back. `lost`: the request arrived, and its answer did not. */
export type Trouble = ErrorCode | { until: Promise<void> } | { lost: ErrorCode };

/** Noon of a day that stories name. */
export const PLANNED_AT = Date.UTC(2031, 4, 20, 12);

export class PrivacyDesk {
  /** Every change of settings that arrived, refused or not. */
  readonly updates: Update[] = [];
  /** For the steps to come, in their order. */
  readonly troubles: Trouble[] = [];
  explained = 0;
  person: Person | null;
  grants: Grant[];
  scheduled: Scheduled[];
  version = 1;
  readonly client: Gigsy;
  readonly #watchers = new Set<() => void>();
  readonly #losers = new Set<() => void>();
  readonly #answers = new Map<string, { version: number }>();
  #ids = 0;

  constructor(
    person: Person | null,
    { grants = [], scheduled = [] }: { grants?: Grant[]; scheduled?: Scheduled[] } = {},
  ) {
    this.person = person;
    this.grants = grants;
    this.scheduled = scheduled;
    const privacy = {
      get: async () => this.#settings,
      watch: this.#watched(() => this.#settings),
      explain: async (args: Explain) => this.#explain(args),
      update: (args: Update) => this.#met(() => this.#update(args)),
      grants: {
        watchList: this.#watched(() => this.grants),
        add: (args: Naming) => this.#met(() => this.#name(args)),
        remove: ({ grant }: { grant: string }) => this.#met(() => this.#end(grant)),
      },
      schedule: {
        watchList: this.#watched(() => this.scheduled),
        add: (args: Plan) => this.#met(() => this.#plan(args)),
        cancel: ({ scheduled: id }: { scheduled: string }) => this.#met(() => this.#callOff(id)),
      },
    };
    const profile = {
      watchMine: this.#watched(() => this.person && { ...this.person, versions: {} }),
      watchPreview: ({ viewer }: { viewer: ShownAs }, observer: WatchObserver<object | null>) =>
        this.#watched(() => this.sight(viewer))({}, observer),
      watch: (_: object, observer: WatchObserver<object | null>) =>
        this.#watched(() => this.person && projectProfile(this.person, 'owner'))({}, observer),
    };
    const links = { list: async () => [{ link: 'link1', name: 'Northfield College' }] };
    this.client = {
      url: 'https://desk.example',
      privacy,
      profile,
      operations: { links },
      close: () => {},
    } as unknown as Gigsy;
  }

  /** The profile as a viewer sees it. */
  sight(viewer: ShownAs): object | null {
    const facts = this.#factsOf(viewer);
    return this.person && facts && projectProfile(this.person, facts);
  }

  /** A change from elsewhere. */
  choose(changes: SettingChanges): void {
    const { settings, ...person } = this.person!;
    const { items, ...whole } = changes;
    const merged = { ...settings, ...whole, items: { ...settings.items, ...items } };
    const chosen = (all: object) => Object.fromEntries(Object.entries(all).filter(([, choice]) => choice !== null));
    this.person = { ...person, settings: { ...chosen(merged), items: chosen(merged.items) } as PrivacySettings };
    this.version += 1;
    this.tell();
  }

  tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** Those who watch lose the connection. */
  lose(): void {
    for (const loser of this.#losers) loser();
  }

  get #settings() {
    if (!this.person) return null;
    const { role, settings } = this.person;
    const effective = Object.fromEntries(settingKeys.map((key) => [key, visibilityOf(key, role, settings)]));
    return structuredClone({ chosen: settings, effective, version: this.version });
  }

  #watched(answer: () => object | null) {
    return (_: object, { next, error, signal }: WatchObserver<object | null>): (() => void) => {
      const tell = () => signal?.aborted || next(structuredClone(answer()));
      const lose = () => signal?.aborted || error?.(trouble('offline'));
      const end = () => this.#watchers.delete(tell) && this.#losers.delete(lose);
      this.#watchers.add(tell);
      this.#losers.add(lose);
      signal?.addEventListener('abort', end);
      queueMicrotask(tell);
      return end;
    };
  }

  #factsOf(viewer: ShownAs): ViewerFacts | null {
    if (viewer === 'anonymous') return { audience: 'public', grants: [] };
    if (viewer === 'member') return { audience: 'platform', grants: [] };
    const grant = this.grants.find((each) => each.grant === viewer.grant);
    return grant ? { audience: 'organisation' in grant.to ? 'public' : 'platform', grants: [grant] } : null;
  }

  #explain({ viewer, field, item }: Explain) {
    this.explained += 1;
    const facts = this.#factsOf(viewer);
    const [section, part] = placeAt(field);
    return this.person && facts && explain(this.person, facts, { section, field: part, item });
  }

  #update(args: Update): { version: number } {
    this.updates.push(structuredClone(args));
    checked(contract.privacy.update.args, args);
    const answered = this.#answers.get(args.idempotencyKey!);
    if (answered) return answered;
    if (args.expected !== this.version) throw trouble('version_conflict');
    this.choose(args.changes);
    const answer = { version: this.version };
    this.#answers.set(args.idempotencyKey!, answer);
    return answer;
  }

  #name(args: Naming): Grant {
    checked(contract.privacy.grants.add.args, args);
    const { to, keys } = args;
    if ('person' in to && to.person === this.person!.handle)
      throw trouble('invalid_argument', { fields: [{ path: 'to.person', code: 'not_an_option', message: 'own' }] });
    const named = 'link' in to ? { organisation: 'Northfield College' } : to;
    const grant: Grant = { grant: `grant${(this.#ids += 1)}`, to: named, ...(keys && { keys }), createdAt: PLANNED_AT };
    this.grants = [...this.grants, grant];
    this.tell();
    return grant;
  }

  #end(grant: string): { grant: string } {
    this.grants = this.grants.filter((each) => each.grant !== grant);
    this.tell();
    return { grant };
  }

  #plan(args: Plan): Scheduled {
    checked(contract.privacy.schedule.add.args, args);
    const planned: Scheduled = { ...args, scheduled: `later${(this.#ids += 1)}`, createdAt: PLANNED_AT };
    this.scheduled = [...this.scheduled, planned];
    this.tell();
    return planned;
  }

  #callOff(id: string): { scheduled: string } {
    this.scheduled = this.scheduled.filter(({ scheduled }) => scheduled !== id);
    this.tell();
    return { scheduled: id };
  }

  async #met<T>(act: () => T): Promise<T> {
    const next = this.troubles.shift();
    if (typeof next === 'string') throw trouble(next);
    if (next && 'until' in next) await next.until;
    else await Promise.resolve();
    const answer = act();
    if (next && 'lost' in next) throw trouble(next.lost);
    return answer;
  }
}

/** The SDK gives a call without an idempotency key one. */
function checked(schema: Parameters<typeof parseArgs>[0], args: object): void {
  const result = parseArgs(schema, { idempotencyKey: crypto.randomUUID(), ...args });
  if (!result.ok) throw new GigsyError('invalid_argument', result.error.message, { fields: result.error.fields! });
}

/** A client of which every question fails with this error, or never gets an answer. */
export function failingPrivacy(code?: ErrorCode): Gigsy {
  const watch = (_: object, { error, signal }: WatchObserver<object>) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  const call = () => (code ? Promise.reject(trouble(code)) : new Promise<never>(() => {}));
  return {
    url: 'https://desk.example',
    privacy: { watch, get: call, explain: call, grants: { watchList: watch }, schedule: { watchList: watch } },
    profile: { watchMine: watch, watchPreview: watch, watch },
    operations: { links: { list: call } },
  } as unknown as Gigsy;
}
