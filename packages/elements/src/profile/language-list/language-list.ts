/** The list of languages a person speaks, and how well, in their own words. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { items, text } from '../untrusted.ts';

/**
 * @summary The languages a person speaks, and how well.
 * @tag gigsy-language-list
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
 * @csspart list - The list.
 * @csspart language - One language.
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
export class GigsyLanguageList extends SectionElement {
  static override sections: readonly ProfileSection[] = ['languages'];

  static override styles: CSSResultGroup = [
    SectionElement.styles,
    css`
    .languages { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr)); gap: .5em 1.5em }
    .language { font-weight: 550 }
  `,
  ];

  protected override get heading(): string {
    return this.words.languages ?? 'Languages';
  }

  protected override renderSection({ languages }: ProfileView): TemplateResult | undefined {
    const spoken = items(languages)
      .map(({ name, fluency }) => ({ name: text(name), fluency: text(fluency) }))
      .filter(({ name }) => name);
    return (
      spoken[0] &&
      html`<ul part="list" class="languages">${spoken.map(
        ({ name, fluency }) => html`<li part="language">
      <p class="language"><bdi>${name}</bdi></p>${fluency && html`<p class="meta"><bdi>${fluency}</bdi></p>`}
    </li>`,
      )}</ul>`
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-language-list': GigsyLanguageList;
  }
}
