/**
 * The base of elements that edit: the client, the states around the form, the form itself, and focus. A subclass
 * declares the fields, their store and their labels. Uses Lit in full.
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
import { dispatch } from '../dispatch.ts';
import { enclosing } from '../enclosing.ts';
import { Localize } from '../localization/localize.ts';
import { controls } from './controls.ts';
import { Editor } from './editor.ts';
import type { Field } from './field.ts';
import { renderForm, renderState } from './form-view.ts';
import type { Form, FormTerms } from './form.ts';
import type { EditorPhase, SaveStatus } from './status.ts';
import type { WorkingCopy } from './working-copy.ts';
import { words } from './words.ts';
import { writingStyles } from './writing.styles.ts';

/** Changes were stored, as this version of the edited object. Does not bubble. */
export type SaveEvent = CustomEvent<{ version: number }>;

/** The members of a `<gigsy-provider>` that elements use. */
type Provider = Element & { client?: Gigsy | null };

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
 * @csspart form - The form.
 * @csspart heading - Its heading.
 * @csspart field - A label with its control, help and fault.
 * @csspart input - A control.
 * @csspart help - The help of a field.
 * @csspart fault - The fault of a field.
 * @csspart conflict - The choice between two versions of a field.
 * @csspart summary - The list of fields that need the person.
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
  #editor: Editor | undefined;
  #form: Form | undefined;
  #client: Gigsy | null | undefined;
  #window: Window | null = null;
  #choices: Record<string, readonly string[]> = {};
  #summoned = 0;

  constructor() {
    super();
    this.state = 'loading';
    this.status = 'clean';
  }

  /** The same object for the same form. */
  protected abstract get form(): Form;
  protected abstract get words(): FormTerms;

  /** Stores the changes. True if none are left to store. */
  save(): Promise<boolean> {
    return this.#editor?.save() ?? Promise.resolve(false);
  }

  /** Returns to the stored values; `undo` brings the changes back. */
  discard(): void {
    this.#editor?.discard();
  }

  /** Goes back to before the last save, discard or choice of another version. */
  undo(): Promise<void> {
    return this.#editor?.undo() ?? Promise.resolve();
  }

  /** Reads again. Unsaved input stays. */
  reload(): void {
    this.#editor?.reload();
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
    this.#editor?.disconnect();
  }

  readonly #listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['gigsy-provider', () => this.#connect()],
    ['online', () => this.#editor?.resume()],
    ['pagehide', () => this.autosave && this.status === 'dirty' && void this.#editor?.save('itself')],
    // The browser asks before leaving: this page holds the only copy of the input.
    ['beforeunload', (event) => this.#editor?.kept || event.preventDefault()],
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { form } = this;
    const another = form !== this.#form;
    if (another) this.#begin(form);
    const editor = this.#editor!;
    editor.autosave = this.autosave;
    editor.live = this.live;
    if (another || changed.has('client') || changed.has('live')) this.#connect(another || changed.has('live'));
    this.state = editor.phase;
    this.status = editor.status;
  }

  #begin(form: Form): void {
    this.#editor?.disconnect();
    this.#form = form;
    this.#editor = new Editor({
      form: form.name,
      fields: form.fields,
      changed: () => this.requestUpdate(),
      saved: (version) => dispatch(this, 'gigsy-save', { version }),
      failed: (error) => dispatch(this, 'gigsy-error', error),
    });
    this.#summoned = 0;
    for (const { name, choices } of form.fields) if (choices) void this.#load(name, choices);
  }

  /** Without its list a select has its own value alone. */
  async #load(name: string, choices: NonNullable<Field['choices']>): Promise<void> {
    const values = await Promise.resolve(choices.values()).catch(() => []);
    this.#choices = { ...this.#choices, [name]: values };
    this.requestUpdate();
  }

  /** With the client that is in force; `anew` also with the one it has. */
  #connect(anew = false): void {
    if (!this.isConnected || !this.#form) return;
    const around = this.client === undefined ? enclosing<Provider>(this, 'gigsy-provider') : undefined;
    const client = around ? around.client : this.client;
    if (client === this.#client && !anew) return;
    this.#client = client;
    if (client) this.#editor!.connect(this.#form.store(client));
    else this.#editor!.leave({ signedOut: client === null });
  }

  protected override render(): TemplateResult {
    const { localize, words } = this;
    const editor = this.#editor!;
    const ready = editor.phase === 'ready' && editor.copy !== undefined;
    return html`<div class="frame" dir=${localize.dir} lang=${localize.table.code}>
      <article part="card" class="${editor.phase} ${ready ? 'known' : ''}" tabindex="-1" aria-busy=${editor.phase === 'loading'} @input=${this.#input} @submit=${this.#submit}>
        ${ready ? this.#renderForm(editor, editor.copy!) : renderState(editor.phase, words, this.#press)}
      </article>
    </div>`;
  }

  #renderForm(editor: Editor, copy: WorkingCopy): TemplateResult {
    const { form, words, localize, headingLevel, autosave } = this;
    return renderForm({
      ...{ editor, copy, words, localize, autosave },
      fields: form.fields,
      headingLevel: headingLevel || 2,
      choices: this.#choices,
      press: this.#press,
    });
  }

  #input({ target }: Event): void {
    const control = target as HTMLElement & { name?: string };
    const field = this.form.fields.find(({ name }) => name === control.name);
    if (field) this.#editor!.edit(field.name, controls[field.kind].read(control));
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.save();
  }

  readonly #press = ({ currentTarget }: Event): void => {
    const { act, field, choice } = (currentTarget as HTMLElement).dataset;
    if (act === 'discard') this.discard();
    else if (act === 'undo') void this.undo();
    else if (act === 'retry') this.reload();
    else if (field && (choice === 'mine' || choice === 'theirs')) this.#editor!.choose(field, choice);
    if (field) this.shadowRoot!.getElementById(field)?.focus();
  };

  /**
   * Focus goes to the summary when a save needs the person, to the line of the status when its button goes away, and to
   * the box when the focused node is slotted into a state that ends, such as a button to sign in.
   */
  protected override update(changed: PropertyValues): void {
    const root = this.shadowRoot!;
    const focused = root.activeElement;
    const slotted = this.querySelector(':focus');
    super.update(changed);
    const summoned = this.#editor!.summoned;
    const summary = summoned === this.#summoned ? null : root.querySelector<HTMLElement>('.summary');
    this.#summoned = summoned;
    const box = root.querySelector('article')!;
    if (summary) summary.focus();
    else if (focused && !focused.isConnected) (root.querySelector<HTMLElement>('.status') ?? box).focus();
    else if (slotted && !slotted.checkVisibility()) box.focus();
  }
}

declare global {
  interface HTMLElementEventMap {
    'gigsy-save': SaveEvent;
  }
}
