/** The list of languages a person speaks, and how well, in their own words. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { items, text } from '../untrusted.ts';
import { words } from '../words.ts';

/**
 * @summary The languages a person speaks, and how well.
 * @tag gigsy-language-list
 *
 * @csspart list - The list.
 * @csspart language - One language.
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
    return this.localize.terms(words).languages ?? 'Languages';
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
