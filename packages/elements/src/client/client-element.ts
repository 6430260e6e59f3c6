/**
 * The base of elements that show an answer which only a signed-in person gets, such as a strength or figures for operators:
 * the client that asks, the states around the answer, and focus. It watches, so that the answer is followed as it changes.
 * A subclass names the question and renders the answer.
 */
import {
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import type { ErrorCode, WatchObserver } from '@gigsy/sdk/reader';
import { GigsyError, isGigsyError } from '@gigsy/sdk/resource-reader';
import { person } from '../appearance/icon.ts';
import { StyledElement } from '../appearance/styled-element.ts';
import { surface } from '../appearance/surface.styles.ts';
import { clientOf } from '../client-of.ts';
import { dispatch } from '../dispatch.ts';
import { Localize } from '../localization/localize.ts';
import { clientStyles } from './client.styles.ts';
import type { ClientWords } from './terms.ts';
import { words } from './words.ts';

/**
 * `empty`: the person has nothing of the kind yet. `unavailable`: it is not for this person. `offline`: no connection, with
 * or without a known answer.
 */
export type ClientState = 'loading' | 'ready' | 'empty' | 'signed-out' | 'unavailable' | 'error' | 'offline';

/** Events of the window after which there may be another client, or a connection again. */
const OCCASIONS = ['online', 'gigsy-provider'];

/**
 * @attr {number} heading-level - Level of the heading, 1 to 6; 2 when absent.
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {'loading'|'ready'|'empty'|'signed-out'|'unavailable'|'error'|'offline'} state - Set by the element.
 *
 * @event {CustomEvent<GigsyError>} gigsy-error - Reading failed; `detail.code` says how: at `unauthenticated` offer to sign in.
 *
 * @slot signed-out - Under the words for people who are not signed in, such as a button to sign in.
 * @slot empty - Under the words for people who have nothing of the kind yet.
 *
 * @csspart card - The box.
 * @csspart heading - Its heading.
 * @csspart message - The sentence that tells the state.
 * @csspart retry - The button that reads again.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text and fills are mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - Links and bars.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
 */
export abstract class ClientElement<Value extends object = object> extends StyledElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    headingLevel: { attribute: 'heading-level', type: Number },
    state: { reflect: true },
  };

  static override styles: CSSResultGroup = [surface, clientStyles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  /** The client of the signed-in person; that of the enclosing `<gigsy-provider>` when undefined. Null says that they have signed out. */
  declare client?: Gigsy | null;
  /** Level of the heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;
  /** The state on show. @readonly */
  declare state: ClientState;

  protected readonly localize: Localize = new Localize(this);
  /** Last known: undefined before the first answer. */
  #known: Value | null | undefined;
  #asked: Gigsy | null | undefined;
  #ended = new AbortController();
  /** Ends what it hears while it is on a page. */
  #absent = new AbortController();

  constructor() {
    super();
    this.state = 'loading';
  }

  /** Asks and follows the answer, until the observer's signal ends it. */
  protected abstract follow(client: Gigsy, observer: WatchObserver<Value | null>): void;
  protected abstract get heading(): string;
  /** The sentence for people who have nothing of the kind yet. */
  protected abstract get emptyText(): string;
  /** The content under the heading. */
  protected abstract renderValue(value: Value): unknown;

  /** Level of headings inside. */
  protected get innerLevel(): number {
    return Math.min((this.headingLevel || 2) + 1, 6);
  }

  /** Asks again. The known answer stays on show until the new one is there. */
  reload(): void {
    if (!this.#known) this.#show('loading');
    this.#ask();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#absent = new AbortController());
    for (const type of OCCASIONS) this.ownerDocument.defaultView?.addEventListener(type, this.#resume, { signal });
    if (this.hasUpdated) this.#connect(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#absent.abort();
    this.#ended.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('client')) this.#connect(!this.hasUpdated);
  }

  readonly #resume = ({ type }: Event): void => {
    this.#connect();
    if (type === 'online' && this.state === 'offline') this.reload();
  };

  /** With the client that is in force; `anew` also with the one that was asked last. */
  #connect(anew = false): void {
    if (!this.isConnected) return;
    const client = clientOf(this);
    if (client === this.#asked && !anew) return;
    // Another client may sign in another person.
    if (client !== this.#asked) this.#known = undefined;
    this.#asked = client;
    if (!this.#known) this.#show('loading');
    this.#ask();
  }

  #ask(): void {
    this.#ended.abort();
    const { signal } = (this.#ended = new AbortController());
    if (!this.#asked) return void this.#show('signed-out');
    const next = (value: Value | null) => signal.aborted || this.#take(value);
    const error = (thrown: unknown) => signal.aborted || this.#fail(thrown);
    try {
      this.follow(this.#asked, { next, error, signal });
    } catch (thrown) {
      error(thrown);
    }
  }

  #take(value: Value | null): void {
    this.#known = value;
    this.#show(value ? 'ready' : 'empty');
  }

  /** A lost connection keeps the content that is shown; a person who may not see it any more loses it. */
  #fail(thrown: unknown): void {
    const error = isGigsyError(thrown)
      ? thrown
      : new GigsyError('bad_response', 'The client failed.', { cause: thrown });
    const state = stateAfter(error.code);
    if (state === 'signed-out' || state === 'unavailable') this.#known = undefined;
    if (state !== 'error' || !this.#known) this.#show(state);
    dispatch(this, 'gigsy-error', error);
  }

  #show(state: ClientState): void {
    this.state = state;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { localize, state } = this;
    const known = this.#known;
    return html`<div class="frame" dir=${localize.dir} lang=${localize.table.code}>
      <article part="card" class="${state} ${known ? 'known' : ''}" tabindex="-1" aria-busy=${state === 'loading'} aria-labelledby=${known ? 'name' : nothing}>
        ${known ? this.#renderKnown(known) : this.#renderState()}
      </article>
    </div>`;
  }

  #renderKnown(value: Value): TemplateResult {
    const { offline } = this.localize.table;
    return html`<div class="content">
        <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${this.heading}</div>
        ${this.renderValue(value)}
      </div>
      <p part="message" class="message">${this.state === 'offline' ? offline : ''}</p>`;
  }

  #renderState(): TemplateResult {
    const { localize, state } = this;
    const own: ClientWords = localize.terms(words);
    if (state === 'loading' || state === 'ready')
      return html`<div class="content" aria-hidden="true"><i></i><i></i><i></i></div><p class="message">${own.loading}</p>`;
    const { offline, retry } = localize.table;
    const said = {
      'signed-out': own.signedOut,
      empty: this.emptyText,
      unavailable: own.unavailable,
      error: own.error,
      offline,
    };
    const again = state === 'error' || state === 'offline';
    return html`${person}<p part="message" class="message" role=${again ? 'status' : nothing}>${said[state]}</p>
      ${again ? html`<button part="retry" type="button" aria-label="${retry}: ${this.heading}" @click=${this.#retry}>${retry}</button>` : ''}
      ${state === 'empty' || state === 'signed-out' ? html`<slot name=${state}></slot>` : ''}`;
  }

  /** The button goes away with the message; focus stays in the box. */
  #retry(): void {
    this.shadowRoot!.querySelector('article')!.focus();
    this.reload();
  }
}

function stateAfter(code: ErrorCode): ClientState {
  if (code === 'unauthenticated') return 'signed-out';
  if (code === 'forbidden') return 'unavailable';
  return code === 'offline' || code === 'timeout' ? 'offline' : 'error';
}
