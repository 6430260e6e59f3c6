/** Requests about the signed-in person's own data: a copy of it, and its deletion. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { AccountState, ExportState } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { dispatch } from '../../dispatch.ts';
import type { Refusals, Told } from '../../client/acting-element.ts';
import { PrivacyElement } from '../privacy-element.ts';
import type { Questions } from '../../client/followed.ts';
import { styles } from './data-requests.styles.ts';
import { type Act, type Links, renderCopy, renderDeletion } from './requests-view.ts';
import type { DataRequestsTerms } from './terms.ts';
import { words } from './words.ts';

export interface Requests {
  readonly copy: ExportState;
  readonly account: AccountState;
}

/** A request was made or taken back. Does not bubble. */
export type RequestEvent = CustomEvent<{ request: Act }>;

/**
 * @summary The signed-in person asks for a copy of everything that is stored about them, sees it made and downloads it; asks for the
 * deletion of the account, sees its day and calls it off. Works for people who have hidden their profile too.
 * @tag gigsy-data-requests
 *
 * @event {CustomEvent<{ request: string }>} gigsy-request - A request was made or taken back: `ask`, `callOff`, `download`, `remove`, `request`, `keep`.
 *
 * @csspart title - The heading of a block.
 * @csspart progress-text - How far the copy is, in words.
 * @csspart progress - The bar that shows it.
 * @csspart ready - The line on a copy that is ready.
 * @csspart files - The links to its files.
 * @csspart file - A link.
 * @csspart ask - The button that asks for a copy.
 * @csspart call-off - The button that stops the work on it.
 * @csspart download - The button that gets the links.
 * @csspart remove - The button that deletes the copy.
 * @csspart goes - The list of what a deletion erases.
 * @csspart due - The line on the day of the deletion.
 * @csspart hold - The line on a legal hold.
 * @csspart request - The button that asks for the deletion.
 * @csspart keep - The button that calls it off.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyDataRequests extends PrivacyElement<Requests, DataRequestsTerms> {
  static override styles: CSSResultGroup = [PrivacyElement.styles, styles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  #links: Links | 'over' | undefined;
  #clock: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dropLinks();
  }

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#dropLinks();
  }

  protected override questions({ privacy, profile }: Gigsy): Questions<Requests> {
    return {
      copy: (observer) => privacy.exports.watchStatus({}, observer),
      account: (observer) => profile.accounts.watchStatus({}, observer),
    };
  }

  protected override shownOf(requests: Requests): Requests | null {
    if (requests.copy.state !== 'ready') this.#dropLinks();
    return requests.account.status === 'newcomer' ? null : requests;
  }

  protected override renderValue({ copy, account }: Requests): TemplateResult {
    const { said, shared, localize, busy } = this;
    const view = { said, shared, localize, busy, links: this.#links, press: this.#press };
    const title = (text: string) =>
      html`<div part="title" class="title" role="heading" aria-level=${this.innerLevel}>${text}</div>`;
    return html`${title(said.copy)}
      <div class="part">${renderCopy(view, copy)}</div>
      ${title(said.deletion)}
      <div class="part">${renderDeletion(view, account)}</div>
      ${this.renderStatus()}`;
  }

  readonly #press = ({ currentTarget }: Event): void => {
    void this.#call((currentTarget as HTMLElement).dataset.act as Act);
  };

  /** The event follows once the outcome is on show. */
  async #call(act: Act): Promise<void> {
    const isDone = await this.act((client) => this.#do(act, client), refusalsOf(act));
    if (isDone) dispatch(this, 'gigsy-request', { request: act });
  }

  async #do(act: Act, client: Gigsy): Promise<Told<DataRequestsTerms> | undefined> {
    const { exports } = client.privacy;
    const { accounts } = client.profile;
    if (act === 'ask') return (await exports.request(), ({ begun }) => begun);
    if (act === 'callOff' || act === 'remove') return (await exports.cancel(), ({ removed }) => removed);
    if (act === 'request') return (await accounts.requestDeletion(), ({ requested }) => requested);
    if (act === 'keep') return (await accounts.cancelDeletion(), ({ kept }) => kept);
    const links = await exports.download();
    if (client === this.asked && this.isConnected) this.#showLinks(links);
    return undefined;
  }

  /** The first link has the focus: one more press downloads it. */
  #showLinks(links: Links): void {
    clearTimeout(this.#clock);
    this.#links = links;
    this.#clock = setTimeout(() => this.#endLinks(), Math.max(0, links.expiresAt - Date.now()));
    this.focusNext('[part=file]');
  }

  #endLinks(): void {
    this.#links = 'over';
    this.requestUpdate();
  }

  #dropLinks(): void {
    clearTimeout(this.#clock);
    this.#links = undefined;
  }
}

function refusalsOf(act: Act): Refusals<DataRequestsTerms> {
  const changed: Told<DataRequestsTerms> = (said) => said.changed;
  return {
    ...{ account_state: changed, not_found: changed },
    ...(act === 'ask' && { rate_limited: ({ tooOften }) => tooOften }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-data-requests': GigsyDataRequests;
  }
  interface HTMLElementEventMap {
    'gigsy-request': RequestEvent;
  }
}
