/** The shelf of badges: a person's badges side by side, and new ones as they come. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { PortfolioPart, PortfolioView } from '@gigsy/schema';
import { partialDate } from '../../localization/partial-date.ts';
import { isolated, items, text } from '../../profile/untrusted.ts';
import { PortfolioElement } from '../portfolio-element.ts';
import { validity } from '../validity.ts';
import { words as roomWords } from '../words.ts';
import { styles } from './badge-shelf.styles.ts';
import { words } from './words.ts';

/** It only marks where a badge begins. */
const medal = html`<svg class="medal" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3a6 6 0 1 1 0 12a6 6 0 0 1 0-12M8.5 14l-1.5 7l5-3l5 3l-1.5-7M12 6.5l.8 1.7l1.9.2l-1.4 1.3l.4 1.8l-1.7-.9l-1.7.9l.4-1.8l-1.4-1.3l1.9-.2z"></path></svg>`;

type Badge = NonNullable<PortfolioView['badges']>[number];

/**
 * @summary A person's badges side by side, each with a link to its Open Badges document. With `live`, badges that come while somebody
 * watches appear by themselves and are announced.
 * @tag gigsy-badge-shelf
 *
 * @csspart list - The badges.
 * @csspart badge - One badge.
 * @csspart title - Its name.
 * @csspart link - The link to its document.
 * @csspart news - The announcement of badges that have come, for assistive technology.
 */
export class GigsyBadgeShelf extends PortfolioElement {
  static override sections: readonly PortfolioPart[] = ['badges'];

  static override styles: CSSResultGroup = [PortfolioElement.styles, styles];

  static override parts: readonly string[] = [roomWords.name, words.name];

  /** Whose badges were on show last, and their ids. */
  #seen?: { of: unknown; ids: ReadonlySet<string> };
  /** Names of the badges that came with the last change that brought any, by their ids. */
  #arrived: ReadonlyMap<string, string> = new Map();

  protected override get heading(): string {
    return this.localize.terms(roomWords).badges;
  }

  /** The region of announcements exists before the first badge comes. */
  protected override renderValue(portfolio: PortfolioView): TemplateResult {
    const content = super.renderValue(portfolio);
    return this.live ? html`${content}<p part="news" class="news" role="status">${this.#news}</p>` : content;
  }

  protected override renderContent({ handle, badges }: PortfolioView): TemplateResult | undefined {
    const shown = items(badges).filter(({ name }) => text(name));
    this.#notice(handle, shown);
    return shown[0] && html`<ul part="list" class="shelf">${shown.map((badge) => this.#badge(badge, handle))}</ul>`;
  }

  #badge({ id, name, issuer, awardedOn, expiresOn }: Badge, handle: unknown): TemplateResult {
    const { localize } = this;
    const key = text(id);
    const url = key && this.addressOf(`/v1/badges/${encodeURIComponent(text(handle))}/${encodeURIComponent(key)}`);
    const shown = html`<bdi>${text(name)}</bdi>`;
    const { said, expired } = validity(expiresOn, localize);
    const by = text(issuer?.name);
    const when = expired ? said : partialDate(awardedOn, localize, 'short');
    return html`<li part="badge" class="${expired ? 'expired' : ''} ${this.#arrived.has(key) ? 'new' : ''}">
      ${medal}
      <div>
        <p part="title" class="title">${url ? html`<a part="link" href=${url} rel="nofollow">${shown}</a>` : shown}</p>
        <p class="meta">${by && html`<bdi>${by}</bdi>`}${by && when && ' · '}<span class="when">${when}</span></p>
      </div>
    </li>`;
  }

  /** Only changes of the same person's badges are news. */
  #notice(handle: unknown, badges: Badge[]): void {
    const { of, ids: seen } = this.#seen ?? {};
    const known = of === handle ? seen : undefined;
    const fresh = badges.filter(({ id }) => !known?.has(text(id)));
    if (!known) this.#arrived = new Map();
    else if (fresh[0]) this.#arrived = new Map(fresh.map(({ id, name }) => [text(id), text(name)]));
    this.#seen = { of: handle, ids: new Set(badges.map(({ id }) => text(id))) };
  }

  get #news(): string {
    const { localize } = this;
    const names = [...this.#arrived.values()].map((name) => isolated(name, localize));
    return names[0]
      ? localize.terms(words).arrived(names.length, localize.format(Intl.ListFormat, {}).format(names))
      : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-badge-shelf': GigsyBadgeShelf;
  }
}
