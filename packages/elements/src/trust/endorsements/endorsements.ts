/** Endorsements: what people say of a person who accepted it, and how often each skill was endorsed. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import type { EndorsementsView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { surface } from '../../appearance/surface.styles.ts';
import { partialDate } from '../../localization/partial-date.ts';
import { isolated, items, text, texts, webUrl } from '../../untrusted.ts';
import type { Resource } from '../../resource/resource.ts';
import { PackagedResourceElement } from '../../resource/packaged-element.ts';
import { styles } from './endorsements.styles.ts';
import { type EndorsementsWords, words } from './words.ts';

/** An answer arrived, again with each live change; null when there is none for this viewer. Does not bubble. */
export type EndorsementsLoadEvent = CustomEvent<{ endorsements: EndorsementsView | null }>;

type Endorsement = NonNullable<EndorsementsView['endorsements']>[number];
type Skill = NonNullable<EndorsementsView['skills']>[number];

/** Endorsements that are shown until the reader asks for all. */
const FIRST = 5;
/** Skills that are shown, the most endorsed ones. */
const MAX_SKILLS = 20;

/**
 * @summary What people say of a person, who accepted it: their words, the skills that they name, who they are and what was checked
 * about them, and how often each skill was endorsed.
 * @tag gigsy-endorsements
 *
 * @event {CustomEvent<{ endorsements: EndorsementsView | null }>} gigsy-load - An answer arrived, again with each live change.
 *
 * @csspart heading - The heading.
 * @csspart skills - The endorsed skills.
 * @csspart list - What people wrote.
 * @csspart endorsement - One of them.
 * @csspart text - Its words.
 * @csspart author - Who wrote it.
 * @csspart more - The button that shows all.
 * @csspart nothing - The sentence when there is nothing to show.
 */
export class GigsyEndorsements extends PackagedResourceElement<EndorsementsView> {
  static override styles: CSSResultGroup = [surface, styles];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  static override properties: PropertyDeclarations = {
    endorsements: { attribute: false },
    hrefTemplate: { attribute: 'href-template' },
    headingLevel: { attribute: 'heading-level', type: Number },
    hideEmpty: { attribute: 'hide-empty', type: Boolean },
    empty: { type: Boolean, reflect: true },
  };

  /** An answer from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare endorsements?: EndorsementsView | null;
  /** Where to read instead of `api`. A source of profiles alone has no endorsements. */
  declare source?: ResourceSource;
  /** Where names of authors lead who are linked, `{handle}` being replaced: `/people/{handle}`. http and https only. */
  declare hrefTemplate?: string;
  /** Level of the heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;
  /** Take no room without content: there is nothing for this viewer, or the person is not available. */
  declare hideEmpty: boolean;
  /** Whether the answer is there but holds nothing for this viewer. @readonly */
  declare empty: boolean;

  /** The reader has asked for all. */
  #all = false;

  protected override get provided(): EndorsementsView | null | undefined {
    return this.endorsements;
  }

  protected override askFor(handle: string): Resource {
    return ['trust.endorsements.get', { handle }];
  }

  protected override detail(endorsements: EndorsementsView | null): object {
    return { endorsements };
  }

  protected override renderValue({ endorsements, skills }: EndorsementsView): TemplateResult {
    const said = this.localize.terms(words);
    const written = items(endorsements).map((each) => this.#endorsement(each, said)).filter((each) => each !== undefined); // prettier-ignore
    const counts = items(skills).slice(0, MAX_SKILLS).map((each) => this.#skill(each)).filter((each) => each !== undefined); // prettier-ignore
    // Lit reflects changes made here in the same update.
    this.empty = !written[0];
    const shown = this.#all ? written : written.slice(0, FIRST);
    return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${said.title}</div>
      ${counts[0] ? html`<ul part="skills" class="skills" aria-label=${said.skills}>${counts}</ul>` : ''}
      ${shown[0] ? html`<ul part="list" class="list" aria-labelledby="name" tabindex="-1">${shown}</ul>` : html`<p part="nothing" class="meta">${said.nothing}</p>`}
      ${shown.length < written.length ? html`<button part="more" type="button" @click=${this.#more}>${said.more}</button>` : ''}
    </div>`;
  }

  #skill({ name, endorsements }: Skill): TemplateResult | undefined {
    if (!text(name) || !Number.isSafeInteger(endorsements)) return undefined;
    const number = this.localize.format(Intl.NumberFormat, {}).format(endorsements);
    return html`<li><bdi>${text(name)}</bdi> <b>${number}</b></li>`;
  }

  /** Undefined for one that says nothing. */
  #endorsement(
    { by, skills, text: given, writtenOn }: Endorsement,
    said: EndorsementsWords,
  ): TemplateResult | undefined {
    const { localize } = this;
    const name = text(by?.name);
    const named = texts(skills).map((each) => isolated(each, localize));
    const [quoted, day] = [text(given), partialDate(writtenOn, localize)];
    if (!name || (!quoted && !named[0])) return undefined;
    const list =
      named[0] && localize.format(Intl.ListFormat, { type: 'conjunction' } as Intl.ListFormatOptions).format(named);
    const level = text(by.level);
    const checked = Object.hasOwn(said.levels, level) && said.levels[level as keyof EndorsementsWords['levels']];
    return html`<li part="endorsement">
      ${quoted ? html`<blockquote part="text" dir="auto">${quoted}</blockquote>` : ''}
      <p part="author" class="by">${this.#linked(text(by.handle), name)}</p>
      ${text(by.headline) ? html`<p class="meta"><bdi>${text(by.headline)}</bdi></p>` : ''}
      <p class="meta">${[list && said.forSkills(list), checked, day && said.writtenOn(day)]
        .filter(Boolean)
        .map((part, at) => html`${at > 0 ? ' · ' : ''}<span class="part">${part}</span>`)}</p>
    </li>`;
  }

  #linked(handle: string, name: string): TemplateResult {
    const template = text(this.hrefTemplate);
    const url =
      handle && template
        ? webUrl(template.replaceAll('{handle}', encodeURIComponent(handle)), this.baseURI)
        : undefined;
    return url ? html`<a href=${url}><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`;
  }

  /** The button goes away; focus goes to the list that it made longer. */
  readonly #more = (): void => {
    this.#all = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>('.list')?.focus());
  };

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="section" aria-hidden="true"><i></i><i></i><i></i></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-endorsements': GigsyEndorsements;
  }
}
