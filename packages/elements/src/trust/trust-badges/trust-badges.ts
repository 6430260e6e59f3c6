/** The badges of trust: what was checked about a person, by whom, when, and until when it holds. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import type { TrustView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { surface } from '../../appearance/surface.styles.ts';
import { partialDate } from '../../localization/partial-date.ts';
import { isolated, items, text, webUrl } from '../../untrusted.ts';
import type { Resource } from '../../resource/resource.ts';
import { ResourceElement } from '../../resource/resource-element.ts';
import { words as roomWords } from '../words.ts';
import { styles } from './trust-badges.styles.ts';
import { words } from './words.ts';

/** An answer arrived, again with each live change; null when there is none for this viewer. Does not bubble. */
export type TrustLoadEvent = CustomEvent<{ trust: TrustView | null }>;

type Evidence = NonNullable<TrustView['evidence']>[number];

/** It only marks where a piece of evidence begins. */
const mark = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3l7 3v5c0 5-3 8-7 10c-4-2-7-5-7-10V6l7-3M9 12l2 2l4-4"></path></svg>`;

/**
 * @summary What was checked about a person: each piece of evidence with the one who checked it, the day, and until when it holds. Never
 * an address or number; a domain or page where its owner shows it. Evidence that has expired does not show.
 * @tag gigsy-trust-badges
 *
 * @event {CustomEvent<{ trust: TrustView | null }>} gigsy-load - An answer arrived, again with each live change.
 *
 * @csspart heading - The heading.
 * @csspart list - The evidence.
 * @csspart evidence - One piece.
 * @csspart title - What was checked.
 * @csspart place - The domain or page.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export class GigsyTrustBadges extends ResourceElement<TrustView> {
  static override styles: CSSResultGroup = [surface, styles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [roomWords.name, words.name];

  static override properties: PropertyDeclarations = {
    trust: { attribute: false },
    headingLevel: { attribute: 'heading-level', type: Number },
    hideEmpty: { attribute: 'hide-empty', type: Boolean },
    empty: { type: Boolean, reflect: true },
  };

  /** An answer from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare trust?: TrustView | null;
  /** Where to read instead of `api`. A source of profiles alone has no evidence. */
  declare source?: ResourceSource;
  /** Level of the heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;
  /** Take no room without content: there is nothing for this viewer, or the person is not available. */
  declare hideEmpty: boolean;
  /** Whether the answer is there but holds nothing for this viewer. @readonly */
  declare empty: boolean;

  protected override get provided(): TrustView | null | undefined {
    return this.trust;
  }

  protected override askFor(handle: string): Resource {
    return ['trust.get', { handle }];
  }

  protected override detail(trust: TrustView | null): object {
    return { trust };
  }

  protected override renderValue({ evidence }: TrustView): TemplateResult {
    const { title, nothing: none } = this.localize.terms(words);
    const shown = items(evidence).map((each) => this.#badge(each)).filter((each) => each !== undefined); // prettier-ignore
    // Lit reflects changes made here in the same update.
    this.empty = !shown[0];
    return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${title}</div>
      ${shown[0] ? html`<ul part="list" class="list">${shown}</ul>` : html`<p part="nothing" class="meta">${none}</p>`}
    </div>`;
  }

  /** Undefined for evidence of a kind or with days that are not known here, and for evidence that has expired since it was read. */
  #badge({ method, provider, issuedOn, expiresOn, domain, link }: Evidence): TemplateResult | undefined {
    const { localize } = this;
    const { confirmed, checkedBy, until } = localize.terms(roomWords);
    const title = Object.hasOwn(confirmed, text(method)) && confirmed[method];
    const [on, last] = [partialDate(issuedOn, localize), partialDate(expiresOn, localize)];
    if (!title || !on || !last || expiresOn < new Date().toJSON().slice(0, 10)) return undefined;
    return html`<li part="evidence">
      ${mark}
      <div>
        <p part="title" class="title">${title}</p>
        ${shownPlace(domain, link)}
        <p class="meta"><span class="part">${checkedBy(isolated(text(provider), localize), on)}</span> · <span class="part">${until(last)}</span></p>
      </div>
    </li>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="section" aria-hidden="true"><i></i><i></i></div>`;
  }
}

/** The domain, or the page as a link: nothing says that it is still what it was on the day of the check. */
function shownPlace(domain: unknown, link: unknown): TemplateResult | typeof nothing {
  const [name, address] = [text(domain), webUrl(link)];
  if (address)
    return html`<p part="place" class="place"><a href=${address} rel="nofollow noopener noreferrer"><bdi dir="ltr">${address}</bdi></a></p>`;
  return name ? html`<p part="place" class="place"><bdi dir="ltr">${name}</bdi></p>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-trust-badges': GigsyTrustBadges;
  }
}
