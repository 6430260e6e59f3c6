/** Endorses somebody: skills of theirs, and words of one's own. */
import {
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import type { Addressee } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ActingElement, type Refusals } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { dispatch } from '../../dispatch.ts';
import { faultOf, renderFault } from '../../client/form-fault.ts';
import { isolated, items, text } from '../../untrusted.ts';
import { styles } from './endorse-dialog.styles.ts';
import type { EndorseTerms } from './terms.ts';
import { words } from './words.ts';

type Options = NonNullable<Awaited<ReturnType<Gigsy['trust']['endorsements']['options']>>>;

interface Answers {
  readonly options: Options | null;
}

/** The person sent an endorsement. Does not bubble. */
export type EndorseEvent = CustomEvent<{ id: string; version: number }>;

/** Code points of a recommendation, as in the contract. */
const MOST = 1200;

const REFUSALS: Refusals<EndorseTerms> = {
  forbidden: ({ notAsked }) => notAsked,
  not_found: ({ over }) => over,
  not_ready: ({ noName }) => noName,
  rate_limited: ({ tooOften }) => tooOften,
  too_large: ({ tooMany }) => tooMany,
};

/**
 * @summary A dialog by which the signed-in person endorses somebody: skills that they see, and words of their own; what they wrote
 * before can be changed here. `show()` opens it; with `inline` it stands in the page.
 * @tag gigsy-endorse-dialog
 *
 * @event {CustomEvent<{ id: string, version: number }>} gigsy-endorse - An endorsement was sent.
 * @event {Event} close - The dialog was closed.
 *
 * @csspart dialog - The dialog.
 * @csspart form - The form.
 * @csspart skill - One skill.
 * @csspart text - The field for words.
 * @csspart linked - The choice to be linked.
 * @csspart send - The button that sends it.
 * @csspart close - The button that closes the dialog.
 * @csspart fault - What is wrong with the form.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyEndorseDialog extends ActingElement<Options, EndorseTerms, Answers> {
  static override properties: PropertyDeclarations = {
    handle: {},
    request: {},
    token: {},
    inline: { type: Boolean },
  };

  static override styles: CSSResultGroup = [ActingElement.styles, styles];

  static override parts: readonly string[] = [...ActingElement.parts, words.name];

  protected override readonly own = words;

  /** The handle of the person to endorse. */
  declare handle?: string;
  /** The request that is answered, by its id; in place of a handle. */
  declare request?: string;
  /** The token of a link by which the person was asked; in place of a handle. */
  declare token?: string;
  /** Stands in the page, and is no dialog. */
  declare inline: boolean;

  #name = '';

  /** Opens the dialog. Without effect where it stands in the page. */
  show(): void {
    this.outcome = this.refused = undefined;
    this.#dialog?.showModal();
  }

  close(): void {
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.shadowRoot!.querySelector('dialog');
  }

  protected override get heading(): string {
    return this.#name ? this.said.endorse(this.#name) : this.said.title;
  }

  protected override questions({ trust: { endorsements } }: Gigsy): Questions<Answers> {
    return { options: (observer) => endorsements.watchOptions({ to: this.#to }, observer) };
  }

  get #to(): Addressee {
    const { handle, request, token } = this;
    if (token) return { token };
    return request ? { request } : { handle: handle ?? '' };
  }

  protected override shownOf({ options }: Answers): Options | null {
    this.#name = options ? isolated(text(options.name) || `@${options.handle}`, this.localize) : '';
    return options;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const isOther = ['handle', 'request', 'token'].some((name) => changed.get(name as 'handle') !== undefined);
    if (isOther) this.reload();
  }

  protected override render(): TemplateResult {
    if (this.inline) return super.render();
    return html`<dialog part="dialog" aria-labelledby="name" @close=${this.#closed}>
      ${super.render()}
      <button part="close" class="close" type="button" @click=${this.#close}>${this.said.close}</button>
    </dialog>`;
  }

  protected override renderValue(options: Options): TemplateResult {
    const { said } = this;
    const mayWrite = options.because !== null || options.written !== undefined;
    if (!mayWrite) return html`<p class="intro">${said.notAsked}</p>`;
    if (options.signature === null) return html`<p class="intro">${said.noName}</p>`;
    return html`<p class="intro">${said.intro}</p>
      ${this.#renderForm(options, options.signature)} ${this.renderStatus()}`;
  }

  #renderForm({ skills, written }: Options, signature: string): TemplateResult {
    const { said, busy, localize } = this;
    const chosen = new Set(items(written?.skills).map(({ id }) => id));
    const fault = faultOf(this.#formView, 'endorsement');
    const most = localize.format(Intl.NumberFormat, {}).format(MOST);
    return html`<form part="form" novalidate @submit=${this.#send}>
      ${
        items(skills)[0]
          ? html`<fieldset aria-describedby="endorsement-fault"><legend>${said.skills}</legend>${items(skills).map(
              ({ id, name }) =>
                html`<label part="skill"><input type="checkbox" name="skill" value=${id} ?checked=${chosen.has(id)} /> <bdi>${text(name)}</bdi></label>`,
            )}</fieldset>`
          : nothing
      }
      <div class="field">
        <label for="text">${said.text}</label>
        <textarea id="text" part="text" name="text" dir="auto" maxlength=${MOST * 2} aria-invalid=${fault ? 'true' : nothing} aria-describedby="text-help endorsement-fault" .defaultValue=${text(written?.text)}></textarea>
        <p id="text-help" class="hint">${said.textHelp(most)}</p>
        ${renderFault('endorsement', fault)}
      </div>
      <label class="check" part="linked"><input type="checkbox" name="linked" ?checked=${written?.by.handle !== undefined} /> ${said.linked}</label>
      <p class="hint">${said.signed(isolated(signature, localize))}</p>
      <button part="send" class="primary" aria-disabled=${busy ? 'true' : nothing}>${said.send}</button>
    </form>`;
  }

  get #formView() {
    return { busy: this.busy, fault: this.fault };
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const [words, skills] = [(form.get('text') as string).trim(), form.getAll('skill') as string[]];
    if (!words && skills.length === 0) return this.refuse('endorsement', ({ wanted }) => wanted, '#text');
    this.refused = undefined;
    const endorsement = { skills, ...(words && { text: words }), linked: form.has('linked') };
    const send = async ({ trust }: Gigsy) => {
      try {
        const sent = await trust.endorsements.write({ to: this.#to, endorsement });
        dispatch(this, 'gigsy-endorse', sent);
      } catch (error) {
        if (!isGigsyError(error, 'invalid_argument')) throw error;
        this.refuse('endorsement', ({ unsafe }) => unsafe, '#text');
        return undefined;
      }
      return ({ sent }: EndorseTerms) => sent;
    };
    void this.act(send, REFUSALS);
  };

  readonly #close = (): void => this.close();

  /** The event of the dialog does not leave the shadow root by itself. */
  readonly #closed = (): void => {
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-endorse-dialog': GigsyEndorseDialog;
  }
  interface HTMLElementEventMap {
    'gigsy-endorse': EndorseEvent;
  }
}
