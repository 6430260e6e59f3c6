/** The cutover of profile reads, for operators. */
import { type CSSResultGroup, type PropertyValues, type TemplateResult, html } from 'lit';
import type { CohortStatus, CutoverStatus } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ClientElement } from '../../client/client-element.ts';
import { dispatch } from '../../dispatch.ts';
import { cutoverStyles } from './cutover-status.styles.ts';
import { renderCutover } from './cutover-view.ts';
import { type CutoverWords, words } from './words.ts';

type Cohort = CohortStatus['cohort'];
type Phase = CohortStatus['phase'];

/** A cohort has moved. Does not bubble. */
export type MoveEvent = CustomEvent<{ cohort: Cohort; phase: Phase }>;

/**
 * @summary How far profile reads have moved from the snapshot to the rows, cohort by cohort, for administrators: the phases,
 * the proof that the next step needs, and the steps. Follows them as they change.
 * @tag gigsy-cutover-status
 *
 * @event {CustomEvent<{ cohort: string, phase: string }>} gigsy-move - A cohort has moved.
 *
 * @csspart drift - The line on drift.
 * @csspart cohort - A cohort.
 * @csspart phases - Its phases.
 * @csspart obstacles - What stands against its next step.
 * @csspart back - The button back.
 * @csspart forward - The button forward.
 * @csspart retire - The button that deletes snapshots, after a question.
 * @csspart keep - The button that keeps them.
 * @csspart status - The line that tells the outcome of a step.
 */
export class GigsyCutoverStatus extends ClientElement<CutoverStatus> {
  static override styles: CSSResultGroup = [ClientElement.styles, cutoverStyles];

  static override parts: readonly string[] = [...ClientElement.parts, words.name];

  /** The client that gave what is on show. */
  #asked: Gigsy | undefined;
  #known: CutoverStatus | undefined;
  /** The cohort whose retirement is asked about, and the one that is moving. */
  #doubted: Cohort | undefined;
  #moving: Cohort | undefined;
  /** The outcome of the last step, in the words of the language at the time of drawing. */
  #outcome: ((words: CutoverWords) => string) | undefined;

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override get emptyText(): string {
    return '';
  }

  protected override follow(client: Gigsy, observer: WatchObserver<CutoverStatus | null>): void {
    this.#asked = client;
    client.operations.cutover.watchStatus({}, observer);
  }

  protected override renderValue(status: CutoverStatus): TemplateResult {
    this.#known = status;
    const { localize } = this;
    const said = localize.terms(words);
    const view = {
      ...{ words: said, localize, headingLevel: this.innerLevel },
      ...{ asked: this.#doubted, moving: this.#moving, press: this.#press, keys: this.#keys },
    };
    return html`${renderCutover(view, status)}
      <p part="status" class="status" role="status" tabindex="-1">${this.#moving ? said.moving : (this.#outcome?.(said) ?? '')}</p>`;
  }

  /** Escape answers the question as the button does that keeps the snapshots. */
  readonly #keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#doubted) this.#keep(this.#doubted);
  };

  readonly #press = ({ currentTarget }: Event): void => {
    const { act, cohort } = (currentTarget as HTMLElement).dataset;
    const status = this.#known?.cohorts.find((each) => each.cohort === cohort);
    if (!status || this.#moving) return;
    const { forward, back } = status;
    if (act === 'keep') this.#keep(status.cohort);
    else if (act === 'back') void this.#move(status, back);
    else if (act === 'retire') void this.#move(status, 'retired');
    else if (forward?.obstacles.length) this.#tell((said) => said.notReady);
    else if (forward?.to === 'retired') this.#ask(status.cohort);
    else void this.#move(status, forward?.to);
  };

  #ask(cohort: Cohort): void {
    this.#doubted = cohort;
    this.#outcome = undefined;
    this.#drawAndFocus('.keep');
  }

  #keep(cohort: Cohort): void {
    this.#doubted = undefined;
    this.#drawAndFocus(`.forward[data-cohort=${cohort}]`);
  }

  #drawAndFocus(selector: string): void {
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>(selector)?.focus());
  }

  async #move({ cohort, phase: expected }: CohortStatus, to: Phase | null | undefined): Promise<void> {
    const client = this.#asked;
    if (!to || !client) return;
    this.#doubted = undefined;
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
    const line = this.shadowRoot!.querySelector<HTMLElement>('.status');
    (line?.textContent ? line : this.shadowRoot!.querySelector('article')!).focus();
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
