/** The base of elements that show one section of a profile: a heading, and words for a section without content. */
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { surface } from '../appearance/surface.styles.ts';
import { ProfileElement } from './profile-element.ts';
import { renderFrame, renderFrameSkeleton } from './section-frame.ts';
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
    return renderFrame({
      heading: this.heading,
      level: this.headingLevel || 3,
      content,
      nothing: this.localize.terms(words).nothing ?? 'There is nothing to show here.',
    });
  }

  protected override renderSkeleton(): TemplateResult {
    return renderFrameSkeleton();
  }
}
