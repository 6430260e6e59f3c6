/** The portfolio: a person's certificates, gigs, badges and contributions, to filter and to open. */
import {
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import type { PortfolioPart, PortfolioSection, PortfolioView } from '@gigsy/schema';
import { text } from '../../untrusted.ts';
import { PortfolioElement } from '../portfolio-element.ts';
import { words as roomWords } from '../words.ts';
import { type Entry, type Skill, entriesOf, hasMore, sections, skillsOf } from './entries.ts';
import type { KeptFiles } from './kept-files.ts';
import { styles } from './portfolio.styles.ts';
import { type TileContext, renderTile } from './tile.ts';
import { type PortfolioWords, words } from './words.ts';

/** Fewer entries than this are read faster than they are filtered, by kind and by words. */
const SEVERAL_ENTRIES = 6;
const MANY_ENTRIES = 12;

/** The address of a file that is not for everybody: it asks for a token, which no picture and no link can send. */
const ASKS_WHO = /^\/v1\/media\/(?!public\/)/;

/** Skills that show by themselves; the others open. */
const NAMED_SKILLS = 20;

/**
 * @summary A person's portfolio: certificates, gigs, badges and contributions as tiles, skills with how many entries name each, filters
 * where there is much, and a dialog with the whole of an entry. The content of the tag is shown until the element is defined.
 * @tag gigsy-portfolio
 *
 * @csspart tools - The row of filters; from 6 entries on.
 * @csspart kind - A button that shows one kind of entry.
 * @csspart filter - The field that filters; from 12 entries on.
 * @csspart count - How many entries are shown; from 12 entries on.
 * @csspart skills - The list of skills with evidence.
 * @csspart skill - One skill.
 * @csspart group - The heading of a kind of entry.
 * @csspart list - The entries of a kind.
 * @csspart entry - One entry.
 * @csspart picture - A picture.
 * @csspart title - An entry's title.
 * @csspart issuer - Who issued it.
 * @csspart period - When it was.
 * @csspart validity - Until when it holds, or that it has expired.
 * @csspart summary - The first lines of an entry's text.
 * @csspart open - The button that opens the whole of an entry.
 * @csspart file - The button that downloads a document which is not for everybody; in the dialog.
 * @csspart page - The page at a contribution's address, in its own words; in the dialog.
 * @csspart dialog - The dialog.
 * @csspart close - The button that closes it.
 * @csspart partial - The sentence that there is more.
 */
export class GigsyPortfolio extends PortfolioElement {
  static override sections: readonly PortfolioPart[] = [...sections, 'skills'];

  static override properties: PropertyDeclarations = {
    kind: { state: true },
    query: { state: true },
    opening: { state: true },
  };

  static override styles: CSSResultGroup = [PortfolioElement.styles, styles];

  static override parts: readonly string[] = [roomWords.name, words.name];

  /** The whole of an entry. */
  static override further = (): Promise<typeof import('./details.ts')> => import('./details.ts');
  declare protected further?: typeof import('./details.ts');

  declare private kind: PortfolioSection | undefined;
  declare private query: string;
  /** The key of the entry whose dialog is open. */
  declare private opening: string | undefined;
  /** The filter by words, once its code is there. */
  #matching?: typeof import('./matching.ts').matching;
  /** Files that are not for everybody, once a portfolio names one and their code is there. */
  #kept?: KeptFiles;
  /** Whether the reader has been in the field that filters. */
  #listening = false;

  constructor() {
    super();
    this.query = '';
  }

  protected override get heading(): string {
    return this.#words.title;
  }

  get #words(): PortfolioWords {
    return this.localize.terms(words);
  }

  #name(section: PortfolioSection): string {
    return section === 'badges' ? this.localize.terms(roomWords).badges : this.#words[section];
  }

  #written(count: number): string {
    return this.localize.format(Intl.NumberFormat, {}).format(count);
  }

  get #context(): TileContext {
    return {
      localize: this.localize,
      level: Math.min(this.innerLevel + 1, 6),
      addressOf: (address) =>
        ASKS_WHO.test(text(address)) ? (this.#kept ?? this.#keep())?.at(address) : this.addressOf(address),
      kept: this.#kept,
    };
  }

  protected override renderContent(portfolio: PortfolioView): TemplateResult | undefined {
    const all = entriesOf(portfolio);
    const kinds = sections.filter((section) => all.some((entry) => entry.section === section));
    // A change may have taken the last entry of the chosen kind away.
    const kind = kinds.includes(this.kind!) ? this.kind : undefined;
    const found = this.#matching?.(all, this.query) ?? all;
    const shown = found.filter(({ section }) => !kind || section === kind);
    const opened = all.find(({ key }) => key === this.opening);
    return (
      all[0] &&
      html`${all.length >= SEVERAL_ENTRIES ? this.#tools(all, kinds, kind, shown.length) : ''}
      ${this.#skills(portfolio)}
      ${kinds.map((section) => this.#group(section, shown))}
      ${shown[0] ? '' : html`<p class="meta">${this.#words.noMatch}</p>`}
      ${portfolio.partial === true ? html`<p part="partial" class="meta">${this.#words.partial}</p>` : ''}
      ${this.isConnected ? html`<dialog part="dialog" aria-labelledby="entry" closedby="any" @close=${this.#closed}>${opened ? this.further?.renderDialog(opened, this.#context) : ''}</dialog>` : ''}`
    );
  }

  #tools(all: Entry[], kinds: PortfolioSection[], kind: PortfolioSection | undefined, count: number): TemplateResult {
    const said = this.#words;
    const many = all.length >= MANY_ENTRIES;
    const button = (section: PortfolioSection | undefined, name: string, total: number) =>
      html`<button part="kind" type="button" aria-pressed=${section === kind} @click=${() => (this.kind = section)}>${name} <span>${this.#written(total)}</span></button>`;
    return html`<div part="tools" class="tools">
      ${
        kinds.length > 1
          ? html`<div role="group" aria-label=${said.kinds}>
        ${button(undefined, said.all, all.length)}
        ${kinds.map((section) => button(section, this.#name(section), all.filter((entry) => entry.section === section).length))}
      </div>`
          : ''
      }
      ${
        many
          ? html`<input part="filter" type="search" .value=${this.query} aria-label=${said.search} placeholder=${said.search} @focus=${this.#search} @input=${this.#search}>
      <p part="count" class="meta" role=${this.#listening ? 'status' : nothing}>${said.shown(this.#written(count), this.#written(all.length))}</p>`
          : ''
      }
    </div>`;
  }

  #skills(portfolio: PortfolioView): TemplateResult | undefined {
    const skills = skillsOf(portfolio);
    const others = skills.length - NAMED_SKILLS;
    const list = (some: Skill[]) => html`<ul part="skills" class="chips" aria-label=${this.#words.skills}>
      ${some.map(
        ({ name, entries }) =>
          html`<li part="skill"><bdi>${name}</bdi><span role="img" aria-label=${this.#words.entries(entries, this.#written(entries))}>${this.#written(entries)}</span></li>`,
      )}
    </ul>`;
    return (
      skills[0] &&
      html`${list(skills.slice(0, NAMED_SKILLS))}
      ${others > 0 ? html`<details class="others"><summary>${this.localize.table.moreSkills(others, this.#written(others))}</summary>${list(skills.slice(NAMED_SKILLS))}</details>` : ''}`
    );
  }

  #group(section: PortfolioSection, shown: Entry[]): TemplateResult | '' {
    const entries = shown.filter((entry) => entry.section === section);
    return entries[0]
      ? html`<div part="group" class="group" role="heading" aria-level=${this.innerLevel}>${this.#name(section)}</div>
      <ul part="list" class="tiles">${entries.map((entry) => html`<li part="entry">${renderTile(entry, this.#more(entry), this.#context)}</li>`)}</ul>`
      : '';
  }

  /** Without script the rest opens in its place. */
  #more(entry: Entry): TemplateResult | '' {
    if (!hasMore(entry)) return '';
    const { details } = this.#words;
    if (!this.isConnected)
      return html`<details><summary part="open">${details}</summary>${this.further?.renderRest(entry, this.#context)}</details>`;
    return html`<button part="open" class="open" type="button" aria-haspopup="dialog" aria-label="${details}: ${entry.title}" @click=${() => this.#open(entry)}>${details}</button>`;
  }

  async #open({ key }: Entry): Promise<void> {
    this.opening = key;
    if (!this.further) await this.loadFurther();
    if (!this.further) this.opening = undefined;
  }

  /** The browser gives focus back to the button that opened it. */
  #closed(): void {
    this.opening = undefined;
  }

  /** Without the code such files stay out; without a document there is nobody who has a client. */
  #keep(): undefined {
    if (this.isConnected)
      import('./kept-files.ts').then(
        ({ KeptFiles }) => (this.#kept ??= new KeptFiles(this)),
        () => {},
      );
  }

  /** A press beside the dialog closes it where browsers know `closedby`. */
  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog?.childElementCount) dialog?.close();
    else if (!dialog.open) dialog.showModal();
  }

  /** With the focus, before the first letter: the region that announces the count must exist by then. */
  #search({ target }: Event): void {
    this.#listening = true;
    this.query = (target as HTMLInputElement).value;
    void this.#load();
  }

  /** Without the code every entry stays on show. */
  async #load(): Promise<void> {
    if (this.#matching) return;
    this.#matching = (await import('./matching.ts').catch(() => undefined))?.matching;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-portfolio': GigsyPortfolio;
  }
}
