/** The base of elements that show a part of what the trust domain knows of a person. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import type { TrustView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { surface } from '../appearance/surface.styles.ts';
import { ResourceElement } from '../resource/resource-element.ts';
import type { Resource } from '../resource/resource.ts';
import { styles } from './trust-element.styles.ts';
import { words } from './words.ts';

/** An answer arrived, again with each live change; null when there is none for this viewer. Does not bubble. */
export type TrustLoadEvent = CustomEvent<{ trust: TrustView | null }>;

/**
 * @event {CustomEvent<{ trust: TrustView | null }>} gigsy-load - An answer arrived, again with each live change.
 *
 * @csspart heading - The heading.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export abstract class TrustElement extends ResourceElement<TrustView> {
  static override styles: CSSResultGroup = [surface, styles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

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

  /** The title, in the reader's language. */
  protected abstract get heading(): string;
  /** The content; falsy without any, or without any for this viewer: both look alike. Values are untrusted. */
  protected abstract renderContent(trust: TrustView): unknown;

  protected override get provided(): TrustView | null | undefined {
    return this.trust;
  }

  protected override askFor(handle: string): Resource {
    return ['trust.get', { handle }];
  }

  protected override detail(trust: TrustView | null): object {
    return { trust };
  }

  protected override renderValue(trust: TrustView): TemplateResult {
    const content = this.renderContent(trust);
    // Lit reflects changes made here in the same update.
    this.empty = !content;
    return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${this.heading}</div>
      ${content || html`<p part="nothing" class="meta">${this.localize.terms(words).nothing}</p>`}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="section" aria-hidden="true"><i></i><i></i></div>`;
  }
}
