/**
 * Stores choices, one change after the other. A choice counts as stored when the answer is there. Changes from elsewhere are
 * merged: only one of the same setting is asked about.
 */
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { randomHex } from '@gigsy/schema/rules';
import { type Choices, type OwnPrivacy, changesOf, chosenFor, inverse, withChoices } from './own.ts';

/** How often a change from elsewhere may come in between before the person is told. */
const MOST_TRIES = 3;

/** `failed`: `unsent` waits for another try. */
export type SavePhase = 'idle' | 'saving' | 'saved' | 'failed';

interface Attempt {
  readonly choices: Choices;
  /** Settings as they were when the person chose. */
  readonly before: OwnPrivacy;
  readonly expected: number;
  /** The same for each repetition, so that a lost answer does no harm. */
  readonly key: string;
}

export interface SaveListener {
  /** Something that is shown has changed. */
  changed(): void;
  stored(choices: Choices): void;
  failed(error: unknown): void;
}

export class Saver {
  phase: SavePhase = 'idle';
  /** Why the last attempt failed. */
  fault: unknown;
  /** Choices of settings that somebody else, or another window, has changed meanwhile: the person decides. */
  disputed: Choices | undefined;
  readonly #client: Gigsy;
  readonly #listener: SaveListener;
  #own: OwnPrivacy;
  #waiting: Choices = {};
  #attempt: Attempt | undefined;
  /** Stored, and not in the settings that have arrived yet. */
  #ahead: { choices: Choices; version: number } | undefined;
  #undo: Choices | undefined;

  constructor(client: Gigsy, own: OwnPrivacy, listener: SaveListener) {
    this.#client = client;
    this.#own = own;
    this.#listener = listener;
  }

  /** The settings as they are shown: those that are stored, and over them those that are on their way. */
  get shown(): OwnPrivacy {
    const sent = this.phase === 'saving' ? this.#attempt?.choices : {};
    return withChoices(this.#known, { ...sent, ...this.#waiting });
  }

  /** Names of settings that are on their way. */
  get pending(): readonly string[] {
    return this.phase === 'saving' ? Object.keys({ ...this.#attempt?.choices, ...this.#waiting }) : [];
  }

  /** Choices that were not stored. */
  get unsent(): Choices {
    return (this.phase === 'failed' ? this.#attempt?.choices : undefined) ?? {};
  }

  get canUndo(): boolean {
    return this.#undo !== undefined && this.phase !== 'failed';
  }

  get #known(): OwnPrivacy {
    return this.#ahead ? withChoices(this.#own, this.#ahead.choices) : this.#own;
  }

  /** The settings as they have arrived. A conflict may have told of later ones. */
  follow(own: OwnPrivacy): void {
    const { chosen, effective, version } = this.#own;
    this.#own = own.version < version ? { ...own, chosen, effective, version } : own;
    if (this.#ahead && this.#own.version >= this.#ahead.version) this.#ahead = undefined;
  }

  choose(choices: Choices): void {
    this.#waiting = { ...this.unsent, ...this.#waiting, ...choices };
    this.#settle(Object.keys(choices));
    if (this.phase !== 'saving') this.#sendWaiting();
    this.#listener.changed();
  }

  /** Takes the last change back; taken back itself by the next call. */
  undo(): void {
    if (this.#undo && this.canUndo) this.choose(this.#undo);
  }

  /** Sends again what was not stored. */
  retry(): void {
    if (this.phase !== 'failed' || !this.#attempt) return;
    void this.#send(this.#attempt);
    this.#listener.changed();
  }

  discard(): void {
    if (this.phase === 'failed') this.#attempt = undefined;
    this.#show('idle');
  }

  /** Stores the disputed choices over what is stored now. */
  insist(): void {
    if (this.disputed) this.choose(this.disputed);
  }

  /** Leaves the disputed settings as they are now. */
  yield(): void {
    this.disputed = undefined;
    this.#listener.changed();
  }

  #settle(names: readonly string[]): void {
    const left = Object.entries(this.disputed ?? {}).filter(([name]) => !names.includes(name));
    this.disputed = left.length > 0 ? Object.fromEntries(left) : undefined;
  }

  #sendWaiting(): void {
    const choices = this.#waiting;
    this.#waiting = {};
    const expected = Math.max(this.#own.version, this.#ahead?.version ?? 0);
    void this.#send({ choices, before: this.#known, expected, key: randomHex(16) });
  }

  async #send(attempt: Attempt, tries = 1): Promise<void> {
    this.#attempt = attempt;
    this.phase = 'saving';
    const { choices, expected, key } = attempt;
    try {
      const { version } = await this.#client.privacy.update({
        changes: changesOf(choices),
        expected,
        idempotencyKey: key,
      });
      this.#store(attempt, version);
    } catch (error) {
      if (isGigsyError(error, 'version_conflict')) await this.#merge(attempt, tries, error);
      else this.#fail(error);
    }
  }

  #store({ choices, before }: Attempt, version: number): void {
    this.#ahead =
      version > this.#own.version ? { choices: { ...this.#ahead?.choices, ...choices }, version } : undefined;
    this.#undo = inverse(before, choices);
    this.#attempt = undefined;
    this.#listener.stored(choices);
    this.#goOn('saved');
  }

  #goOn(phase: SavePhase): void {
    this.phase = phase;
    if (Object.keys(this.#waiting).length > 0) this.#sendWaiting();
    this.#listener.changed();
  }

  /** Another version is stored by now. Where the same settings are as they were, the choices are sent over it. */
  async #merge(attempt: Attempt, tries: number, conflict: unknown): Promise<void> {
    try {
      const now = await this.#client.privacy.get();
      if (!now) return this.#fail(conflict);
      if (now.version > this.#own.version) this.follow({ ...this.#own, ...now });
      const { choices, before } = attempt;
      const isSame = (name: string) => chosenFor(now.chosen, name) === chosenFor(before.chosen, name);
      const isWanted = (name: string) => (chosenFor(now.chosen, name) ?? null) === choices[name];
      if (tries < MOST_TRIES && Object.keys(choices).every((name) => isSame(name) || isWanted(name)))
        await this.#send({ ...attempt, expected: now.version, key: randomHex(16) }, tries + 1);
      else this.#dispute(choices);
    } catch (error) {
      this.#fail(error);
    }
  }

  #dispute(choices: Choices): void {
    this.#attempt = undefined;
    this.disputed = { ...this.disputed, ...choices };
    this.#goOn('idle');
  }

  /** Choices that were made meanwhile wait with it. */
  #fail(error: unknown): void {
    this.fault = error;
    if (this.#attempt && Object.keys(this.#waiting).length > 0) {
      const { before, expected } = this.#attempt;
      this.#attempt = { choices: { ...this.#attempt.choices, ...this.#waiting }, before, expected, key: randomHex(16) };
      this.#waiting = {};
    }
    this.#show('failed');
    this.#listener.failed(error);
  }

  #show(phase: SavePhase): void {
    this.phase = phase;
    this.#listener.changed();
  }
}
