/** The endorsements of the signed-in person: what others wrote, what they wrote themselves, and requests in both directions. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import { type Endorsers, type Given, type IncomingRequest, type Received, type SentRequest } from '@gigsy/schema';
import { HANDLE } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ActingElement, type Refusals } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { dispatch } from '../../dispatch.ts';
import { isolated, text, webUrl } from '../../untrusted.ts';
import { styles } from './endorsements-panel.styles.ts';
import type { PanelStep, PanelTerms } from './terms.ts';
import {
  type PanelView,
  renderAsk,
  renderGiven,
  renderIncoming,
  renderReceived,
  renderSent,
  renderWaiting,
} from './view.ts';
import { words } from './words.ts';

export interface OwnEndorsements {
  readonly received: { readonly endorsers: Endorsers; readonly endorsements: readonly Received[] };
  readonly given: readonly Given[];
  readonly incoming: readonly IncomingRequest[];
  readonly sent: readonly SentRequest[];
}

/** The person took a step, asked somebody, made a link, or chose who may write. Does not bubble. */
export type EndorsementEvent = CustomEvent<{ change: PanelStep | 'ask' | 'link' | 'open' }>;

const ENDORSERS: readonly Endorsers[] = ['asked', 'shared', 'members'];

const STEP_REFUSALS: Refusals<PanelTerms> = {
  not_found: ({ over }) => over,
  version_conflict: ({ another }) => another,
  too_large: ({ full }) => full,
};

const ASK_REFUSALS: Refusals<PanelTerms> = {
  not_found: ({ empty }) => empty,
  too_large: ({ full }) => full,
  rate_limited: ({ tooOften }) => tooOften,
};

