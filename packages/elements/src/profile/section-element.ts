/** The base of elements that show one section of a profile: a heading, and words for a section without content. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { surface } from '../appearance/surface.styles.ts';
import { ProfileElement } from './profile-element.ts';
import { sectionStyles } from './section.styles.ts';
import { words } from './words.ts';

/**
 * @csspart heading - The heading.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export abstract class SectionElement extends ProfileElement {
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', type: Number },
    hideEmpty: { attribute: 'hide-empty', type: Boolean },
    empty: { type: Boolean, reflect: true },
  };

  static override styles: CSSResultGroup = [surface, sectionStyles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  /** Level of the section's heading, 1 to 6; 3 when absent. */
  declare headingLevel: number;
  /** Take no room without content: the section is empty for this viewer, or the profile is not available. */
  declare hideEmpty: boolean;
  /** Whether the profile is there but the section is empty for this viewer. @readonly */
  declare empty: boolean;

  /** The section's title, in the reader's language. */
  protected abstract get heading(): string;
  /** The section's content; `nothing` without any, or without any for this viewer: both look alike. */
  protected abstract renderSection(profile: ProfileView): unknown;

  /** Level of headings inside the section. */
  protected get innerLevel(): number {
    return Math.min((this.headingLevel || 3) + 1, 6);
  }

  protected override renderProfile(profile: ProfileView): TemplateResult {
    const content = this.renderSection(profile);
    // Lit reflects changes made here in the same update.
    this.empty = !content;
    return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 3}>${this.heading}</div>
      ${content || html`<p part="nothing" class="meta">${this.localize.terms(words).nothing ?? 'There is nothing to show here.'}</p>`}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="section" aria-hidden="true"><i></i><i></i><i></i></div>`;
  }
}
