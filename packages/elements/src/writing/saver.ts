/**
 * Sends the changes of a working copy to a store: by request or by itself, once for each content however often it has to
 * try, and from a later version where somebody was faster.
 */
import { randomHex } from '@gigsy/schema/rules';
import type { GigsyError } from '@gigsy/sdk/reader';
import { type Faults, checked, unfinished } from './checks.ts';
import { draftOf } from './draft-of-copy.ts';
import { type DraftScope, type PendingRequest, dropDraft, keepDraft, sentBy } from './drafts.ts';
import type { Values } from './field.ts';
import { faultsFrom, retryDelay } from './request.ts';
import { type EditorPhase, type SaveStatus, asGigsyError, statusAfter } from './status.ts';
import type { Shape } from './shape.ts';
import type { Change, Store } from './store.ts';
import type { OtherWindows } from './windows.ts';
import { type WorkingCopy, acknowledged, changedFields, rebased } from './working-copy.ts';

export interface EditorOptions {
  /** Name of the form among those of a person; scopes drafts. */
  readonly form: string;
  readonly shape: Shape;
  /** Something on show has changed. */
  changed(): void;
  /** Changes were stored, as this version. */
  saved(version: number): void;
  /** Loading or saving failed. */
  failed(error: GigsyError): void;
}

/**
 * The origin of a save. Only that of a person asks for their attention. `closing`: an item was closed, so that what it lacks is
 * a fault; `itself` waits for what an item lacks that is being written.
 */
export type SavedBy = 'person' | 'closing' | 'itself';

type Undo = { readonly before: Values } | { readonly copy: WorkingCopy };

/** From the last key press to the save by itself. */
const AUTOSAVE_MS = 1_000;
/** Times that a save starts again from a later version, before it gives up on an object that changes all the time. */
const ROUNDS = 3;

/** A form without connection may try for hours, with other content each time. */
const MAX_EARLIER = 10;

export abstract class Saver {
  phase: EditorPhase = 'signed-out';
  status: SaveStatus = 'clean';
  copy: WorkingCopy | undefined;
  faults: Faults = {};
  /** The deployment's message about a `failed` save, in English. */
  refusal: string | undefined;
  /** Changes of an earlier visit are on show. */
  restored = false;
  /** Items that were removed since the form is on show, with their positions then. */
  removed: readonly { readonly id: string; readonly at: number }[] = [];
  /** Milliseconds until the changes are sent again, while `waiting`. */
  waitMs = 0;
  /** False while there are changes that would not outlive the page. */
  kept = true;
  /** Rises when a person's own save needs them: focus belongs on the summary. */
  summoned = 0;
  /** Save a second after the last change. */
  autosave = false;

