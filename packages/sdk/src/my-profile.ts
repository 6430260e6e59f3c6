/** The signed-in person's own profile, with changes shown before the deployment has answered: `@gigsy/sdk/my-profile`. */
import { randomHex, withChanges } from '@gigsy/schema/rules';
import type { Changes, OwnProfile, SectionName, Sections, Versions } from '@gigsy/schema';
import type { Gigsy } from './client.ts';
import { type AsOperations, asOperations } from './changes-as-operations.ts';
import { GigsyError, connectionError, isGigsyError } from './errors.ts';

export interface MyProfileState {
  /** `ready` from the first answer on; `error` if there was none. */
  readonly status: 'loading' | 'ready' | 'error';
  /** As last read, with the changes that are under way; null before it is created. */
  readonly profile: OwnProfile | null | undefined;
  /** Number of updates under way. */
  readonly pending: number;
  /** Why it is not, or no longer, followed. `offline` passes by itself. */
  readonly error?: GigsyError;
}

/** An update under way. */
interface Layer {
  readonly changes: Changes;
  readonly sections: readonly SectionName[];
  /** Absent where lists are sent whole. */
  readonly edit: AsOperations | undefined;
  /** By section: the version it was made from, or the earlier update that it builds on. */
  readonly base: ReadonlyMap<SectionName, number | Layer>;
  versions?: Versions;
  failure?: GigsyError;
}

/**
 * Follows the person's own profile while somebody subscribes. Updates show at once, are sent one after the other, and are
 * taken back if they fail.
 */
export class MyProfile {
  readonly #gigsy: Pick<Gigsy, 'profile'>;
  readonly #listeners = new Set<() => void>();
  #confirmed: OwnProfile | null | undefined;
  #error: GigsyError | undefined;
  /** Versions of stored updates that no reading has shown yet. */
  #awaited: Partial<Versions> = {};
  #layers: Layer[] = [];
  #sending: Promise<unknown> = Promise.resolve();
  #reading: Promise<void> | undefined;
  #end: (() => void) | undefined;
  #state: MyProfileState = { status: 'loading', profile: undefined, pending: 0 };

  constructor(gigsy: Pick<Gigsy, 'profile'>) {
    this.#gigsy = gigsy;
  }

  /** The same object until something changes. */
  get state(): MyProfileState {
    return this.#state;
  }

