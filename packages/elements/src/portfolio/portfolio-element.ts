/** The base of elements that show a portfolio, or a part of it. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, type noChange } from 'lit';
import type { PortfolioPart, PortfolioView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { surface } from '../appearance/surface.styles.ts';
import { webUrl } from '../untrusted.ts';
import { ResourceElement } from '../resource/resource-element.ts';
import type { Resource } from '../resource/resource.ts';
import { styles } from './portfolio-element.styles.ts';
import { siteAround } from './site.ts';
import { words } from './words.ts';

/** A portfolio arrived, again with each live change; null when there is none for this viewer. Does not bubble. */
export type PortfolioLoadEvent = CustomEvent<{ portfolio: PortfolioView | null }>;

/**
 * @event {CustomEvent<{ portfolio: PortfolioView | null }>} gigsy-load - A portfolio arrived, again with each live change.
 *
 * @csspart heading - The heading.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export abstract class PortfolioElement extends ResourceElement<PortfolioView> {
  static override properties: PropertyDeclarations = {
    portfolio: { attribute: false },
    headingLevel: { attribute: 'heading-level', type: Number },
    hideEmpty: { attribute: 'hide-empty', type: Boolean },
    empty: { type: Boolean, reflect: true },
  };

  static override styles: CSSResultGroup = [surface, styles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  /** The parts of a portfolio that the element shows: it asks for no others. */
  static sections: readonly PortfolioPart[] = [];

  /** A portfolio from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare portfolio?: PortfolioView | null;
  /** Where to read instead of `api`. A source of profiles alone has no portfolios. */
  declare source?: ResourceSource;
  /** Level of the heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;
  /** Take no room without content: there is nothing for this viewer, or the portfolio is not available. */
  declare hideEmpty: boolean;
  /** @internal The origin of the Gigsy site, on a server. */
  site: string | undefined = undefined;
  /** Whether the portfolio is there but holds nothing for this viewer. @readonly */
  declare empty: boolean;

  /** The title, in the reader's language. */
  protected abstract get heading(): string;
  /** The content; falsy without any, or without any for this viewer: both look alike. Values are untrusted. */
  protected abstract renderContent(portfolio: PortfolioView): unknown;

  /** Level of headings inside. */
  protected get innerLevel(): number {
    return Math.min((this.headingLevel || 2) + 1, 6);
  }

  protected override get provided(): PortfolioView | null | undefined {
    return this.portfolio;
  }

  protected override askFor(handle: string): Resource {
    const { sections } = this.constructor as typeof PortfolioElement;
    return ['portfolio.get', { handle, sections: [...sections] }];
  }

  protected override detail(portfolio: PortfolioView | null): object {
    return { portfolio };
  }

  /**
   * @internal `address` as one of the web: from the root of the site of the `api`, unless it is whole. Undefined where nobody says
   * which site that is.
   */
  addressOf(address: unknown): string | undefined {
    return webUrl(address, this.api ?? (this.isConnected ? siteAround(this) : this.site));
  }

  protected override renderValue(portfolio: PortfolioView): TemplateResult {
    const content = this.renderContent(portfolio);
    // Lit reflects changes made here in the same update.
    this.empty = !content;
    const { nothing } = this.localize.terms(words);
    return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${this.heading}</div>
      ${content || html`<p part="nothing" class="meta">${nothing}</p>`}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="section" aria-hidden="true"><i></i><i></i><i></i></div>`;
  }

  /** The states are told of a portfolio, and not of a profile. */
  protected override render(): TemplateResult | typeof noChange {
    const { localize } = this;
    localize.table = { ...localize.table, ...localize.terms(words) };
    return super.render();
  }
}
