/**
 * The base of elements that edit: the client, the states around the forms, the forms themselves, and focus. A subclass
 * declares the forms and their words. Uses Lit in full.
 */
import {
  type CSSResultGroup,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
} from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import { adopt } from '../appearance/adopt.ts';
import { surface } from '../appearance/surface.styles.ts';
import { clientOf } from '../client-of.ts';
import { dispatch } from '../dispatch.ts';
import { Localize } from '../localization/localize.ts';
import { renderState } from './form-view.ts';
import type { Aside, Form, FormTerms } from './form.ts';
import { OpenForm } from './open-form.ts';
import { type EditorPhase, type SaveStatus, foremost } from './status.ts';
import { words } from './words.ts';
import { writingStyles } from './writing.styles.ts';

/** Changes were stored, as this version of the edited object. Does not bubble. */
export type SaveEvent = CustomEvent<{ version: number }>;

/**
 * @attr {boolean} autosave - Save by itself, a second after the last change. Without it there is a button.
 * @attr {boolean} live - Follow changes from other devices as they happen; those of this browser's windows are followed anyway.
 * @attr {number} heading-level - Level of the form's heading, 1 to 6; 2 when absent.
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {'loading'|'ready'|'empty'|'signed-out'|'error'|'offline'} state - Set by the element.
 * @attr {'clean'|'dirty'|'saving'|'saved'|'unsent'|'waiting'|'expired'|'invalid'|'conflict'|'failed'} status - Set by the element: how far the changes are.
 *
 * @event {CustomEvent<{ version: number }>} gigsy-save - Changes were stored.
 * @event {CustomEvent<GigsyError>} gigsy-error - Loading or saving failed; `detail.code` says how: at `unauthenticated` offer to sign in.
 *
 * @slot signed-out - Under the words for people who are not signed in, such as a button to sign in.
 * @slot empty - Under the words for people who have nothing to edit yet.
 *
 * @csspart card - The box.
 * @csspart form - A form.
 * @csspart heading - Its heading.
 * @csspart field - A label with its control, help and fault.
 * @csspart input - A control.
 * @csspart help - The help of a field.
 * @csspart fault - The fault of a field.
 * @csspart conflict - The choice between two versions of a field.
 * @csspart summary - The list of fields that need the person.
 * @csspart items - The items of a list.
 * @csspart item - An item.
 * @csspart grip - The place where the pointer takes an item to move it.
 * @csspart toggle - The button that opens and closes an item.
 * @csspart add - The button that adds an item.
 * @csspart note - The note on changes of an earlier visit.
 * @csspart save - The button that saves.
 * @csspart discard - The button that discards changes.
 * @csspart undo - The button that undoes.
 * @csspart status - The line that says how far the changes are.
 * @csspart message - The sentence that tells a state without a form.
 * @csspart retry - The button that loads again.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text and fills are mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - The button that saves, and links.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
 */
