/** The profile card: a person at a glance, in a sidebar, a column or a band. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { surface } from '../../appearance/surface.styles.ts';
import { ProfileElement, type ProfileSection } from '../profile-element.ts';
import { items, text, texts, webUrl } from '../../untrusted.ts';
import { renderLinks } from '../links.ts';
import { identityStyles, placeWords, renderAvatar, renderFacts, renderPronouns } from '../identity.ts';
import { styles } from './profile-card.styles.ts';

/** Skills that are named before the rest is counted, and their letters, which three rows hold with the count. */
const NAMED_SKILLS = 5;
const NAMED_LETTERS = 72;
const MOST_LINKS = 4;

/**
 * Letters of name (which are larger), headline and line of facts: lengths beyond its least height, and lengths beyond
 * the contract.
 */
const LONG = 200;
const TOO_LONG = 640;

/**
 * @summary A person's public profile as a card. The content of the tag is shown until the element is defined.
 * @tag gigsy-profile-card
 *
 * @attr {string} href-template - Where the card leads, `{handle}` being replaced: `/people/{handle}`. http and https only.
 * @attr {number} heading-level - Level of the name as a heading, 1 to 6; 3 when absent.
 *
 * @slot badge - Beside the name, such as a verification mark.
 * @slot actions - Under the content, such as a button to get in touch.
 *
 * @csspart avatar - The circle with photo or initials.
 * @csspart image - The photo.
 * @csspart initials - The initials.
 * @csspart name - The name, a heading.
 * @csspart link - The link on the name that covers the card.
 * @csspart headline - The line under the name.
 * @csspart pronouns - The pronouns beside the name.
 * @csspart meta - The line of availability and place.
 * @csspart availability - The pill with the word for availability.
 * @csspart skills - The list of skills.
 * @csspart skill - One skill.
 * @csspart more - The count of further skills.
 * @csspart links - The list of links.
 * @csspart about - The introduction, in the wide layout.
 * @csspart terms - From when and how much somebody is available, in the wide layout.
 * @csspart levels - Skills with their levels, in the wide layout.
 *
 * @cssproperty [--gigsy-accent] - Links, focus and level marks.
 */
export class GigsyProfileCard extends ProfileElement {
  static override sections: readonly ProfileSection[] = ['identity', 'availability', 'skills', 'about', 'links'];

  static override properties: PropertyDeclarations = {
    hrefTemplate: { attribute: 'href-template' },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static override styles: CSSResultGroup = [surface, identityStyles, styles];

  declare hrefTemplate?: string;
  declare headingLevel: number;
  /** The wide layout's second column, and the opened content. */
  static override further = (): Promise<typeof import('./wide-panel.ts')> => import('./wide-panel.ts');
  declare protected further?: typeof import('./wide-panel.ts');

  protected override renderProfile(profile: ProfileView): TemplateResult {
    const { identity, handle } = profile;
    const { localize } = this;
    const name = text(identity?.displayName) || text(handle);
    const headline = text(identity?.headline);
    const place = placeWords(profile, localize);
    const letters = name.length * 1.5 + headline.length + place.length;
    const rich = text(profile.about?.text) || items(profile.skills)[0];
    return html`<div class="profile ${rich ? 'usual' : ''} ${letters > LONG ? 'long' : ''} ${letters > TOO_LONG ? 'cut' : ''}" @animationstart=${this.#room}>
      ${renderAvatar(name, identity?.avatarUrl)}
      <div class="who">
        <div class="facts">
          <div class="title">
            <div>
              <div id="name" part="name" class="name" role="heading" aria-level=${this.headingLevel || 3}>
                <bdi>${this.#linked(handle, name)}</bdi> <slot name="badge"></slot>
              </div>
              ${renderPronouns(profile)}
            </div>
            ${headline && html`<p part="headline" class="headline" dir="auto">${headline}</p>`}
          </div>
          ${renderFacts(profile, place, localize)}
          ${this.#chips(profile)}
          ${this.further?.renderAbout(profile)}
          ${renderLinks(profile, MOST_LINKS)}
          ${rich ? this.#rest(profile) : ''}
        </div>
        <slot name="actions"></slot>
      </div>
      ${this.further?.renderPanel(profile, localize, this.#more)}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="profile usual" @animationstart=${this.#room}>
      ${renderAvatar('')}<div class="who"><div class="facts"></div><slot name="actions"></slot></div>
    </div>`;
  }

  #rest(profile: ProfileView): TemplateResult {
    const { localize } = this;
    return html`<details @toggle=${this.#open}>
      <summary aria-describedby="name">${localize.table.more}</summary>${this.opened ? this.further?.renderRest(profile, localize, this.#more) : ''}
    </details>`;
  }

  #linked(handle: string, name: string): TemplateResult | string {
    const url = text(this.hrefTemplate).replaceAll('{handle}', encodeURIComponent(text(handle)));
    return url && webUrl(url, this.baseURI) ? html`<a part="link" href=${url}>${name}</a>` : name;
  }

  #chips({ skills }: ProfileView): TemplateResult | undefined {
    const { localize } = this;
    const names = texts(items(skills).map(({ name }) => name));
    let room = NAMED_LETTERS;
    const named = names.slice(0, NAMED_SKILLS).filter(({ length }, index) => (room -= length) >= 0 || !index);
    return names[0]
      ? html`<ul part="skills" class="chips" aria-label=${localize.table.skills}>
      ${named.map((name) => html`<li part="skill" dir="auto">${name}</li>`)}${this.#more(names.length - named.length)}
    </ul>`
      : undefined;
  }

  /** An item of a list of skills: how many there are beside those named. */
  #more = (count: number): TemplateResult | undefined => {
    if (count < 1) return undefined;
    const { localize } = this;
    const written = localize.format(Intl.NumberFormat, {}).format(count);
    return html`<li part="more"><span dir="ltr" role="img" aria-label=${localize.table.moreSkills(count, written)}>+${written}</span></li>`;
  };

  /**
   * The styles start an animation of this name when there is room for the panel: only they know how wide the card is.
   * Without its code the card stays as it is in a column.
   */
  #room = ({ animationName }: AnimationEvent): void => {
    if (animationName === 'room' && !this.further) void this.loadFurther();
  };

  #open = ({ target }: Event): void => {
    this.opened = (target as HTMLDetailsElement).open;
    void this.loadFurther();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-profile-card': GigsyProfileCard;
  }
}
