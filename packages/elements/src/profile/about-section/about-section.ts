/** The about section: what a person writes about themselves, as paragraphs. */
import { type TemplateResult, html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { text } from '../untrusted.ts';

/**
 * @summary What a person writes about themselves. Line breaks are kept; markup is text.
 * @tag gigsy-about-section
 *
 * @attr {string} handle - Whose profile to show.
 * @attr {string} api - Origin of the Gigsy site; else that of a `<gigsy-provider>` around, or the page's `<meta name="gigsy-api">`.
 * @attr {boolean} live - Follow changes as they happen.
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {number} heading-level - Level of the title as a heading, 1 to 6; 3 when absent.
 * @attr {'loading'|'ready'|'unavailable'|'error'|'offline'} state - Set by the element.
 *
 * @event {CustomEvent<{ profile: ProfileView | null }>} gigsy-load - A profile arrived, again with each live change.
 * @event {CustomEvent<GigsyError>} gigsy-error - Loading or watching failed; `detail.code` says how.
 *
 * @csspart card - The box.
 * @csspart heading - The heading.
 * @csspart nothing - The sentence when there is nothing to show.
 * @csspart text - The text.
 * @csspart message - The sentence that tells the state.
 * @csspart retry - The button that loads again.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text and fills are mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - Links and focus.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
 */
export class GigsyAboutSection extends SectionElement {
  static override sections: readonly ProfileSection[] = ['about'];

  protected override get heading(): string {
    return this.words.about ?? 'About';
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