export abstract class WritingElement extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    autosave: { type: Boolean },
    live: { type: Boolean },
    headingLevel: { attribute: 'heading-level', type: Number },
    state: { reflect: true },
    status: { reflect: true },
  };

  static override styles: CSSResultGroup = [surface, writingStyles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  /**
   * The client to read and write with; that of the enclosing `<gigsy-provider>` when undefined. Null says that the
   * person has signed out: drafts are removed.
   */
  declare client?: Gigsy | null;
  /** Save by itself, a second after the last change. */
  declare autosave: boolean;
  /** Follow changes from other devices as they happen. */
  declare live: boolean;
  /** Level of the form's heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;
  /** The state on show. @readonly */
  declare state: EditorPhase;
  /**
   * How far the changes are.
   * @readonly
   */
  declare status: SaveStatus;

  protected readonly localize: Localize = new Localize(this);
  #forms: readonly OpenForm[] = [];
  #client: Gigsy | null | undefined;
  #window: Window | null = null;
  /** By form, how often it has asked for the person's attention, as far as that was given. */
  readonly #summoned = new WeakMap<OpenForm, number>();

  constructor() {
    super();
    this.state = 'loading';
    this.status = 'clean';
  }

  /** The same object for the same form. */
  protected abstract get forms(): readonly Form[];
  protected abstract wordsOf(form: Form): FormTerms;

  /** The things that stand with each item of a form's list, if there are any. */
  protected asideOf(_: Form): Aside | undefined {
    return undefined;
  }

  /** Of the states without a form. */
  protected get stateWords(): FormTerms {
    return this.wordsOf(this.forms[0]!);
  }

  /** True if a save of the form has just been halted for the person's attention. */
  protected asks(form: OpenForm): boolean {
    return form.editor.summoned !== (this.#summoned.get(form) ?? 0);
  }

  protected get openForms(): readonly OpenForm[] {
    return this.#forms;
  }

  /** The client in force: undefined while nobody is known, null once the person has signed out. */
  protected get connected(): Gigsy | null | undefined {
    return this.#client;
  }

  /** Before the ids of the nodes of a form. Empty where there is one form. */
  protected prefixOf(_: Form): string {
    return '';
  }

  /** Stores the changes. True if none are left to store. */
  async save(): Promise<boolean> {
    const known = this.#forms.filter(({ editor }) => editor.copy);
    const done = await Promise.all(known.map(({ editor }) => editor.save()));
    return done.length > 0 && done.every(Boolean);
  }

  /** Returns to the stored values; `undo` brings the changes back. */
  discard(): void {
    for (const { editor } of this.#forms) editor.discard();
  }

  /** Goes back to before the last save, discard or choice of another version. */
  async undo(): Promise<void> {
    await Promise.all(this.#forms.map(({ editor }) => editor.undo()));
  }

  /** Reads again. Unsaved input stays. */
  reload(): void {
    for (const { editor } of this.#forms) editor.reload();
  }

  /** Lit's would take its sheets from the page of this code, wherever the element stands. */
  protected override createRenderRoot(): ShadowRoot {
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit asks here, once the element is connected.
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { elementStyles } = this.constructor as typeof WritingElement;
    if (!this.shadowRoot!.adoptedStyleSheets[0]) adopt(this.shadowRoot!, elementStyles as Parameters<typeof adopt>[1]);
    this.#window = this.ownerDocument.defaultView;
    for (const [type, listener] of this.#listeners) this.#window?.addEventListener(type, listener);
    if (this.hasUpdated) this.#connect(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [type, listener] of this.#listeners) this.#window?.removeEventListener(type, listener);
    for (const { editor } of this.#forms) editor.disconnect();
  }

  readonly #listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['gigsy-provider', () => this.#connect()],
    ['online', () => this.#forms.forEach(({ editor }) => editor.resume())],
    ['pagehide', () => this.#leave()],
    // The browser asks before leaving: this page holds the only copy of the input.
    ['beforeunload', (event) => this.#forms.every(({ editor }) => editor.kept) || event.preventDefault()],
  ];

  #leave(): void {
    for (const { editor } of this.#forms) if (editor.autosave && editor.status === 'dirty') void editor.save('itself');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { forms } = this;
    const others =
      forms.length !== this.#forms.length || forms.some((form, index) => form !== this.#forms[index]!.form);
    if (others) this.#begin(forms);
    for (const { form, editor } of this.#forms) {
      editor.autosave = this.autosave && !form.byHand;
      editor.live = this.live;
    }
    if (others || changed.has('client') || changed.has('live')) this.#connect(others || changed.has('live'));
    const phases = this.#forms.map(({ editor }) => editor.phase);
    this.state = phases.includes('ready') ? 'ready' : phases[0]!;
    this.status = foremost(this.#forms.map(({ editor }) => editor.status));
  }

  /** With the forms that stay. */
  #begin(forms: readonly Form[]): void {
    for (const { editor } of this.#forms) editor.disconnect();
    const host = {
      changed: () => this.requestUpdate(),
      saved: (version: number) => dispatch(this, 'gigsy-save', { version }),
      failed: (error: unknown) => dispatch(this, 'gigsy-error', error),
    };
    this.#forms = forms.map((form) => new OpenForm(form, this.prefixOf(form), host));
  }

  /** With the client that is in force; `anew` also with the one it has. */
  #connect(anew = false): void {
    if (!this.isConnected || !this.#forms.length) return;
    const client = clientOf(this);
    if (client === this.#client && !anew) return;
    this.#client = client;
    for (const form of this.#forms) form.connect(client);
  }

  protected override render(): TemplateResult {
    const { localize, state } = this;
    const ready = state === 'ready';
    return html`<div class="frame" dir=${localize.dir} lang=${localize.table.code}>
      <article part="card" class="${state} ${ready ? 'known' : ''}" tabindex="-1" aria-busy=${state === 'loading'}>
        ${ready ? this.renderForms() : renderState(state, this.stateWords, this.#retry)}
      </article>
    </div>`;
  }

  /** Of a subclass that has several forms. */
  protected renderForms(): unknown {
    return this.#forms.map((form) => this.renderForm(form, this.headingLevel || 2));
  }

  protected renderForm(form: OpenForm, headingLevel: number): unknown {
    const { copy, autosave } = form.editor;
    const [words, aside] = [this.wordsOf(form.form), this.asideOf(form.form)];
    return copy && form.render({ localize: this.localize, autosave, headingLevel, words, aside });
  }

  readonly #retry = (): void => this.reload();

  /**
   * Focus goes to the summary when a save needs the person, to the line of the status when its button goes away, and to
   * the box when the focused node is slotted into a state that ends, such as a button to sign in. A node that moves
   * keeps it.
   */
  protected override update(changed: PropertyValues): void {
    const root = this.shadowRoot!;
    const focused = root.activeElement as HTMLElement | null;
    const form = focused?.closest('form');
    const slotted = this.querySelector(':focus');
    super.update(changed);
    const box = root.querySelector('article')!;
    const next = this.#nextFocus(root);
    if (next) next.focus();
    else if (focused && !focused.isConnected)
      ((form?.isConnected ? form : root).querySelector<HTMLElement>('.status') ?? box).focus();
    else if (focused && root.activeElement !== focused) focused.focus();
    else if (slotted && !slotted.checkVisibility()) box.focus();
  }

  /** The node that a form has asked the focus for. */
  #nextFocus(root: ShadowRoot): HTMLElement | undefined {
    let found: HTMLElement | undefined;
    for (const form of this.#forms) {
      if (this.asks(form)) found ??= root.getElementById(`${form.prefix}summary`)?.parentElement ?? undefined;
      this.#summoned.set(form, form.editor.summoned);
      if (form.focusNext !== undefined) found ??= root.getElementById(form.focusNext) ?? undefined;
      form.focusNext = undefined;
    }
    return found;
  }
}

declare global {
  interface HTMLElementEventMap {
    'gigsy-save': SaveEvent;
  }
}
