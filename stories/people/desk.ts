/**
 * One person's profile in a deployment of the page's own memory, for forms: the contract's real checks and changes, versions
 * and idempotency keys, and failures that a story or a test asks for.
 */
import {
  type OwnPhoto,
  type OwnProfile,
  RESTORABLE_MS,
  type RemovedItem,
  type SectionName,
  applyChanges,
  applyOperations,
  contract,
  listSectionNames,
  parseArgs,
  sectionNames,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError } from '@gigsy/sdk/reader';
import type { Person } from './person.ts';

type Mine = (OwnProfile & { photo?: OwnPhoto }) | null;
type Update = Parameters<Gigsy['profile']['update']>[0];
type Edit = Parameters<Gigsy['profile']['edit']>[0];
interface Answer {
  handle: string;
  versions: OwnProfile['versions'];
  ids: (string | null)[];
}
interface Watcher {
  next(mine: Mine): void;
  signal?: AbortSignal;
}

/** The fate of the next call: a failure, a failure after the request has arrived, or an answer that is held back. */
export type Trouble = GigsyError | { lost: GigsyError } | { until: Promise<void> };

export class Desk {
  /** Every update that arrived, refused or not. */
  readonly updates: Update[] = [];
  /** Every edit item by item that arrived, refused or not. */
  readonly edits: Edit[] = [];
  reads = 0;
  /** For the calls to come, in their order. */
  readonly readTroubles: Trouble[] = [];
  readonly writeTroubles: Trouble[] = [];
  /** Begun, finished and removed, in their order: each an id of a file, or its name. */
  readonly pictures: string[] = [];
  readonly pictureTroubles: Trouble[] = [];
  /** Items that left a list; the last first. */
  removed: RemovedItem[] = [];
  readonly removedTroubles: Trouble[] = [];
  mine: Mine;
  readonly client: Gigsy;
  readonly #answers = new Map<string, Answer>();
  readonly #watchers = new Set<Watcher>();

