/** The consent to be named by a partner, and the list of partners that have one. */
import {
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ClientElement } from '../../client/client-element.ts';
import { dispatch } from '../../dispatch.ts';
import { isolated, text, texts } from '../../profile/untrusted.ts';
import { followAll } from '../followed.ts';
import { outcomeOf } from '../outcome.ts';
import { privacyStyles } from '../privacy.styles.ts';
import type { PrivacyTerms } from '../terms.ts';
import { words as sharedWords } from '../words.ts';
import { styles } from './partner-consent.styles.ts';
import type { PartnerConsentTerms } from './terms.ts';
import { words } from './words.ts';

type Link = Awaited<ReturnType<Gigsy['operations']['links']['list']>>[number];
type Offer = Awaited<ReturnType<Gigsy['operations']['links']['preview']>>;
type Said = (said: PartnerConsentTerms, shared: PrivacyTerms) => string;

/** `offer` is null where the code asks for nothing any more, and undefined where there is no code. */
interface Partners {
  readonly offer: Offer | undefined;
  readonly links: readonly Link[];
}

/** A partner was allowed, or an allowance ended. Does not bubble. */
export type LinkEvent = CustomEvent<{ link: string; allowed: boolean }>;

/** The form of a code that a partner was given. */
const CODE = /^lc_[0-9a-f]{32}$/;

