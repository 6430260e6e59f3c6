/** The base of elements that show a titled part of a person's trust, and for which the embed build has no room. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import type { TrustView } from '@gigsy/schema';
import type { Part } from '../localization/part.ts';
import { styles } from './packaged-element.styles.ts';
import { TrustElement } from './trust-element.ts';
import { words } from './words.ts';

/**
 * @csspart heading - The heading.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export abstract class PackagedTrustElement extends TrustElement {
  static override styles: CSSResultGroup = [TrustElement.styles, styles];

  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', type: Number },
    hideEmpty: { attribute: 'hide-empty', type: Boolean },
  };

  /** Level of the heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;
  /** Take no room without content: there is nothing for this viewer, or the person is not available. */
  declare hideEmpty: boolean;

  /** The element's own words. */
  protected abstract readonly own: Part<{ title: string }>;
  /** The content; falsy without any, or without any for this viewer: both look alike. Values are untrusted. */
  protected abstract renderContent(trust: TrustView): unknown;

  protected override renderValue(trust: TrustView): TemplateResult {
    const content = this.renderContent(trust);
    // Lit reflects changes made here in the same update.
    this.empty = !content;
    return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${this.localize.terms(this.own).title}</div>
      ${content || html`<p part="nothing" class="meta">${this.localize.terms(words).nothing}</p>`}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="section" aria-hidden="true"><i></i><i></i></div>`;
  }
}
