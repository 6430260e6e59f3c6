/** The badges of trust: what was checked about a person, by whom, when, and until when it holds. */
import { type TemplateResult, html } from 'lit';
import type { TrustView } from '@gigsy/schema';
import { partialDate } from '../../localization/partial-date.ts';
import { isolated, items, text } from '../../untrusted.ts';
import { TrustElement } from '../trust-element.ts';
import { words as roomWords } from '../words.ts';
import { words } from './words.ts';

type Evidence = NonNullable<TrustView['evidence']>[number];

/** It only marks where a piece of evidence begins. */
const mark = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3l7 3v5c0 5-3 8-7 10c-4-2-7-5-7-10V6l7-3M9 12l2 2l4-4"></path></svg>`;

/**
 * @summary What was checked about a person: each piece of evidence with the one who checked it, the day, and until when it holds. Never
 * the address or number. Evidence that has expired does not show.
 * @tag gigsy-trust-badges
 *
 * @csspart list - The evidence.
 * @csspart evidence - One piece.
 * @csspart title - What was checked.
 */
export class GigsyTrustBadges extends TrustElement {
  static override parts: readonly string[] = [roomWords.name, words.name];

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override renderContent({ evidence }: TrustView): TemplateResult | undefined {
    const shown = items(evidence).map((each) => this.#badge(each)).filter((each) => each !== undefined); // prettier-ignore
    return shown[0] && html`<ul part="list" class="list">${shown}</ul>`;
  }

  /** Undefined for evidence of a kind or with days that are not known here, and for evidence that has expired since it was read. */
  #badge({ method, provider, issuedOn, expiresOn }: Evidence): TemplateResult | undefined {
    const { localize } = this;
    const { confirmed, checkedBy, until } = localize.terms(roomWords);
    const title = Object.hasOwn(confirmed, text(method)) && confirmed[method];
    const [on, last] = [partialDate(issuedOn, localize), partialDate(expiresOn, localize)];
    if (!title || !on || !last || expiresOn < new Date().toJSON().slice(0, 10)) return undefined;
    return html`<li part="evidence">
      ${mark}
      <div>
        <p part="title" class="title">${title}</p>
        <p class="meta"><span class="part">${checkedBy(isolated(text(provider), localize), on)}</span> · <span class="part">${until(last)}</span></p>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-trust-badges': GigsyTrustBadges;
  }
}