  constructor(person: Person | null, url = 'https://desk.example') {
    const versions = Object.fromEntries([...sectionNames, 'settings'].map((name) => [name, 1]));
    this.mine = person && { ...person, versions: versions as OwnProfile['versions'] };
    const profile = {
      mine: async (_: unknown, { signal }: { signal?: AbortSignal } = {}) => {
        this.reads += 1;
        return met(this.readTroubles.shift(), () => structuredClone(this.mine), signal);
      },
      update: (args: Update) => met(this.writeTroubles.shift(), () => this.#update(args)),
      edit: (args: Edit) => met(this.writeTroubles.shift(), () => this.#edit(args)),
      removed: () => met(this.removedTroubles.shift(), () => structuredClone(this.removed)),
      photos: {
        begin: () =>
          this.#picture('begin', () => ({ address: `${url}/v1/uploads/1`, expiresAt: Date.UTC(2031, 4, 1) })),
        finish: ({ storageId }: { storageId: string }) => {
          const address = `${url}/v1/photos/owner/${storageId}`;
          return this.#picture(`finish ${storageId}`, () => this.#portrayed({ state: 'stored', address }));
        },
        remove: () => this.#picture('remove', () => this.#portrayed(undefined)),
      },
      watchMine: (_: unknown, watcher: Watcher) => {
        this.#watchers.add(watcher);
        watcher.signal?.addEventListener('abort', () => this.#watchers.delete(watcher));
        return () => this.#watchers.delete(watcher);
      },
    };
    this.client = { url, profile, close: () => {} } as unknown as Gigsy;
  }

  /** A change from elsewhere, which windows hear of only if they watch. */
  change(identity: NonNullable<Update['changes']['identity']>): void {
    this.store({ identity });
  }

  /** Sections as somebody else, or another device, has stored them. */
  store(changes: Update['changes']): void {
    this.#apply(changes);
  }

  #picture<T>(call: string, act: () => T): Promise<T> {
    this.pictures.push(call);
    return met(this.pictureTroubles.shift(), act);
  }

  /** An address of a picture goes. */
  #portrayed(photo: OwnPhoto | undefined) {
    const { photo: _, ...mine } = this.mine!;
    this.mine = { ...mine, ...(photo && { photo }) };
    if (mine.sections.identity.avatarUrl !== undefined) this.#apply({ identity: { avatarUrl: null } });
    return { handle: mine.handle, versions: this.mine.versions, photo: photo ?? null };
  }

  #update(args: Update): Answer {
    this.updates.push(structuredClone(args));
    return this.#once(contract.profile.update.args, args, Object.keys(args.changes ?? {}), () => {
      this.#apply(args.changes);
      return [];
    });
  }

  #edit(args: Edit): Answer {
    this.edits.push(structuredClone(args));
    const named = [...new Set((args.operations ?? []).map(({ section }) => section))];
    return this.#once(contract.profile.edit.args, args, named, () => {
      const { sections } = this.mine!;
      const resources = {
        newId: () => crypto.randomUUID(),
        removed: (section: string, id: string) => this.#removedItem(section, id),
      };
      const applied = applyOperations(sections, args.operations, resources);
      if (applied.faults.length) throw new GigsyError('invalid_argument', 'Not possible.', { fields: applied.faults });
      this.#become(applied.sections, named);
      return applied.ids;
    });
  }

  /** The checks of every write, and one effect for each key. */
  #once(
    schema: Parameters<typeof parseArgs>[0],
    args: Update | Edit,
    named: readonly string[],
    act: () => Answer['ids'],
  ): Answer {
    const checked = parseArgs(schema, args);
    if (!checked.ok) throw new GigsyError('invalid_argument', checked.error.message, { fields: checked.error.fields! });
    const key = args.idempotencyKey!;
    const answered = this.#answers.get(key);
    if (answered) return answered;
    for (const name of named as SectionName[])
      if (args.expected[name] !== this.mine!.versions[name])
        throw new GigsyError('version_conflict', 'Changed meanwhile.', {
          fields: [{ path: `expected.${name}`, code: 'stale', message: 'changed' }],
        });
    const ids = act();
    const answer = { handle: this.mine!.handle, versions: this.mine!.versions, ids };
    this.#answers.set(key, answer);
    return answer;
  }

  #apply(changes: Update['changes']): void {
    const sections = applyChanges(this.mine!.sections, changes, () => crypto.randomUUID());
    this.#become(sections, Object.keys(changes));
  }

  #removedItem(section: string, id: string): RemovedItem['item'] | undefined {
    return this.removed.find((each) => each.section === section && each.item.id === id)?.item;
  }

  /** Items that leave a list can be restored, and those that are back cannot. */
  #follow(before: OwnProfile['sections'], after: OwnProfile['sections']): void {
    for (const section of listSectionNames) {
      const [was, is] = [before[section], after[section]] as { id: string }[][];
      const left = was!.filter(({ id }) => !is!.some((item) => item.id === id));
      const removed = left.map(
        (item) =>
          ({ section, item, removedAt: REMOVED_AT, restorableUntil: REMOVED_AT + RESTORABLE_MS }) as RemovedItem,
      );
      const back = (item: { id: string }) => is!.some(({ id }) => id === item.id);
      this.removed = [...removed, ...this.removed.filter((each) => each.section !== section || !back(each.item))];
    }
  }

  #become(sections: OwnProfile['sections'], changed: readonly string[]): void {
    const { versions, ...rest } = this.mine!;
    const raised = changed.map((name) => [name, versions[name as keyof typeof versions] + 1]);
    const next = { ...versions, ...(Object.fromEntries(raised) as Partial<typeof versions>) };
    this.#follow(rest.sections, sections);
    this.mine = { ...rest, sections, versions: next };
    for (const watcher of this.#watchers) watcher.next(structuredClone(this.mine));
  }
}

/** Five days ago, at noon. */
const REMOVED_AT = Date.UTC(2031, 3, 26, 12);

async function met<T>(trouble: Trouble | undefined, act: () => T, signal?: AbortSignal): Promise<T> {
  if (trouble instanceof GigsyError) throw trouble;
  if (trouble && 'until' in trouble) await trouble.until;
  else await Promise.resolve();
  signal?.throwIfAborted();
  const result = act();
  if (trouble && 'lost' in trouble) throw trouble.lost;
  return result;
}

export function trouble(code: ErrorCode, details?: ConstructorParameters<typeof GigsyError>[2]): GigsyError {
  return new GigsyError(code, 'For the story.', details);
}

/** A client of which every call fails with this error, or never answers. */
export function failingClient(code?: ErrorCode): Gigsy {
  const call = () => (code ? Promise.reject(trouble(code)) : new Promise<never>(() => {}));
  return {
    url: 'https://desk.example',
    profile: { mine: call, update: call, edit: call, watchMine: () => () => {} },
  } as unknown as Gigsy;
}