/**
 * @summary The endorsements of the signed-in person: accepts, declines, hides and deletes what others wrote, takes back what the
 * person wrote, asks for endorsements by handle or by a link, and says who may write without being asked. Follows all of it live.
 * @tag gigsy-endorsements-panel
 *
 * @attr {string} answer-page - Where requests are answered; `?request=` or `?token=` is added: `/endorse`. http and https only.
 *
 * @event {CustomEvent<{ change: string }>} gigsy-endorsement - The person took a step.
 *
 * @csspart title - The heading of a list or form.
 * @csspart waiting - What waits for an answer.
 * @csspart received - What was accepted.
 * @csspart given - What the person wrote.
 * @csspart incoming - Requests of others.
 * @csspart sent - The person's own requests.
 * @csspart row - A line of a list.
 * @csspart ask - The form that asks.
 * @csspart send - Its button.
 * @csspart make-link - The button that makes a link.
 * @csspart link - The link that was made.
 * @csspart endorsers - The choice who may write.
 * @csspart fault - What is wrong with a field.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyEndorsementsPanel extends ActingElement<OwnEndorsements, PanelTerms> {
  static override properties: PropertyDeclarations = { answerPage: { attribute: 'answer-page' } };

  static override styles: CSSResultGroup = [ActingElement.styles, styles];

  static override parts: readonly string[] = [...ActingElement.parts, words.name];

  protected override readonly own = words;

  /** Where requests are answered. */
  declare answerPage?: string;

  /** The link that was made last: its token is shown once. */
  #made: string | undefined;

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#made = undefined;
  }

  protected override questions({ trust: { endorsements } }: Gigsy): Questions<OwnEndorsements> {
    return {
      received: (observer) => endorsements.watchReceived({}, observer),
      given: (observer) => endorsements.watchGiven({}, observer),
      incoming: (observer) => endorsements.requests.watchIncoming({}, observer),
      sent: (observer) => endorsements.requests.watchSent({}, observer),
    };
  }

  protected override shownOf(answers: OwnEndorsements): OwnEndorsements {
    return answers;
  }

  protected override renderValue({ received, given, incoming, sent }: OwnEndorsements): TemplateResult {
    const { said, busy, localize, fault, innerLevel: level } = this;
    const page = { answer: text(this.answerPage), base: this.baseURI };
    const view: PanelView = { said, busy, localize, level, fault, page, step: this.#step };
    return html`<p class="intro">${said.intro}</p>
      ${this.renderStatus()} ${renderWaiting(view, received.endorsements)} ${renderIncoming(view, incoming)}
      ${renderReceived(view, received.endorsements)} ${this.#renderEndorsers(received.endorsers)}
      ${renderAsk(view, this.#made, { ask: this.#ask, link: this.#link })} ${renderSent(view, sent)}
      ${renderGiven(view, given)}`;
  }

  #renderEndorsers(chosen: Endorsers): TemplateResult {
    const { said } = this;
    return html`<form><fieldset part="endorsers"><legend>${said.endorsers}</legend>${ENDORSERS.map(
      (each) =>
        html`<label><input type="radio" name="endorsers" value=${each} .checked=${each === chosen} @change=${this.#open} /> ${said.choices[each]}</label>`,
    )}</fieldset></form>`;
  }

  readonly #open = ({ currentTarget }: Event): void => {
    const endorsers = (currentTarget as HTMLInputElement).value as Endorsers;
    const open = async ({ trust }: Gigsy) => {
      await trust.endorsements.open({ endorsers });
      dispatch(this, 'gigsy-endorsement', { change: 'open' });
      return ({ saved }: PanelTerms) => saved;
    };
    void this.act(open, ASK_REFUSALS);
  };

  readonly #step = ({ currentTarget }: Event): void => {
    const { name, dataset } = currentTarget as HTMLButtonElement;
    const [step, id] = [name as PanelStep, dataset.id!];
    const take = async ({ trust: { endorsements } }: Gigsy) => {
      if (step === 'accept') await endorsements.accept({ id, version: Number(dataset.version) });
      else if (step === 'cancel') await endorsements.requests.cancel({ request: id });
      else if (step === 'refuse') await endorsements.requests.decline({ request: id });
      else await endorsements[step]({ id });
      dispatch(this, 'gigsy-endorsement', { change: step });
      return ({ done }: PanelTerms) => done[step];
    };
    void this.act(take, STEP_REFUSALS);
  };

  readonly #ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const handle = text(new FormData(form).get('handle')).replace(/^@/, '').toLowerCase();
    if (!HANDLE.test(handle)) return this.refuse('handle', ({ handleWanted }) => handleWanted, '#handle');
    this.refused = undefined;
    const ask = async ({ trust }: Gigsy) => {
      try {
        await trust.endorsements.requests.ask({ handle, ...noteIn(form) });
      } catch (error) {
        return this.#refused(error);
      }
      form.reset();
      dispatch(this, 'gigsy-endorsement', { change: 'ask' });
      return ({ asked }: PanelTerms) => asked(isolated(`@${handle}`, this.localize));
    };
    void this.act(ask, ASK_REFUSALS);
  };

  readonly #link = ({ currentTarget }: Event): void => {
    const form = (currentTarget as HTMLElement).closest('form')!;
    this.refused = undefined;
    const make = async ({ trust }: Gigsy) => {
      try {
        const { token } = await trust.endorsements.requests.link(noteIn(form));
        this.#made = webUrl(`${text(this.answerPage)}?token=${token}`, this.baseURI) ?? token ?? undefined;
      } catch (error) {
        return this.#refused(error);
      }
      dispatch(this, 'gigsy-endorsement', { change: 'link' });
      this.focusNext('#link');
      return ({ linkHelp }: PanelTerms) => linkHelp;
    };
    void this.act(make, ASK_REFUSALS);
  };

  /** A refusal of a field stands beside it. */
  #refused(error: unknown): undefined {
    if (!isGigsyError(error, 'invalid_argument')) throw error;
    const isNote = error.fields?.some(({ path }) => path === 'note') ?? false;
    if (isNote) this.refuse('note', ({ unsafe }) => unsafe, '#note');
    else this.refuse('handle', ({ ownHandle }) => ownHandle, '#handle');
  }
}

function noteIn(form: HTMLFormElement): { note?: string } {
  const note = text(new FormData(form).get('note')).trim();
  return note ? { note } : {};
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-endorsements-panel': GigsyEndorsementsPanel;
  }
  interface HTMLElementEventMap {
    'gigsy-endorsement': EndorsementEvent;
  }
}