  protected readonly options: EditorOptions;
  protected store: Store | undefined;
  protected scope: DraftScope | undefined;
  protected windows: OtherWindows | undefined;
  /** True while the store is read from and followed; timers run only then. */
  protected connected = false;
  protected pending: PendingRequest | undefined;
  protected undoable: Undo | undefined;
  protected underway: Promise<boolean> | undefined;
  /** No save by itself before the next input: an item is unfinished. */
  protected held = false;
  /** Failed attempts in a row. */
  protected failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EditorOptions) {
    this.options = options;
  }

  get changed(): boolean {
    return this.copy !== undefined && changedFields(this.copy).length > 0;
  }

  /** True if everything is stored. */
  save(by: SavedBy = 'person'): Promise<boolean> {
    this.stopTimer();
    const { underway } = this;
    if (underway) return underway.then((done) => (this.status === 'dirty' ? this.save(by) : done));
    this.underway = this.#send(by).finally(() => {
      this.underway = undefined;
      this.schedule();
      this.options.changed();
    });
    return this.underway;
  }

  async #send(by: SavedBy): Promise<boolean> {
    const { scope } = this;
    for (let round = 1; ; round += 1) {
      const { copy, store } = this;
      if (!copy || !store || scope !== this.scope) return false;
      const request = this.#request(copy);
      const faults = checked(copy);
      // An item that was just added is not at fault for what its person has not come to yet.
      this.held = by === 'itself' && Object.keys(faults).length > 0 && unfinished(copy, faults);
      if (this.held) return this.settle('dirty');
      this.faults = faults;
      if (Object.keys(copy.conflicts).length) return this.#halt('conflict', by);
      if (Object.keys(this.faults).length) return this.#halt('invalid', by);
      if (!this.changed) return this.settle('clean');
      this.#announce(request);
      const change = { before: copy.stored, after: copy.shape.applied(copy.stored, request.values) };
      try {
        const version = await store.write(change, request.expected, request.key);
        return scope === this.scope && this.#written(request, copy.base, version, store.isFinal?.(change));
      } catch (thrown) {
        const error = asGigsyError(thrown);
        if (scope !== this.scope) return false;
        const again = error.code === 'version_conflict' && round <= ROUNDS && (await this.#catchUp(store, request));
        if (!again) return this.#refused(error, by, change);
      }
    }
  }

  /** The request before, key and all, where it was the same. */
  #request(copy: WorkingCopy): PendingRequest {
    const values = Object.fromEntries(changedFields(copy).map((name) => [name, copy.values[name] ?? null]));
    const before = this.pending;
    const again = before?.expected === copy.version && JSON.stringify(before.values) === JSON.stringify(values);
    const earlier = sentBy(before).slice(0, MAX_EARLIER);
    return again ? before : { key: randomHex(16), expected: copy.version, values, earlier };
  }

  #announce(request: PendingRequest): void {
    this.pending = request;
    this.status = 'saving';
    this.keep();
    this.options.changed();
  }

  /** True once the copy stands on a later version than the request did: a watch may have brought it while the request was on its way. */
  async #catchUp(store: Store, { expected }: PendingRequest): Promise<boolean> {
    if (this.copy && this.copy.version > expected) return true;
    const later = await store.read(AbortSignal.timeout(10_000)).catch(() => null);
    if (!this.copy || !later) return false;
    if (later.version > this.copy.version) this.copy = rebased(this.copy, later, sentBy(this.pending));
    return this.copy.version > expected;
  }

  /** False once nothing is edited any more. `isFinal`: there is no way back. */
  #written({ values }: PendingRequest, base: Values, version: number, isFinal = false): boolean {
    if (!this.copy || !this.scope) return false;
    this.copy = acknowledged(this.copy, values, version);
    this.undoable = isFinal
      ? undefined
      : { before: Object.fromEntries(Object.keys(values).map((name) => [name, base[name] ?? null])) };
    if (isFinal) this.removed = [];
    this.pending = undefined;
    this.failures = 0;
    this.restored = false;
    this.windows?.tell(this.scope);
    this.options.saved(version);
    return this.settle('saved');
  }

  #refused(error: GigsyError, by: SavedBy, change: Change): boolean {
    this.options.failed(error);
    const status = statusAfter(error.code);
    this.refusal = status === 'failed' ? error.message : undefined;
    if (status === 'unsent' || status === 'waiting') {
      this.waitMs = retryDelay(this.failures++, error.retryAfterMs);
      this.after(this.waitMs, () => void this.save('itself'));
    } else if (status !== 'expired') this.pending = undefined;
    if (status === 'invalid') {
      const placeOf = (path: string) => this.store?.placeOf(path, change) ?? '';
      this.faults = this.copy ? faultsFrom(error, this.copy, placeOf) : {};
      return this.#halt('invalid', by);
    }
    this.settle(status);
    return false;
  }

  #halt(status: 'invalid' | 'conflict', by: SavedBy): false {
    if (by === 'person') this.summoned += 1;
    this.settle(status);
    return false;
  }

  /** Sets the status: `status` counts for unsaved changes only. True without changes. */
  protected settle(status: SaveStatus): boolean {
    const { changed } = this;
    if (Object.keys(this.copy?.conflicts ?? {}).length) this.status = 'conflict';
    else if (changed) this.status = status === 'saved' || status === 'clean' ? 'dirty' : status;
    else this.status = status === 'saved' ? 'saved' : 'clean';
    this.keep();
    this.options.changed();
    return !changed;
  }

  protected schedule(): void {
    if (this.autosave && this.status === 'dirty' && !this.underway && !this.held)
      this.after(AUTOSAVE_MS, () => void this.save('itself'));
  }

  protected after(ms: number, act: () => void): void {
    this.stopTimer();
    if (this.connected) this.#timer = setTimeout(act, ms);
  }

  protected stopTimer(): void {
    clearTimeout(this.#timer);
  }

  /** Keeps the changes as a draft; removes it if there are none. */
  protected keep(): void {
    if (!this.copy || !this.scope) return;
    const { draft, whole } = draftOf(this.copy, this.pending);
    if (!draft) dropDraft(this.scope);
    this.kept = whole && (!draft || keepDraft(this.scope, draft));
  }
}
