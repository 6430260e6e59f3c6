/** The skill matrix: every skill with level, years and evidence; sorted, filtered and grouped by the reader. */
import {
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { levelStyles, renderLevel } from '../skill-level.ts';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import type { GridEvent, Use } from './use.ts';
import { isolated } from '../../untrusted.ts';
import { type SkillColumn, type SkillGroup, type SkillOrder, type SkillRow, grouped, skillRows } from './skill-rows.ts';
import { styles } from './skill-matrix.styles.ts';
import { type MatrixWords, words } from './words.ts';

/** A list shorter than this is read faster than it is filtered. */
const MANY_SKILLS = 12;

/** Columns that can be sorted by, in their order. */
const SORTABLE = ['name', 'level', 'years', 'endorsements'] as const satisfies SkillColumn[];

/**
 * @summary A person's skills by category, with levels, years, endorsements where visible, and evidence, to sort, filter
 * and group. A grid with one tab stop: arrow keys, Home, End, Page Up and Page Down move in it; a plain table has no
 * keys of its own.
 * @tag gigsy-skill-matrix
 *
 * @attr {'grid'|'table'} view - How it is presented to keyboard and assistive technology; the reader can switch.
 * @attr {boolean} ungrouped - One list instead of categories; the reader can switch.
 *
 * @csspart tools - The row with filter and switches.
 * @csspart filter - The field that filters; from 12 skills on.
 * @csspart sort-field - The field that sorts, where the matrix is narrow.
 * @csspart group-switch - The button that groups.
 * @csspart view-switch - The button between grid and table.
 * @csspart count - How many skills are shown; from 12 skills on.
 * @csspart matrix - The table.
 * @csspart sort - A header's button.
 * @csspart group - A category's heading.
 * @csspart skill - A skill's row.
 *
 * @cssproperty [--gigsy-accent] - Focus and level marks.
 * @cssproperty [--gigsy-sticky-top=0px] - Where headings stick while the page scrolls: the height of the host's own bar.
 */
export class GigsySkillMatrix extends SectionElement {
  static override sections: readonly ProfileSection[] = ['skills'];

  static override properties: PropertyDeclarations = {
    view: { reflect: true },
    ungrouped: { type: Boolean, reflect: true },
    order: { state: true },
    query: { state: true },
  };

  static override styles: CSSResultGroup = [SectionElement.styles, levelStyles, styles];

  static override parts: readonly string[] = [...SectionElement.parts, words.name];

  declare view: 'grid' | 'table';
  declare ungrouped: boolean;
  declare private order: SkillOrder | undefined;
  declare private query: string;
  /** Whether the profile on show has endorsements, and evidence: without them there is no column. */
  #endorsed = false;
  #evident = false;
  /** Whether the reader has been in the field that filters. */
  #listening = false;
  /** The filter, the order and the keys, once their code is there. */
  #use?: Use;
  /** Events in the grid while the code is on its way. */
  #early?: GridEvent[];

  constructor() {
    super();
    this.view = 'grid';
    this.query = '';
  }

  protected override get heading(): string {
    return this.localize.table.skills;
  }

  get #words(): MatrixWords {
    return this.localize.terms(words);
  }

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const all = skillRows(profile);
    const found = this.#use?.matching(all, this.query) ?? all;
    const { order, localize } = this;
    const rows = (order && this.#use?.sorted(found, order, localize.format(Intl.Collator, { numeric: true }))) ?? found;
    const categorized = all.some(({ category }) => category);
    const groups = categorized && !this.ungrouped ? grouped(rows, all) : [{ category: '', rows }];
    this.#endorsed = all.some(({ endorsements }) => endorsements);
    this.#evident = all.some(({ evidence }) => evidence[0]);
    return (
      all[0] &&
      html`${this.#tools(rows.length, all.length, categorized)}
      ${rows[0] ? this.#matrix(groups, categorized && !this.ungrouped) : html`<p class="meta">${this.#words.noMatch}</p>`}`
    );
  }

  #tools(count: number, total: number, categorized: boolean): TemplateResult {
    const words = this.#words;
    const many = total >= MANY_SKILLS;
    // The styles start an animation when the field takes the place of the headers: the tab stop may have been on one.
    return html`<div part="tools" class="tools" @animationstart=${() => this.requestUpdate()}>
      ${many ? html`<input part="filter" type="search" .value=${this.query} aria-label=${words.filter} placeholder=${words.filter} @focus=${this.#listen} @input=${this.#filter}>` : ''}
      <label class="by">${words.sortBy} <select part="sort-field" @change=${this.#sortBy}>${this.#options()}</select></label>
      ${categorized ? html`<button part="group-switch" aria-pressed=${!this.ungrouped} @click=${() => (this.ungrouped = !this.ungrouped)}>${words.group}</button>` : ''}
      ${many ? html`<p part="count" class="meta" role=${this.#listening ? 'status' : nothing}>${words.shown(this.#written(count), this.#written(total))}</p>` : ''}
      <button part="view-switch" class="view" aria-pressed=${this.#plain} @click=${() => (this.view = this.#plain ? 'grid' : 'table')}>${words.table}</button>
    </div>`;
  }

  get #plain(): boolean {
    return this.view === 'table';
  }

  /** Cells of a grid take focus themselves, by click too; those of a plain table do not, nor without script. */
  get #focusable(): -1 | typeof nothing {
    return this.#plain || !this.isConnected ? nothing : -1;
  }

  get #columns(): SkillColumn[] {
    return SORTABLE.filter((column) => column !== 'endorsements' || this.#endorsed);
  }

  #written(number: number): string {
    return this.localize.format(Intl.NumberFormat, {}).format(number);
  }

  #label(column: SkillColumn): string {
    return this.#words[column === 'name' ? 'skill' : column];
  }

  #options(): TemplateResult[] {
    return ['' as const, ...this.#columns].map(
      (column) =>
        html`<option value=${column} .selected=${column === (this.order?.column ?? '')}>${column ? this.#label(column) : this.#words.listed}</option>`,
    );
  }

  #matrix(groups: SkillGroup[], named: boolean): TemplateResult {
    const words = this.#words;
    const plain = this.#plain;
    return html`<table part="matrix" role=${plain ? 'table' : 'grid'} aria-labelledby="name" aria-readonly=${plain ? nothing : 'true'}
      @keydown=${this.#act} @focusin=${this.#act} @click=${this.#act} @pointerenter=${this.#act}>
      <thead><tr role="row">
        ${this.#columns.map((column) => this.#header(column))}
        ${this.#evident ? html`<th role="columnheader" scope="col" class="evidence" tabindex=${this.#focusable}>${words.evidence}</th>` : ''}
      </tr></thead>
      ${groups.map(
        ({ category, rows }) => html`<tbody>
        ${named ? html`<tr role="row" class="group" data-key="/${category}"><th part="group" role="rowheader" scope="rowgroup" colspan="5" tabindex=${this.#focusable}><bdi>${category || words.other}</bdi></th></tr>` : ''}
        ${rows.map((row) => this.#row(row, plain ? 'cell' : 'gridcell'))}
      </tbody>`,
      )}
    </table>`;
  }

  #header(column: SkillColumn): TemplateResult {
    const { order } = this;
    const direction = order?.column !== column ? nothing : order.descending ? 'descending' : 'ascending';
    return html`<th role="columnheader" scope="col" aria-sort=${direction}>
      <button part="sort" @click=${this.#sort} name=${column} tabindex=${this.#plain ? nothing : -1}>${this.#label(column)}</button>
    </th>`;
  }

  #row({ key, name, level, years, evidence, endorsements }: SkillRow, cell: string): TemplateResult {
    const { localize } = this;
    const focusable = this.#focusable;
    const written =
      years < 0
        ? ''
        : localize.format(Intl.NumberFormat, { style: 'unit', unit: 'year', maximumFractionDigits: 1 }).format(years);
    return html`<tr part="skill" role="row" data-key=${key}>
      <th role="rowheader" scope="row" class="name" tabindex=${focusable}><bdi>${name}</bdi></th>
      <td role=${cell} tabindex=${focusable} class="level-cell">${level ? renderLevel(level, localize) : ''}</td>
      <td role=${cell} tabindex=${focusable} class="years">${written}</td>
      ${this.#endorsed ? html`<td role=${cell} tabindex=${focusable} class="years">${endorsements ? this.#written(endorsements) : ''}</td>` : ''}
      ${this.#evident ? html`<td role=${cell} tabindex=${focusable} class="evidence">${localize.format(Intl.ListFormat, {}).format(evidence.map((words) => isolated(words, localize)))}</td>` : ''}
    </tr>`;
  }

  /** Until the keys are there the first cell that shows is the tab stop: a narrow matrix has no headers. */
  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    if (this.#use) return;
    // Content that a server made may still stand before the element's own.
    const own = this.renderRoot.lastElementChild as Element;
    const cells = [...own.querySelectorAll<HTMLElement>('[role=grid] :is(button, tbody th)')];
    const first = cells.find((cell) => cell.checkVisibility());
    for (const cell of cells) cell.tabIndex = cell === first ? 0 : -1;
  }

  /** Keeps the events until the code of the keys has loaded, which takes them then. */
  #act(event: Event): void {
    const target = event.target as Element;
    if (this.#use) return this.#use.take(event, target);
    const { key, altKey, metaKey } = event as KeyboardEvent;
    if (this.#early && /^(Arrow|Page|Home|End)/.test(key) && !altKey && !metaKey) event.preventDefault();
    void this.#load();
    this.#early?.push([event, target]);
  }

  /** Without the code rows stay as listed, and keys scroll the page. */
  async #load(): Promise<void> {
    if (this.#early || this.#use) return;
    const early: GridEvent[] = (this.#early = []);
    const code = await import('./use.ts').catch(() => {});
    if (code) this.#use = new code.Use(this, early);
    else this.order = undefined;
    // Only now: the focus that the keys move is an event too, and would load the code a second time.
    this.#early = undefined;
    this.requestUpdate();
  }

  /** Levels and years start with the most; a second time turns the order round. */
  #sort = ({ currentTarget }: Event): void => {
    const column = (currentTarget as HTMLButtonElement).name as SkillColumn;
    const { order } = this;
    this.order = { column, descending: order?.column === column ? !order.descending : column !== 'name' };
    void this.#load();
  };

  #sortBy({ target }: Event): void {
    const column = (target as HTMLSelectElement).value as SkillColumn | '';
    this.order = column ? { column, descending: column !== 'name' } : undefined;
    void this.#load();
  }

  /** The count is announced to the reader who changes it; the region must exist before. */
  #listen(): void {
    this.#listening = true;
    this.requestUpdate();
    void this.#load();
  }

  #filter({ target }: Event): void {
    this.query = (target as HTMLInputElement).value;
    this.#listen();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-skill-matrix': GigsySkillMatrix;
  }
}
