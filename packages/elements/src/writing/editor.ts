/**
 * Edits one object of a store: loads it, takes input, follows changes from elsewhere, and undoes. Independent of the
 * DOM and of the domain; a form draws its state.
 */
import { randomHex } from '@gigsy/schema/rules';
import type { GigsyError } from '@gigsy/sdk/reader';
import { withDraft } from './draft-of-copy.ts';
import { type DraftScope, findDraft, forgetDrafts, sentBy } from './drafts.ts';
import { type FieldValue, same } from './field.ts';
import { placed, without } from './items.ts';
import { retryDelay } from './request.ts';
import { idsOf } from './shape.ts';
import { Saver } from './saver.ts';
import { type EditorPhase, type SaveStatus, asGigsyError, phaseAfter } from './status.ts';
import type { Store, Stored } from './store.ts';
import { OtherWindows } from './windows.ts';
import { type WorkingCopy, discarded, edited, opened, rebased, resolved } from './working-copy.ts';

/** Statuses in which the changes are to be sent as soon as that is possible. */
const TO_BE_SENT: readonly SaveStatus[] = ['unsent', 'waiting', 'expired'];

export class Editor extends Saver {
  /** Follow changes of other devices too, as they happen. Set before `connect`. */
  live = false;
  #reading = new AbortController();

  get canUndo(): boolean {
    return this.undoable !== undefined && !this.underway;
  }

  /** Reads from `store` and follows it. Values being edited stay on show. */
  connect(store: Store): void {
    this.disconnect();
    this.connected = true;
    this.store = store;
    const { signal } = (this.#reading = new AbortController());
    this.windows = new OtherWindows((scope) => this.#isMine(scope) && void this.#read(store, signal));
    if (this.live) {
      // The reading beside it tells of failures, and a watch resumes by itself.
      const next = (stored: Stored | null) => signal.aborted || this.#take(store, stored);
      store.watch({ signal, next, error: () => {} });
    }
    void this.#read(store, signal);
  }

  /** Stops following. Changes go out first where they save themselves. */
  disconnect(): void {
    if (this.connected && this.autosave && this.status === 'dirty') void this.save('itself');
    this.connected = false;
    this.#reading.abort();
    this.windows?.close();
    this.stopTimer();
  }

  /** Nobody is known to be signed in. Drafts stay for their return, unless they have signed out. */
  leave({ signedOut = false } = {}): void {
    this.disconnect();
    if (signedOut) forgetDrafts();
    this.store = this.scope = this.copy = this.undoable = this.pending = undefined;
    this.#show('signed-out');
  }

  reload(): void {
    if (this.store) this.connect(this.store);
  }

  /** The connection may be back. */
  resume(): void {
    if (this.phase === 'offline') this.reload();
    else if (this.status === 'unsent' || this.status === 'expired') void this.save('itself');
  }

  edit(name: string, value: FieldValue): void {
    if (!this.copy) return;
    const { [name]: _, ...others } = this.faults;
    this.faults = others;
    this.#put(edited(this.copy, name, value));
  }

  /** A new item at the end of the list; its id. */
  add(): string {
    const id = randomHex(8);
    this.move(id, Infinity);
    return id;
  }

  /** To a position from 0 on; also an item that is not in the list yet. */
  move(id: string, to: number): void {
    if (this.copy) this.#put({ ...this.copy, values: placed(this.copy.values, id, to) });
  }

  /** Until another is removed, or the form is left, `restore` brings it back to its place. */
  remove(id: string): void {
    if (!this.copy) return;
    this.removed = [...this.removed, { id, at: idsOf(this.copy.values).indexOf(id) }];
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([name]) => !name.startsWith(`${id}.`)));
    this.#put({ ...this.copy, values: without(this.copy.values, id) });
  }

  restore(id: string): void {
    const { at = Infinity } = this.removed.find((each) => each.id === id) ?? {};
    this.removed = this.removed.filter((each) => each.id !== id);
    this.move(id, at);
  }