  /** Calls `listener` after each change of `state`, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#end ??= this.#gigsy.profile.watchMine(
      {},
      { next: (mine) => this.#received(mine), error: (error) => this.#tell(error) },
    );
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#end?.();
      this.#end = undefined;
    };
  }

  /**
   * Changes sections, from the versions in `state`. A list is given whole; only the items that differ from those in `state` are
   * sent, by `profile.edit`, unless more than a hundred do. Resolves when the change is stored. Throws the deployment's error and
   * shows the profile without the change then: `fields` have paths in `changes`, and a `version_conflict` has `conflict`, with both
   * versions.
   */
  async update(changes: Changes): Promise<void> {
    if (this.#confirmed === undefined) await this.#read();
    if (!this.#confirmed) throw new GigsyError('not_found', 'You have no profile yet; create one first.');
    const layer = this.#layerOf(changes, this.#confirmed.versions);
    this.#layers.push(layer);
    this.#tell(this.#error);
    const sent = this.#sending.then(() => this.#send(layer));
    this.#sending = sent.catch(() => undefined);
    await sent;
  }

  /** One reading for all updates that wait for it: they go on in the order in which they were made. */
  #read(): Promise<void> {
    this.#reading ??= this.#gigsy.profile
      .mine()
      .then((mine) => this.#received(mine))
      .finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  #layerOf(given: Changes, versions: Versions): Layer {
    // Items get their ids here, so that one that is shown already keeps its place when the answer comes.
    const changes = Object.fromEntries(
      Object.entries(given).map(([section, change]) => [
        section,
        Array.isArray(change) ? change.map((item) => ({ id: randomHex(8), ...item })) : change,
      ]),
    ) as Changes;
    const sections = Object.keys(changes) as SectionName[];
    const base = new Map(
      sections.map((section) => [
        section,
        this.#layers.findLast((earlier) => earlier.sections.includes(section)) ?? versions[section],
      ]),
    );
    return { changes, sections, base, edit: asOperations(this.#shown()!, changes) };
  }

  async #send(layer: Layer): Promise<void> {
    try {
      const { versions } = await this.#write(layer, expectedOf(layer));
      layer.versions = versions;
      this.#stored(layer, versions);
    } catch (thrown) {
      layer.failure = await this.#failureOf(thrown, layer);
      throw layer.failure;
    } finally {
      this.#layers = this.#layers.filter((other) => other !== layer);
      this.#tell(this.#error);
    }
  }

  async #write({ changes, edit }: Layer, expected: Partial<Versions>): Promise<{ versions: Versions }> {
    const { profile } = this.#gigsy;
    if (!edit) return profile.update({ changes, expected });
    try {
      return await profile.edit({ operations: edit.operations, expected });
    } catch (thrown) {
      throw isGigsyError(thrown, 'invalid_argument') ? inChanges(thrown, edit) : thrown;
    }
  }

  /** The watch may have brought the change already, or a later one. */
  #stored({ changes, sections }: Layer, versions: Versions): void {
    const known = this.#confirmed;
    if (!known || sections.every((section) => known.versions[section] >= versions[section])) return;
    const changed = withChanges(known.sections, changes, () => randomHex(8));
    const newest = Object.fromEntries(sections.map((section) => [section, versions[section]]));
    this.#confirmed = { ...known, sections: changed, versions: { ...known.versions, ...newest } };
    Object.assign(this.#awaited, newest);
  }

  async #failureOf(thrown: unknown, { changes, sections }: Layer): Promise<GigsyError> {
    const error = isGigsyError(thrown) ? thrown : connectionError(thrown);
    if (error.code !== 'version_conflict' || error.conflict) return error;
    const mine = await this.#gigsy.profile.mine().catch(() => null);
    if (!mine) return error;
    this.#received(mine);
    const named = <T extends object>(all: T) => pick(all, sections as readonly string[] as readonly (keyof T)[]);
    const { message, fields, requestId } = error;
    return new GigsyError('version_conflict', message, {
      ...(fields && { fields }),
      ...(requestId !== undefined && { requestId }),
      cause: error,
      conflict: { yours: changes, theirs: { sections: named(mine.sections), versions: named(mine.versions) } },
    });
  }

  /** A reading from before a stored update of ours is passed over: a newer one follows. */
  #received(mine: OwnProfile | null): void {
    const awaited = Object.entries(this.#awaited) as [keyof Versions, number][];
    if (!mine || awaited.every(([section, version]) => mine.versions[section] >= version)) {
      this.#awaited = {};
      this.#confirmed = mine;
    }
    this.#tell(undefined);
  }

  /** The sections with the changes that are under way. */
  #shown(): Sections | undefined {
    const known = this.#confirmed?.sections;
    return known && this.#layers.reduce((shown, { changes }) => withChanges(shown, changes, () => randomHex(8)), known);
  }

  #tell(error: GigsyError | undefined): void {
    this.#error = error;
    const confirmed = this.#confirmed;
    const sections = this.#shown();
    this.#state = {
      status: confirmed === undefined ? (error ? 'error' : 'loading') : 'ready',
      profile: confirmed && sections ? { ...confirmed, sections } : confirmed,
      pending: this.#layers.length,
      ...(error && { error }),
    };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** An update that builds on one that failed fails as that did: it was made from a state that never was. */
function expectedOf({ base }: Layer): Partial<Record<SectionName, number>> {
  return Object.fromEntries(
    [...base].map(([section, from]) => {
      if (typeof from === 'number') return [section, from];
      if (from.failure) throw from.failure;
      return [section, from.versions![section]];
    }),
  );
}

/** The error with the paths that the caller knows. */
function inChanges(error: GigsyError, { faultsOf }: AsOperations): GigsyError {
  const { code, fields: given = [], requestId } = error;
  const fields = faultsOf(given);
  const message = fields.reduce((text, { path }, at) => text.replaceAll(given[at]!.path, path), error.message);
  return new GigsyError(code, message, { fields, ...(requestId !== undefined && { requestId }), cause: error });
}

function pick<T extends object, K extends keyof T>(all: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<T, K>;
}