/**
 * @summary Asks the signed-in person whether a partner may know who they are, by the code that the partner's site gives, and lists
 * the partners that they have allowed, each with a button that ends it.
 * @tag gigsy-partner-consent
 *
 * @attr {string} code - The code of a partner's request, such as from the address of the page; without one, only the list is shown.
 *
 * @event {CustomEvent<{ link: string, allowed: boolean }>} gigsy-link - A partner was allowed, or an allowance ended.
 *
 * @csspart ask - The question.
 * @csspart allow - The button that allows it.
 * @csspart refuse - The button that does not.
 * @csspart links - The list of partners.
 * @csspart link - A partner.
 * @csspart revoke - The button that ends it.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyPartnerConsent extends ClientElement<Partners> {
  static override properties: PropertyDeclarations = { code: {} };

  static override styles: CSSResultGroup = [ClientElement.styles, privacyStyles, styles];

  static override parts: readonly string[] = [...ClientElement.parts, sharedWords.name, words.name];

  /** The code of a partner's request. */
  declare code?: string | null;

  #asked: Gigsy | undefined;
  #busy = false;
  /** The code that the person has answered: its question is not asked again. */
  #answered: string | undefined;
  #outcome: Said | undefined;

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override get emptyText(): string {
    return this.localize.terms(words).none;
  }

  protected override follow(client: Gigsy, { next, error, signal }: WatchObserver<Partners | null>): void {
    if (client !== this.#asked) {
      this.#outcome = this.#answered = undefined;
      this.#busy = false;
    }
    this.#asked = client;
    const code = this.code ?? '';
    followAll<Partners>(
      {
        offer: (observer) => this.#followOffer(client, code, observer),
        links: (observer) => client.operations.links.watchList({}, observer),
      },
      { next, error: (failure) => error?.(failure), ...(signal && { signal }) },
    );
  }

  /** A text that can be no code asks for nothing, as one that is over. */
  #followOffer(client: Gigsy, code: string, observer: WatchObserver<Offer | undefined>): void {
    if (CODE.test(code)) client.operations.links.watchPreview({ code }, observer);
    else observer.next(code === '' ? undefined : null);
  }

  protected override renderValue({ offer, links }: Partners): TemplateResult {
    const said = this.localize.terms(words);
    const isAsked = offer !== undefined && this.code !== this.#answered;
    return html`${isAsked ? this.#renderAsk(said, offer) : ''}
      <p part="status" class="status" role="status" tabindex="-1">${this.#outcome?.(said, this.localize.terms(sharedWords)) ?? ''}</p>
      <div class="title" role="heading" aria-level=${this.innerLevel}>${said.links}</div>
      ${links.length === 0 ? html`<p class="hint">${said.none}</p>` : html`<ul part="links" class="links">${links.map((link) => this.#renderLink(said, link))}</ul>`}`;
  }

  #renderAsk(said: PartnerConsentTerms, offer: Offer): TemplateResult {
    if (!offer) return html`<p part="ask" class="note ask">${said.over}</p>`;
    const sites = texts(offer.origins);
    const busy = this.#busy ? 'true' : nothing;
    return html`<div part="ask" class="note ask" role="group" aria-labelledby="question">
      <p id="question" class="question">${said.ask(this.#name(offer))}</p>
      ${sites.length > 0 ? html`<p class="sites">${said.sites} ${sites.map((site) => html`<bdi dir="ltr">${site}</bdi> `)}</p>` : ''}
      <p>${said.may}</p><p>${said.mayNot}</p><p>${said.end}</p>
      <div class="bar">
        <button part="allow" class="primary" type="button" aria-disabled=${busy} @click=${this.#allow}>${said.allow}</button>
        <button part="refuse" type="button" @click=${this.#refuse}>${said.refuse}</button>
      </div>
    </div>`;
  }

  #renderLink(said: PartnerConsentTerms, link: Link): TemplateResult {
    const { localize } = this;
    const name = this.#name(link);
    const since = localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(link.createdAt);
    const label = localize.terms(sharedWords).of(said.revoke, name);
    return html`<li part="link" class="link">
      <div><div class="label">${name}</div>
        <div class="hint">${said.since(since)} · ${said.as(`\u2068${text(link.user)}\u2069`)}</div>
        <div class="hint sites">${texts(link.origins).map((site) => html`<bdi dir="ltr">${site}</bdi> `)}</div></div>
      <button part="revoke" type="button" data-link=${link.link} data-name=${name} aria-label=${label} aria-disabled=${this.#busy ? 'true' : nothing} @click=${this.#revoke}>${said.revoke}</button>
    </li>`;
  }

  /** A partner's name may run the other way than the line. */
  #name({ name }: { name: string }): string {
    return isolated(text(name), this.localize);
  }

  readonly #allow = (): void => {
    const code = this.code!;
    void this.#step(async () => {
      const link = await this.#asked!.operations.links.create({ code });
      this.#answered = code;
      dispatch(this, 'gigsy-link', { link: link.link, allowed: true });
      return (said) => said.allowed(this.#name(link));
    });
  };

  readonly #refuse = (): void => {
    this.#answered = this.code ?? undefined;
    this.#outcome = ({ refused }) => refused;
    this.requestUpdate();
  };

  readonly #revoke = ({ currentTarget }: Event): void => {
    const { link, name } = (currentTarget as HTMLElement).dataset as { link: string; name: string };
    void this.#step(async () => {
      await this.#asked!.operations.links.revoke({ link });
      dispatch(this, 'gigsy-link', { link, allowed: false });
      return (said) => said.revoked(name);
    });
  };

  async #step(step: () => Promise<Said>): Promise<void> {
    if (this.#busy) return;
    const client = this.#asked;
    this.#busy = true;
    this.#outcome = undefined;
    this.requestUpdate();
    try {
      const outcome = await step();
      if (client === this.#asked) this.#outcome = outcome;
    } catch (error) {
      if (client === this.#asked) this.#outcome = saidOf(error);
      dispatch(this, 'gigsy-error', error);
    }
    if (client !== this.#asked) return;
    this.#busy = false;
    this.requestUpdate();
  }

  /** Focus goes to the line that tells the outcome when its button goes away. */
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot!.activeElement;
    super.update(changed);
    if (!focused || focused.isConnected) return;
    (this.shadowRoot!.querySelector<HTMLElement>('.status') ?? this.shadowRoot!.querySelector('article')!).focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('code')) this.reload();
  }
}

function saidOf(error: unknown): Said {
  if (isGigsyError(error, 'not_found')) return ({ over }) => over;
  if (isGigsyError(error, 'too_large')) return ({ tooMany }) => tooMany;
  return (_, shared) => outcomeOf(error)(shared);
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-partner-consent': GigsyPartnerConsent;
  }
  interface HTMLElementEventMap {
    'gigsy-link': LinkEvent;
  }
}