  #put(copy: WorkingCopy): void {
    this.copy = copy;
    this.undoable = undefined;
    this.held = false;
    this.#touched();
  }

  /** Settles the conflict of one field. */
  choose(name: string, choice: 'mine' | 'theirs'): void {
    if (!this.copy) return;
    this.undoable = choice === 'theirs' ? { copy: this.copy } : undefined;
    this.copy = resolved(this.copy, name, choice);
    this.#touched();
  }

  /** Returns to the stored values. */
  discard(): void {
    if (!this.copy || this.underway) return;
    this.stopTimer();
    this.undoable = { copy: this.copy };
    this.copy = discarded(this.copy);
    this.pending = undefined;
    this.faults = {};
    this.restored = false;
    this.removed = [];
    this.#touched();
  }

  /** To the state before the last save, discard or choice of the other version. A save is undone by another save. */
  async undo(): Promise<void> {
    const { copy, undoable: undo } = this;
    if (!copy || !undo || this.underway) return;
    this.undoable = undefined;
    if ('before' in undo) {
      this.copy = { ...copy, values: { ...copy.values, ...undo.before } };
      await this.save();
      return;
    }
    const now = { value: copy.stored, version: copy.version, person: this.scope!.person };
    this.copy = undo.copy.version === copy.version ? undo.copy : rebased(undo.copy, now);
    this.#touched();
  }

  async #read(store: Store, signal: AbortSignal): Promise<void> {
    if (!this.copy) this.#show('loading');
    try {
      const stored = await store.read(signal);
      if (!signal.aborted) this.#take(store, stored);
    } catch (thrown) {
      if (!signal.aborted) this.#missed(asGigsyError(thrown));
    }
  }

  #missed(error: GigsyError): void {
    this.options.failed(error);
    if (this.copy) return;
    this.#show(phaseAfter(error.code));
    if (this.phase === 'offline') this.after(retryDelay(this.failures++), () => this.reload());
  }

  #take({ deployment }: Store, stored: Stored | null): void {
    this.failures = 0;
    if (!stored) {
      this.copy = undefined;
      return this.#show('empty');
    }
    const scope = { deployment, person: stored.person, form: this.options.form };
    if (!this.copy || !this.#isMine(scope)) this.#open(scope, stored);
    else if (isLater(stored, this.copy)) {
      this.copy = rebased(this.copy, stored, sentBy(this.pending));
      this.undoable = undefined;
    }
    this.phase = 'ready';
    if (this.underway) return this.#touched();
    const due = this.pending !== undefined || TO_BE_SENT.includes(this.status);
    this.settle(this.status === 'conflict' ? 'dirty' : this.status);
    if (due && this.changed && this.status !== 'conflict') void this.save('itself');
    else this.schedule();
  }

  /** Begins with the stored values and the person's draft. */
  #open(scope: DraftScope, stored: Stored): void {
    this.scope = scope;
    forgetDrafts(scope);
    const draft = findDraft(scope);
    this.copy = opened(stored, this.options.shape);
    if (draft) this.copy = withDraft(this.copy, draft, stored);
    this.pending = draft?.pending;
    this.restored = this.changed;
    this.undoable = undefined;
    this.removed = [];
    this.faults = {};
    this.status = 'clean';
  }

  #isMine({ deployment, person, form }: DraftScope): boolean {
    const { scope } = this;
    return deployment === scope?.deployment && person === scope.person && form === scope.form;
  }

  /** After the person or another window has changed something. */
  #touched(): void {
    if (this.underway) {
      this.keep();
      this.options.changed();
    } else this.settle(TO_BE_SENT.includes(this.status) ? this.status : 'dirty');
    this.schedule();
  }

  #show(phase: EditorPhase): void {
    this.phase = phase;
    this.status = 'clean';
    this.options.changed();
  }
}

function isLater({ version, value, isLiving }: Stored, copy: WorkingCopy): boolean | undefined {
  if (version !== copy.version) return version > copy.version;
  return isLiving && !same(value as FieldValue, copy.stored as FieldValue);
}
