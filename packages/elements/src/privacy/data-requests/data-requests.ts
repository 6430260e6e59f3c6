/** Requests about the signed-in person's own data: a copy of it, and its deletion. */
import { type CSSResultGroup, type PropertyValues, type TemplateResult, html } from 'lit';
import type { AccountState, ExportState } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ClientElement } from '../../client/client-element.ts';
import { dispatch } from '../../dispatch.ts';
import { followAll } from '../followed.ts';
import { outcomeOf } from '../outcome.ts';
import { privacyStyles } from '../privacy.styles.ts';
import type { PrivacyTerms } from '../terms.ts';
import { words as sharedWords } from '../words.ts';
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

type Said = (said: DataRequestsTerms, shared: PrivacyTerms) => string;

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
export class GigsyDataRequests extends ClientElement<Requests> {
  static override styles: CSSResultGroup = [ClientElement.styles, privacyStyles, styles];

  static override parts: readonly string[] = [...ClientElement.parts, sharedWords.name, words.name];

  /** The client that gave what is on show. */
  #asked: Gigsy | undefined;
  #links: Links | 'over' | undefined;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #outcome: Said | undefined;

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override get emptyText(): string {
    return this.localize.terms(words).empty;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dropLinks();
  }

  protected override follow(client: Gigsy, { next, error, signal }: WatchObserver<Requests | null>): void {
    if (client !== this.#asked) {
      this.#outcome = undefined;
      this.#dropLinks();
    }
    this.#asked = client;
    followAll<Requests>(
      {
        copy: (observer) => client.privacy.exports.watchStatus({}, observer),
        account: (observer) => client.profile.accounts.watchStatus({}, observer),
      },
      {
        next: (requests) => {
          if (requests.copy.state !== 'ready') this.#dropLinks();
          next(requests.account.status === 'newcomer' ? null : requests);
        },
        error: (failure) => error?.(failure),
        ...(signal && { signal }),
      },
    );
  }

  protected override renderValue({ copy, account }: Requests): TemplateResult {
    const [said, shared] = [this.localize.terms(words), this.localize.terms(sharedWords)];
    const view = {
      ...{ said, shared, localize: this.localize, busy: this.#busy },
      ...{ links: this.#links, press: this.#press },
    };
    const title = (text: string) =>
      html`<div part="title" class="title" role="heading" aria-level=${this.innerLevel}>${text}</div>`;
    return html`${title(said.copy)}
      <div class="part">${renderCopy(view, copy)}</div>
      ${title(said.deletion)}
      <div class="part">${renderDeletion(view, account)}</div>
      <p part="status" class="status" role="status" tabindex="-1">${this.#outcome?.(said, shared) ?? ''}</p>`;
  }

  readonly #press = ({ currentTarget }: Event): void => {
    void this.#call((currentTarget as HTMLElement).dataset.act as Act);
  };

  /** One call at a time. An answer for another person than the present one is dropped. */
  async #call(act: Act): Promise<void> {
    const client = this.#asked;
    if (!client || this.#busy) return;
    this.#busy = true;
    this.#outcome = undefined;
    this.requestUpdate();
    try {
      const outcome = await this.#do(act, client);
      if (client === this.#asked) this.#outcome = outcome;
      dispatch(this, 'gigsy-request', { request: act });
    } catch (error) {
      if (client === this.#asked) this.#outcome = refusalOf(act, error);
      dispatch(this, 'gigsy-error', error);
    }
    this.#busy = false;
    this.requestUpdate();
  }

  async #do(act: Act, client: Gigsy): Promise<Said | undefined> {
    const { exports } = client.privacy;
    const { accounts } = client.profile;
    if (act === 'ask') return (await exports.request(), ({ begun }) => begun);
    if (act === 'callOff' || act === 'remove') return (await exports.cancel(), ({ removed }) => removed);
    if (act === 'request') return (await accounts.requestDeletion(), ({ requested }) => requested);
    if (act === 'keep') return (await accounts.cancelDeletion(), ({ kept }) => kept);
    const links = await exports.download();
    if (client === this.#asked && this.isConnected) this.#showLinks(links);
    return undefined;
  }

  /** The first link has the focus: one more press downloads it. */
  #showLinks(links: Links): void {
    clearTimeout(this.#clock);
    this.#links = links;
    this.#clock = setTimeout(() => this.#endLinks(), Math.max(0, links.expiresAt - Date.now()));
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>('[part=file]')?.focus());
  }

  #endLinks(): void {
    this.#links = 'over';
    this.requestUpdate();
  }

  #dropLinks(): void {
    clearTimeout(this.#clock);
    this.#links = undefined;
  }

  /** Focus goes to the line that tells the outcome when its button goes away. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot!.activeElement;
    super.update(changed);
    if (!focused || focused.isConnected) return;
    const { shadowRoot } = this;
    (shadowRoot!.querySelector<HTMLElement>('.status') ?? shadowRoot!.querySelector('article')!).focus();
  }
}

function refusalOf(act: Act, error: unknown): Said {
  if (act === 'ask' && isGigsyError(error, 'rate_limited')) return ({ tooOften }) => tooOften;
  if (isGigsyError(error, 'account_state') || isGigsyError(error, 'not_found')) return ({ changed }) => changed;
  return (_, shared) => outcomeOf(error)(shared);
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-data-requests': GigsyDataRequests;
  }
  interface HTMLElementEventMap {
    'gigsy-request': RequestEvent;
  }
}
