/** The head of a profile's page, large, above the sections. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import { surface } from '../../appearance/surface.styles.ts';
import { identityStyles, placeWords, renderAvatar, renderFacts, renderPronouns } from '../identity.ts';
import { ProfileElement, type ProfileSection } from '../profile-element.ts';
import { text } from '../../untrusted.ts';
import { renderLinks } from '../links.ts';
import { words } from '../words.ts';
import { workTerms } from './work-terms.ts';

/**
 * @summary The head of a profile's page: picture, name, headline, place, availability with its terms, and links.
 * @tag gigsy-profile-header
 *
 * @attr {number} heading-level - Level of the name as a heading, 1 to 6; 2 when absent.
 *
 * @slot badge - Beside the name, such as a verification mark.
 * @slot actions - Under the content, such as a button to get in touch.
 *
 * @csspart avatar - The circle with photo or initials.
 * @csspart image - The photo.
 * @csspart initials - The initials.
 * @csspart name - The name, a heading.
 * @csspart headline - The line under the name.
 * @csspart pronouns - The pronouns beside the name.
 * @csspart meta - The line of availability and place.
 * @csspart availability - The pill with the word for availability.
 * @csspart terms - How much somebody works, for how much, and in which time zone.
 * @csspart links - The list of links.
 */
export class GigsyProfileHeader extends ProfileElement {
  static override sections: readonly ProfileSection[] = ['identity', 'availability', 'links'];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static override styles: CSSResultGroup = [
    surface,
    identityStyles,
    css`
    article { min-block-size: 8em }
    .profile { display: grid; grid-template-columns: auto 1fr; gap: calc(var(--_space) * 1.25); padding: calc(var(--_space) * 1.25) }
    .avatar { font-size: 1.6em }
    .who { min-inline-size: 0; align-self: center }
    .words { overflow: clip; padding: calc(var(--_space) * 1.25); margin: calc(var(--_space) * -1.25) }
    .name { display: inline; font-size: 1.625em; font-weight: 650; line-height: 1.25 }
    .headline { text-wrap: pretty }
    .meta { font-size: .875em; margin-block-start: .25em }
    .links { display: flex; flex-wrap: wrap; column-gap: 1em; font-size: .875em; margin-block-start: .25em }
    .links a { display: block; min-block-size: 24px; line-height: 1.5; align-content: center; color: var(--_accent) }
    i { block-size: 1em; margin-block: .5em }
    @container (inline-size < 26em) {
      .profile { grid-template-columns: 1fr }
    }
    @container (inline-size >= 40em) {
      .avatar { font-size: 2.4em }
    }
  `,
  ];

  /** Level of the name as a heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;

  protected override renderProfile(profile: ProfileView): TemplateResult {
    const { identity, handle } = profile;
    const name = text(identity?.displayName) || text(handle);
    const headline = text(identity?.headline);
    const terms = workTerms(profile, this.localize);
    return html`<div class="profile">
      ${renderAvatar(name, identity?.avatarUrl)}
      <div class="who">
        <div class="words">
          <div id="name" part="name" class="name" role="heading" aria-level=${this.headingLevel || 2}><bdi>${name}</bdi> <slot name="badge"></slot></div>
          ${renderPronouns(profile)}
          ${headline && html`<p part="headline" class="headline"><bdi>${headline}</bdi></p>`}
          ${renderFacts(profile, placeWords(profile, this.localize), this.localize)}
          ${terms && html`<p part="terms" class="meta">${terms}</p>`}
          ${renderLinks(profile)}
        </div>
        <slot name="actions"></slot>
      </div>
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="profile" aria-hidden="true"><div class="avatar"></div><div class="who"><i></i><i></i></div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-profile-header': GigsyProfileHeader;
  }
}
