/** The shelf of badges: a person's badges side by side, and new ones as they come. */
import { type CSSResultGroup, type PropertyValues, type TemplateResult, html } from 'lit';
import type { PortfolioPart, PortfolioView } from '@gigsy/schema';
import { partialDate } from '../../localization/partial-date.ts';
import { items, text } from '../../untrusted.ts';
import { PortfolioElement } from '../portfolio-element.ts';
import { validity } from '../validity.ts';
import { words as roomWords } from '../words.ts';
import { styles } from './badge-shelf.styles.ts';
import type { Badge, LiveNews } from './live-news.ts';

/** It only marks where a badge begins. */
const medal = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3a6 6 0 1 1 0 12a6 6 0 0 1 0-12M8.5 14l-1.5 7l5-3l5 3l-1.5-7M9.5 9l2 2l3-4"></path></svg>`;

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

  static override parts: readonly string[] = [roomWords.name, 'portfolio/badge-shelf'];

  /** The news of badges that come, once its code is there. */
  #news?: LiveNews;

  protected override get heading(): string {
    return this.localize.terms(roomWords).badges;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.live && this.isConnected && !this.#news) void this.#listen();
  }

  /** Without the code badges come unannounced. */
  async #listen(): Promise<void> {
    const code = await import('./live-news.ts').catch(() => undefined);
    if (!code || this.#news) return;
    this.#news = new code.LiveNews(this.localize);
    this.requestUpdate();
  }

  protected override renderValue(portfolio: PortfolioView): TemplateResult {
    return html`${super.renderValue(portfolio)}${this.#news?.render()}`;
  }

  protected override renderContent({ handle, badges }: PortfolioView): TemplateResult | undefined {
    const shown = items(badges).filter(({ name }) => text(name));
    this.#news?.take(handle, shown);
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
    return html`<li part="badge" class="${expired ? 'expired' : ''} ${this.#news?.has(key) ? 'new' : ''}">
      ${medal}
      <div>
        <p part="title" class="title">${url ? html`<a part="link" href=${url} rel="nofollow">${shown}</a>` : shown}</p>
        <p class="meta">${by && html`<bdi>${by}</bdi>`}${by && when && ' · '}<span class="when">${when}</span></p>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-badge-shelf': GigsyBadgeShelf;
  }
}
