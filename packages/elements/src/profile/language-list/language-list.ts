/** The list of languages a person speaks, and how well: by a level that everybody knows, and in their own words. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { items, text } from '../../untrusted.ts';
import { words } from '../words.ts';

/** The levels of the Common European Framework of Reference, and the mother tongue. */
const LEVEL = /^([ABC][12]|native)$/;

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
      .map(({ name, level, fluency }) => ({ name: text(name), fluency: this.#fluency(text(level), text(fluency)) }))
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

  /** The level in the reader's language, and the person's own words where they say anything else. */
  #fluency(level: string, own: string): string {
    const { native = 'Native' } = this.localize.terms(words);
    const known = LEVEL.test(level) && (level === 'native' ? native : level);
    return [known, own.toLowerCase() !== String(known).toLowerCase() && own].filter(Boolean).join(' · ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-language-list': GigsyLanguageList;
  }
}
