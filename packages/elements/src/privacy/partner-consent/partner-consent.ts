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
import { dispatch } from '../../dispatch.ts';
import type { Refusals } from '../../client/acting-element.ts';
import { PrivacyElement } from '../privacy-element.ts';
import { isolated, text, texts } from '../../untrusted.ts';
import type { Questions } from '../../client/followed.ts';
import { styles } from './partner-consent.styles.ts';
import type { PartnerConsentTerms } from './terms.ts';
import { words } from './words.ts';

type Link = Awaited<ReturnType<Gigsy['operations']['links']['list']>>[number];
type Offer = Awaited<ReturnType<Gigsy['operations']['links']['preview']>>;

/** `offer` is null where the code asks for nothing any more, and undefined where there is no code. */
interface Partners {
  readonly offer: Offer | undefined;
  readonly links: readonly Link[];
}

/** A partner was allowed, or an allowance ended. Does not bubble. */
export type LinkEvent = CustomEvent<{ link: string; allowed: boolean }>;

/** The form of a code that a partner was given. */
const CODE = /^lc_[0-9a-f]{32}$/;

const REFUSALS: Refusals<PartnerConsentTerms> = {
  not_found: ({ over }) => over,
  too_large: ({ tooMany }) => tooMany,
};

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
export class GigsyPartnerConsent extends PrivacyElement<Partners, PartnerConsentTerms> {
  static override properties: PropertyDeclarations = { code: {} };

  static override styles: CSSResultGroup = [PrivacyElement.styles, styles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  /** The code of a partner's request. */
  declare code?: string | null;

  /** The code that the person has answered: its question is not asked again. */
  #answered: string | undefined;

  protected override get emptyText(): string {
    return this.said.none;
  }

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#answered = undefined;
  }

  protected override questions(client: Gigsy): Questions<Partners> {
    const code = this.code ?? '';
    return {
      offer: (observer) => this.#followOffer(client, code, observer),
      links: (observer) => client.operations.links.watchList({}, observer),
    };
  }

  protected override shownOf(partners: Partners): Partners {
    return partners;
  }

  /** A text that can be no code asks for nothing, as one that is over. */
  #followOffer(client: Gigsy, code: string, observer: WatchObserver<Offer | undefined>): void {
    if (CODE.test(code)) client.operations.links.watchPreview({ code }, observer);
    else observer.next(code === '' ? undefined : null);
  }

  protected override renderValue({ offer, links }: Partners): TemplateResult {
    const { said } = this;
    const isAsked = offer !== undefined && this.code !== this.#answered;
    return html`${isAsked ? this.#renderAsk(said, offer) : ''}
      ${this.renderStatus()}
      <div class="title" role="heading" aria-level=${this.innerLevel}>${said.links}</div>
      ${links.length === 0 ? html`<p class="hint">${said.none}</p>` : html`<ul part="links" class="links">${links.map((link) => this.#renderLink(said, link))}</ul>`}`;
  }

  #renderAsk(said: PartnerConsentTerms, offer: Offer): TemplateResult {
    if (!offer) return html`<p part="ask" class="note ask">${said.over}</p>`;
    const sites = texts(offer.origins);
    const busy = this.busy ? 'true' : nothing;
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
    const label = this.shared.of(said.revoke, name);
    return html`<li part="link" class="link">
      <div><div class="label">${name}</div>
        <div class="hint">${said.since(since)} · ${said.as(`\u2068${text(link.user)}\u2069`)}</div>
        <div class="hint sites">${texts(link.origins).map((site) => html`<bdi dir="ltr">${site}</bdi> `)}</div></div>
      <button part="revoke" type="button" data-link=${link.link} data-name=${name} aria-label=${label} aria-disabled=${this.busy ? 'true' : nothing} @click=${this.#revoke}>${said.revoke}</button>
    </li>`;
  }

  /** A partner's name may run the other way than the line. */
  #name({ name }: { name: string }): string {
    return isolated(text(name), this.localize);
  }

  readonly #allow = (): void => {
    const code = this.code!;
    void this.act(async ({ operations }) => {
      const link = await operations.links.create({ code });
      this.#answered = code;
      dispatch(this, 'gigsy-link', { link: link.link, allowed: true });
      return (said) => said.allowed(this.#name(link));
    }, REFUSALS);
  };

  readonly #refuse = (): void => {
    this.#answered = this.code ?? undefined;
    this.tell(({ refused }) => refused);
  };

  readonly #revoke = ({ currentTarget }: Event): void => {
    const { link, name } = (currentTarget as HTMLElement).dataset as { link: string; name: string };
    void this.act(async ({ operations }) => {
      await operations.links.revoke({ link });
      dispatch(this, 'gigsy-link', { link, allowed: false });
      return (said) => said.revoked(name);
    }, REFUSALS);
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('code')) this.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-partner-consent': GigsyPartnerConsent;
  }
  interface HTMLElementEventMap {
    'gigsy-link': LinkEvent;
  }
}
