/** The cutover of profile reads, for operators. */
import {
  type CSSResult,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
} from 'lit';
import type { CohortStatus } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { adopt } from '../../appearance/adopt.ts';
import { surface } from '../../appearance/surface.styles.ts';
import { dispatch } from '../../dispatch.ts';
import { enclosing } from '../../enclosing.ts';
import { Localize } from '../../localization/localize.ts';
import { ClientReading, type CutoverState } from './client-reading.ts';
import { cutoverStyles } from './cutover-status.styles.ts';
import { renderCutover } from './cutover-view.ts';
import { type CutoverWords, words } from './words.ts';

/** A cohort has moved. Does not bubble. */
export type MoveEvent = CustomEvent<{ cohort: CohortStatus['cohort']; phase: CohortStatus['phase'] }>;

/** The members of a `<gigsy-provider>` that elements use. */
type Provider = Element & { client?: Gigsy | null };

/** Events of the window after which there may be another client, or a connection again. */
const OCCASIONS = ['online', 'gigsy-provider'];

/**
 * @summary How far profile reads have moved from the snapshot to the rows, cohort by cohort, for administrators: the phases,
 * the proof that the next step needs, and the steps.
 * @tag gigsy-cutover-status
 *
 * @attr {boolean} live - Follow changes as they happen.
 * @attr {number} heading-level - Level of the heading, 1 to 5; 2 when absent. Cohorts have the level below.
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {'loading'|'ready'|'signed-out'|'unavailable'|'error'|'offline'} state - Set by the element.
 *
 * @event {CustomEvent<{ cohort: string, phase: string }>} gigsy-move - A cohort has moved.
 * @event {CustomEvent<GigsyError>} gigsy-error - Loading or a step failed; `detail.code` says how.
 *
 * @csspart card - The box.
 * @csspart heading - The heading.
 * @csspart drift - The line on drift.
 * @csspart cohort - A cohort.
 * @csspart phases - Its phases.
 * @csspart obstacles - What stands against its next step.
 * @csspart back - The button back.
 * @csspart forward - The button forward.
 * @csspart retire - The button that deletes snapshots, after a question.
 * @csspart keep - The button that keeps them.
 * @csspart status - The line that tells the outcome of a step.
 * @csspart message - The sentence that tells a state without content, or that the connection is lost.
 * @csspart retry - The button that loads again.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text and fills are mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - The present phase and the button forward.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
 */
