/** The badges of trust: what was checked about a person, by whom, when, and until when it holds. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import type { TrustView } from '@gigsy/schema';
import { partialDate } from '../../localization/partial-date.ts';
import { isolated, text, webUrl } from '../../untrusted.ts';
import { shield } from '../shield.ts';
import { type Evidence, TrustElement } from '../trust-element.ts';
import { words as roomWords } from '../words.ts';
import { styles } from './trust-badges.styles.ts';
import { words } from './words.ts';

/**
 * @summary What was checked about a person: each piece of evidence with the one who checked it, the day, and until when it holds. Never
 * an address or number; a domain or page where its owner shows it. Evidence that has expired does not show.
 * @tag gigsy-trust-badges
 *
 * @csspart heading - The heading.
 * @csspart list - The evidence.
 * @csspart evidence - One piece.
 * @csspart title - What was checked.
 * @csspart place - The domain or page.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export class GigsyTrustBadges extends TrustElement {
  static override styles: CSSResultGroup = [TrustElement.styles, styles];

  static override parts: readonly string[] = [...TrustElement.parts, words.name];

  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', type: Number },
    hideEmpty: { attribute: 'hide-empty', type: Boolean },
  };

  /** Level of the heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;
  /** Take no room without content: there is nothing for this viewer, or the person is not available. */
  declare hideEmpty: boolean;

  protected override renderValue(trust: TrustView): TemplateResult {
    const { title } = this.localize.terms(words);
    const { nothing: none } = this.localize.terms(roomWords);
    const shown = this.titled(trust).map(({ each, title }) => this.#badge(each, title)).filter((badge) => badge !== undefined); // prettier-ignore
    // Lit reflects changes made here in the same update.
    this.empty = !shown[0];
    return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${title}</div>
      ${shown[0] ? html`<ul part="list" class="list">${shown}</ul>` : html`<p part="nothing" class="meta">${none}</p>`}
    </div>`;
  }

  /** Undefined for evidence with days that are not known here. */
  #badge({ provider, issuedOn, expiresOn, domain, link }: Evidence, title: string): TemplateResult | undefined {
    const { localize } = this;
    const { checkedBy, until } = localize.terms(roomWords);
    const [on, last] = [partialDate(issuedOn, localize), partialDate(expiresOn, localize)];
    if (!on || !last) return undefined;
    return html`<li part="evidence">
      ${shield}
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
