/** The request to see the non-public fields of the profiles on show. */
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { AccessPurpose } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { AccessState } from '@gigsy/sdk/access';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { GigsyError } from '@gigsy/sdk/resource-reader';
import { enclosing } from '../../enclosing.ts';
import type { GigsyProvider } from '../../provider/provider.ts';
import type { Questions } from '../../client/followed.ts';
import { outcomeOf } from '../../client/outcome.ts';
import type { Told } from '../../client/acting-element.ts';
import { PrivacyElement } from '../privacy-element.ts';
import { styles } from './access-request.styles.ts';
import type { AccessRequestTerms } from './terms.ts';
import { words } from './words.ts';

/** The purpose of the provider around, null while there is none, and how its accesses stand. */
interface Access {
  readonly purpose: string | null;
  readonly states: readonly AccessState[];
}

type Faulty = 'purpose' | 'note';

/** Longest words, as the contract has it. */
const MOST_WORDS = 200;

/**
 * @summary Asks a signed-in person for a purpose, and gives it to the `<gigsy-provider>` around, so that the profiles inside are shown with
 * the non-public fields that are open to this person. Says what came of it, and ends it.
 * @tag gigsy-access-request
 *
 * @csspart purpose - The choice of a purpose.
 * @csspart note - The field for the person's own words.
 * @csspart show - The button that asks.
 * @csspart status - The line that tells the state.
 * @csspart end - The button that ends the access.
 * @csspart again - The button that asks again.
 */
export class GigsyAccessRequest extends PrivacyElement<Access, AccessRequestTerms, { access: Access }> {
  static override styles: CSSResultGroup = [PrivacyElement.styles, styles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  #faulty: Faulty | undefined;

  protected override get emptyText(): string {
    return this.said.nothing;
  }

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#faulty = undefined;
  }

  protected override questions(_client: Gigsy): Questions<{ access: Access }> {
    return { access: (observer) => this.#follow(observer) };
  }

  protected override shownOf({ access }: { access: Access }): Access {
    return access;
  }

  get #provider(): GigsyProvider | undefined {
    return enclosing<GigsyProvider>(this, 'gigsy-provider');
  }

  #follow({ next, error, signal }: WatchObserver<Access>): void {
    const provider = this.#provider;
    if (!provider)
      return error?.(new GigsyError('invalid_argument', 'Put <gigsy-access-request> inside a <gigsy-provider>.'));
    const tell = () => {
      const { purpose, access } = provider;
      next({ purpose, states: [...(access?.states.values() ?? [])].map((each) => ({ ...each })) });
    };
    provider.addEventListener('gigsy-access', tell, signal ? { signal } : {});
    tell();
  }

  protected override renderValue(access: Access): TemplateResult {
    return access.purpose === null ? this.#renderForm() : this.#renderState(access);
  }

  #renderForm(): TemplateResult {
    const { said } = this;
    const purposes = Object.entries(said.purposes) as [AccessPurpose, string][];
    const fault = (field: Faulty, told: string) =>
      this.#faulty === field ? html`<p id="${field}-fault" class="fault">${told}</p>` : nothing;
    const marked = (field: Faulty) => (this.#faulty === field ? 'true' : nothing);
    const told = (field: Faulty) => (this.#faulty === field ? `${field}-fault` : nothing);
    return html`<p class="intro">${said.intro}</p>
    <form novalidate @submit=${this.#submit}>
      <div class="fields">
        <div>
          <label>${said.purpose}
            <select part="purpose" name="purpose" aria-invalid=${marked('purpose')} aria-describedby=${told('purpose')}>
              <option value="">${said.choose}</option>
              ${purposes.map(([purpose, name]) => html`<option value=${purpose}>${name}</option>`)}
            </select>
          </label>
          ${fault('purpose', said.purposeWanted)}
        </div>
        <div class="words">
          <label>${said.note}
            <input part="note" name="note" maxlength=${MOST_WORDS} autocomplete="off" dir="auto" aria-invalid=${marked('note')} aria-describedby="note-help${this.#faulty === 'note' ? ' note-fault' : ''}">
          </label>
          <p id="note-help" class="hint">${said.noteHelp}</p>
          ${fault('note', said.noteWanted)}
        </div>
      </div>
      <button part="show" class="primary" type="submit">${said.show}</button>
    </form>`;
  }

  #renderState({ purpose, states }: Access): TemplateResult {
    const { said, general } = this;
    const { told, again } = toldOf(purpose!, states);
    return html`<div class="bar">
      <p part="status" class="status" role="status" tabindex="-1">${told(said, general)}</p>
      ${again ? html`<button part="again" type="button" @click=${this.#again}>${said.again}</button>` : ''}
      <button part="end" type="button" @click=${this.#end}>${said.end}</button>
    </div>`;
  }

  /** The words first: with the purpose the access is opened. */
  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const [purpose, note] = [String(given.get('purpose')), String(given.get('note')).trim()];
    this.#faulty = purpose === '' ? 'purpose' : purpose === 'other' && note === '' ? 'note' : undefined;
    if (this.#faulty) return this.focusNext(`[name=${this.#faulty}]`);
    const provider = this.#provider!;
    if (note) provider.setAttribute('purpose-note', note);
    else provider.removeAttribute('purpose-note');
    provider.purpose = purpose;
    this.focusNext('.status');
  };

  readonly #end = (): void => {
    this.#provider!.purpose = null;
    this.focusNext('[name=purpose]');
  };

  readonly #again = (): void => {
    this.#provider!.access?.retry();
    this.focusNext('.status');
  };
}

/** The sentence on the accesses, as the best of them stand, and whether to ask once more can help. */
function toldOf(purpose: string, states: readonly AccessState[]): { told: Told<AccessRequestTerms>; again: boolean } {
  const is = (state: AccessState['state']) => states.find((each) => each.state === state);
  if (is('open'))
    return {
      told: ({ shown, purposes }) => shown(purposes[purpose as AccessPurpose] ?? purpose),
      again: false,
    };
  if (is('opening') || states.length === 0) return { told: ({ opening }) => opening, again: false };
  if (is('offline')) return { told: (_, { offline }) => offline, again: false };
  const refused = is('refused');
  return refused
    ? { told: refusalOf(refused.error), again: refused.error?.code !== 'not_found' }
    : { told: ({ ended }) => ended, again: true };
}

function refusalOf(error: GigsyError | undefined): Told<AccessRequestTerms> {
  switch (error?.code) {
    case 'not_found':
      return ({ nothing: none }) => none;
    case 'too_large':
    case 'rate_limited':
      return ({ tooMany }) => tooMany;
    case 'invalid_argument':
      return ({ noteRefused }) => noteRefused;
    default:
      return (_, general) => outcomeOf(error)(general);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-access-request': GigsyAccessRequest;
  }
}
