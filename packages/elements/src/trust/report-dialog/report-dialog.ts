/** The report of content to moderators. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import type { ReportReason } from '@gigsy/schema';
import { settingKeys } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import type { Refusals } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { faultOf, renderFault } from '../../client/form-fault.ts';
import { dispatch } from '../../dispatch.ts';
import { renderChoice, renderLine, renderText, valueIn } from '../moderating/fields.ts';
import { ModeratingElement } from '../moderating/moderating-element.ts';
import type { ModerationTerms } from '../moderating/terms.ts';
import { styles } from './report-dialog.styles.ts';

/** A report was received. Does not bubble. */
export type ReportEvent = CustomEvent<{ receipt: string }>;

const REFUSALS: Refusals<ModerationTerms> = { rate_limited: ({ tooOften }) => tooOften };

/**
 * @summary Reports content of a profile to moderators: what it is about, why, what is wrong, and the statement of good faith. Says
 * the same for content that this person may not see. People who are not signed in report through a client without `auth`.
 * @tag gigsy-report-dialog
 *
 * @event {CustomEvent<{ receipt: string }>} gigsy-report - A report was received; `detail.receipt` is its reference.
 *
 * @csspart open - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @csspart form - Its form.
 * @csspart send - The button that sends.
 * @csspart cancel - The button that closes the dialog.
 * @csspart fault - What is wrong with a field.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyReportDialog extends ModeratingElement<object> {
  static override properties: PropertyDeclarations = { handle: {}, place: {} };

  static override styles: CSSResultGroup = [ModeratingElement.styles, styles];

  /** The handle of the profile. */
  declare handle: string;
  /** The place that is chosen first: a row of the privacy matrix, or a section, `/` and the id of an item. `profile` when absent. */
  declare place: string | undefined;

  constructor() {
    super();
    this.handle = '';
  }

  protected override get heading(): string {
    return this.said.report.title;
  }

  protected override get emptyText(): string {
    return '';
  }

  /** Nothing has to be asked first. */
  protected override questions(): Questions<object> {
    return { ready: (observer: { next(value: true): void }) => observer.next(true) } as Questions<object>;
  }

  protected override shownOf(): object {
    return {};
  }

  protected override renderValue(): TemplateResult {
    const { report } = this.said;
    return html`<p class="intro">${report.intro}</p>
      <div class="bar"><button part="open" type="button" aria-haspopup="dialog" @click=${this.#open}>${report.open}</button></div>
      ${this.renderStatus()}
      <dialog part="dialog" aria-labelledby="dialog-title" @close=${this.#closed}>
        <div id="dialog-title" class="title" role="heading" aria-level=${this.innerLevel}>${report.title}</div>
        ${this.#renderForm()}
      </dialog>`;
  }

  #renderForm(): TemplateResult {
    const { said, form, busy, place } = this;
    const { report } = said;
    const places = ['profile', ...settingKeys.filter((key) => key !== 'profile')];
    const listed = place === undefined || places.includes(place) ? places : [place, ...places];
    const options = listed.map((each) => [each, this.nameOf(each)] as const);
    const fault = faultOf(form, 'goodFaith');
    return html`<form part="form" novalidate @submit=${this.#send}>
      ${renderChoice(form, { name: 'place', label: report.place }, options)}
      ${renderChoice(form, { name: 'reason', label: said.reason }, Object.entries(said.reasons), said.choose)}
      ${renderText(form, { name: 'explanation', label: report.explanation, help: report.help })}
      ${renderLine(form, { name: 'contact', label: report.contact, most: 254 }, 'email')}
      <div class="field">
        <label class="check"><input id="goodFaith" name="goodFaith" type="checkbox" aria-invalid=${fault ? 'true' : nothing} aria-describedby="goodFaith-fault" /> <span>${report.goodFaith}</span></label>
        ${renderFault('goodFaith', fault)}
      </div>
      <div class="bar">
        <button part="send" class="primary" aria-disabled=${busy ? 'true' : nothing}>${report.send}</button>
        <button part="cancel" type="button" @click=${this.#close}>${said.cancel}</button>
      </div>
    </form>`;
  }

  get #dialog(): HTMLDialogElement {
    return this.shadowRoot!.querySelector('dialog')!;
  }

  readonly #open = (): void => {
    this.tell(undefined);
    this.shadowRoot!.querySelector<HTMLSelectElement>('#place')!.value = this.place ?? 'profile';
    this.#dialog.showModal();
  };

  readonly #close = (): void => this.#dialog.close();

  /** Also after the Escape key. */
  readonly #closed = (): void => {
    this.refused = undefined;
    this.requestUpdate();
  };

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const [place, reason, explanation, contact] = ['place', 'reason', 'explanation', 'contact'].map((name) =>
      valueIn(form, name),
    ) as [string, ReportReason | '', string, string];
    this.refused = undefined;
    if (reason === '') return this.want('reason', 'reason');
    if (explanation === '') return this.want('explanation', 'explanation');
    if (!form.querySelector<HTMLInputElement>('#goodFaith')!.checked) return this.want('goodFaith', 'goodFaith');
    const given = { place, reason, explanation, goodFaith: true as const, ...(contact !== '' && { contact }) };
    void this.#report(form, given);
  };

  async #report(
    form: HTMLFormElement,
    given: Omit<Parameters<Gigsy['moderation']['report']>[0], 'handle'>,
  ): Promise<void> {
    const { handle } = this;
    const isDone = await this.act(async ({ trust }) => {
      try {
        const { receipt } = await trust.moderation.report({ ...given, handle });
        dispatch(this, 'gigsy-report', { receipt });
        return ({ received }) => received(receipt);
      } catch (error) {
        const field = isGigsyError(error, 'invalid_argument') ? error.fields?.[0]?.path : undefined;
        if (field !== 'contact' && field !== 'explanation') throw error;
        this.want(field, field);
        return undefined;
      }
    }, REFUSALS);
    if (!isDone) return this.#dialog.close();
    if (this.refused) return;
    form.reset();
    this.#dialog.close();
    this.focusNext('.status');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-report-dialog': GigsyReportDialog;
  }
  interface HTMLElementEventMap {
    'gigsy-report': ReportEvent;
  }
}
