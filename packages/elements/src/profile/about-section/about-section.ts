/** The about section: a person's text about themselves, as paragraphs. */
import { type TemplateResult, html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { text } from '../../untrusted.ts';
import { words } from '../words.ts';

/**
 * @summary A person's text about themselves. Line breaks are kept; markup is text.
 * @tag gigsy-about-section
 *
 * @csspart text - The text.
 */
export class GigsyAboutSection extends SectionElement {
  static override sections: readonly ProfileSection[] = ['about'];

  protected override get heading(): string {
    return this.localize.terms(words).about ?? 'About';
  }

  protected override renderSection({ about }: ProfileView): TemplateResult | undefined {
    const words = text(about?.text);
    return words ? html`<p part="text" class="prose">${words}</p>` : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-about-section': GigsyAboutSection;
  }
}