export class GigsyCutoverStatus extends LitElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    live: { type: Boolean },
    headingLevel: { attribute: 'heading-level', type: Number },
    state: { reflect: true },
  };

  static override styles: CSSResult[] = [surface, cutoverStyles];

  static parts: readonly string[] = [words.name];

  /** The client to read and move with; that of the enclosing `<gigsy-provider>` when undefined. */
  declare client?: Gigsy | null;
  /** Follow changes as they happen. */
  declare live: boolean;
  /** Level of the heading, 1 to 5; 2 when absent. */
  declare headingLevel: number;
  /** The state on show. @readonly */
  declare state: CutoverState;

  readonly #localize = new Localize(this);
  readonly #reading = new ClientReading({
    changed: () => this.requestUpdate(),
    failed: (error) => dispatch(this, 'gigsy-error', error),
  });
  #asked: CohortStatus['cohort'] | undefined;
  #moving: CohortStatus['cohort'] | undefined;
  /** The outcome of the last step, in the words of the language at the time of drawing. */
  #outcome: ((words: CutoverWords) => string) | undefined;
  #window: Window | null = null;

  constructor() {
    super();
    this.state = 'loading';
  }

  /** Reads again. */
  reload(): void {
    this.#reading.connect(this.#around(), this.live);
  }

  /** Lit's would take its sheets from the page of this code, wherever the element stands. */
  protected override createRenderRoot(): ShadowRoot {
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit asks here, once the element is connected.
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { elementStyles } = this.constructor as typeof GigsyCutoverStatus;
    if (!this.shadowRoot!.adoptedStyleSheets[0]) adopt(this.shadowRoot!, elementStyles as CSSResult[]);
    this.#window = this.ownerDocument.defaultView;
    for (const type of OCCASIONS) this.#window?.addEventListener(type, this.#resume);
    if (this.hasUpdated) this.reload();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of OCCASIONS) this.#window?.removeEventListener(type, this.#resume);
    this.#reading.leave();
  }

  readonly #resume = (): void => {
    if (this.#around() !== this.#reading.client || this.state === 'offline') this.reload();
  };

  #around(): Gigsy | null | undefined {
    return this.client === undefined ? enclosing<Provider>(this, 'gigsy-provider')?.client : this.client;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.isConnected && (!this.hasUpdated || changed.has('client') || changed.has('live'))) this.reload();
    this.state = this.#reading.state;
  }

  protected override render(): TemplateResult {
    const localize = this.#localize;
    const said = localize.terms(words);
    const { state } = this;
    const { known } = this.#reading;
    const view = {
      ...{ words: said, localize, headingLevel: this.headingLevel || 2 },
      ...{ asked: this.#asked, moving: this.#moving, press: this.#press },
    };
    return html`<div class="frame" dir=${localize.dir} lang=${localize.table.code}>
      <article part="card" class="${state} ${known ? 'known' : ''}" tabindex="-1" aria-busy=${state === 'loading'} @keydown=${this.#keep}>
        ${known ? renderCutover(view, known) : state === 'loading' ? skeleton : ''}
        ${known && state === 'ready' ? '' : html`<p part="message" class=${known ? 'status' : 'message'}>${messageOf(state, said)}</p>`}
        <p part="status" class="status" role="status" tabindex="-1">${this.#moving ? said.moving : (this.#outcome?.(said) ?? '')}</p>
        ${!known && (state === 'error' || state === 'offline') ? html`<button part="retry" @click=${this.#retry}>${said.retry}</button>` : ''}
      </article>
    </div>`;
  }

  readonly #retry = (): void => {
    this.shadowRoot!.querySelector('article')!.focus();
    this.reload();
  };

  /** Escape answers the question as the button does that keeps the snapshots. */
  readonly #keep = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#asked) this.#answer(this.#asked);
  };

  readonly #press = ({ currentTarget }: Event): void => {
    const button = currentTarget as HTMLElement;
    const { act, cohort } = button.dataset;
    const status = this.#reading.known?.cohorts.find((each) => each.cohort === cohort);
    if (!status || this.#moving) return;
    if (act === 'keep') return this.#answer(status.cohort);
    if (act === 'back') return void this.#move(status, status.back);
    if (act === 'retire') return void this.#move(status, 'retired');
    if (status.forward?.obstacles.length) return this.#tell((said) => said.notReady);
    if (status.forward?.to === 'retired') this.#ask(status.cohort);
    else void this.#move(status, status.forward?.to);
  };

  #ask(cohort: CohortStatus['cohort']): void {
    this.#asked = cohort;
    this.#outcome = undefined;
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>('.keep')?.focus());
  }

  #answer(cohort: CohortStatus['cohort']): void {
    this.#asked = undefined;
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.shadowRoot!.querySelector<HTMLElement>(`.forward[data-cohort=${cohort}]`)?.focus(),
    );
  }

  async #move({ cohort, phase: expected }: CohortStatus, to: CohortStatus['phase'] | null | undefined): Promise<void> {
    const { client } = this.#reading;
    if (!to || !client) return;
    this.#asked = undefined;
    this.#moving = cohort;
    this.requestUpdate();
    try {
      const { phase } = await client.operations.cutover.move({ cohort, to, expected });
      this.#outcome = (said) => said.moved(said.cohorts[cohort].name, said.phases[phase]);
      dispatch(this, 'gigsy-move', { cohort, phase });
    } catch (error) {
      this.#outcome = outcomeOf(error);
      dispatch(this, 'gigsy-error', error);
    }
    this.#moving = undefined;
    this.requestUpdate();
    // A live element hears of it; after a refusal, what is on show may be old for either.
    if (!this.live || !this.isConnected) this.reload();
  }

  #tell(outcome: (words: CutoverWords) => string): void {
    this.#outcome = outcome;
    this.requestUpdate();
  }

  /** Focus goes to the line that tells the outcome when its button goes away. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot!.activeElement;
    super.update(changed);
    if (!focused || focused.isConnected) return;
    const line = this.shadowRoot!.querySelector<HTMLElement>('[role=status]');
    (line?.textContent ? line : this.shadowRoot!.querySelector('article')!).focus();
  }
}

const skeleton = html`<div class="skeleton"><i></i><i></i><i></i></div>`;

function messageOf(state: CutoverState, said: CutoverWords): string {
  switch (state) {
    case 'loading':
      return said.loading;
    case 'signed-out':
      return said.signedOut;
    case 'ready':
      return '';
    default:
      return said[state];
  }
}

function outcomeOf(error: unknown): (words: CutoverWords) => string {
  if (isGigsyError(error, 'version_conflict')) return (said) => said.conflict;
  if (isGigsyError(error, 'not_ready')) return (said) => said.notReady;
  if (isGigsyError(error, 'offline')) return (said) => said.offline;
  return (said) => said.failed;
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-cutover-status': GigsyCutoverStatus;
  }
  interface HTMLElementEventMap {
    'gigsy-move': MoveEvent;
  }
}
