/** The skill matrix: every skill with level, years and evidence; sorted, filtered and grouped by the reader. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { levelStyles, renderLevel } from '../skill-level.ts';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { GridKeys } from './grid-keys.ts';
import { isolated } from '../untrusted.ts';
import {
  type SkillColumn,
  type SkillGroup,
  type SkillOrder,
  type SkillRow,
  grouped,
  matching,
  skillRows,
  sorted,
} from './skill-rows.ts';
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
  /**
   * Folds differences that a reader does not type on purpose: case at first, and all others once their code is loaded.
   */
  #folded = (words: string): string => words.toLowerCase();
  readonly #keys: GridKeys = new GridKeys(this, (): HTMLTableElement | null =>
    this.renderRoot.querySelector('table[role=grid]'),
  );

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
    const found = matching(all, this.query, this.#folded);
    const rows = this.order ? sorted(found, this.order, this.localize.format(Intl.Collator, { numeric: true })) : found;
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
    const written = (number: number) => this.localize.format(Intl.NumberFormat, {}).format(number);
    const many = total >= MANY_SKILLS;
    return html`<div part="tools" class="tools" @animationstart=${this.#narrow}>
      ${many ? html`<input part="filter" type="search" .value=${this.query} aria-label=${words.filter} placeholder=${words.filter} @focus=${this.#listen} @input=${this.#filter}>` : ''}
      <label class="by">${words.sortBy} <select part="sort-field" @change=${this.#sortBy}>${this.#options()}</select></label>
      ${categorized ? html`<button part="group-switch" aria-pressed=${!this.ungrouped} @click=${this.#group}>${words.group}</button>` : ''}
      ${many ? html`<p part="count" class="meta" role=${this.#listening ? 'status' : nothing}>${words.shown(written(count), written(total))}</p>` : ''}
      <button part="view-switch" class="view" aria-pressed=${this.view === 'table'} @click=${this.#switch}>${words.table}</button>
    </div>`;
  }

  #label(column: SkillColumn): string {
    return this.#words[column === 'name' ? 'skill' : column];
  }

  #options(): TemplateResult[] {
    return ['' as const, ...SORTABLE.filter((column) => column !== 'endorsements' || this.#endorsed)].map(
      (column) =>
        html`<option value=${column} .selected=${column === (this.order?.column ?? '')}>${column ? this.#label(column) : this.#words.listed}</option>`,
    );
  }

  #matrix(groups: SkillGroup[], named: boolean): TemplateResult {
    const words = this.#words;
    const plain = this.view === 'table';
    return html`<table part="matrix" role=${plain ? 'table' : 'grid'} aria-labelledby="name" aria-readonly=${plain ? nothing : 'true'}
      @keydown=${this.#keys.onKey} @focusin=${this.#keys.onFocus} @click=${this.#keys.onFocus}>
      <thead><tr role="row">
        ${SORTABLE.map((column) => (column !== 'endorsements' || this.#endorsed ? this.#header(column) : ''))}
        ${this.#evident ? html`<th role="columnheader" scope="col" class="evidence">${words.evidence}</th>` : ''}
      </tr></thead>
      ${groups.map(
        ({ category, rows }) => html`<tbody>
        ${named ? html`<tr role="row" class="group" data-key="/${category}"><th part="group" role="rowheader" scope="rowgroup" colspan="5"><bdi>${category || words.other}</bdi></th></tr>` : ''}
        ${rows.map((row) => this.#row(row, plain ? 'cell' : 'gridcell'))}
      </tbody>`,
      )}
    </table>`;
  }

  #header(column: SkillColumn): TemplateResult {
    const { order } = this;
    const direction = order?.column !== column ? nothing : order.descending ? 'descending' : 'ascending';
    return html`<th role="columnheader" scope="col" aria-sort=${direction}>
      <button part="sort" @click=${this.#sort} name=${column} tabindex=${this.view === 'table' ? nothing : -1}>${this.#label(column)}</button>
    </th>`;
  }

  #row({ key, name, level, years, evidence, endorsements }: SkillRow, cell: string): TemplateResult {
    const { localize } = this;
    const written =
      years < 0
        ? ''
        : localize.format(Intl.NumberFormat, { style: 'unit', unit: 'year', maximumFractionDigits: 1 }).format(years);
    return html`<tr part="skill" role="row" data-key=${key}>
      <th role="rowheader" scope="row" class="name"><bdi>${name}</bdi></th>
      <td role=${cell} class="level-cell">${level ? renderLevel(level, localize) : ''}</td>
      <td role=${cell} class="years">${written}</td>
      ${this.#endorsed ? html`<td role=${cell} class="years">${endorsements ? localize.format(Intl.NumberFormat, {}).format(endorsements) : ''}</td>` : ''}
      ${this.#evident ? html`<td role=${cell} class="evidence">${localize.format(Intl.ListFormat, {}).format(evidence.map((words) => isolated(words, localize)))}</td>` : ''}
    </tr>`;
  }

  /** Levels and years start with the most; a second time turns the order round. */
  #sort = ({ currentTarget }: Event): void => {
    const column = (currentTarget as HTMLButtonElement).name as SkillColumn;
    const { order } = this;
    this.order = { column, descending: order?.column === column ? !order.descending : column !== 'name' };
  };

  #sortBy({ target }: Event): void {
    const column = (target as HTMLSelectElement).value as SkillColumn | '';
    this.order = column ? { column, descending: column !== 'name' } : undefined;
  }

  /** The styles start an animation when the field takes the place of the headers: the tab stop may have been on one. */
  #narrow(): void {
    this.requestUpdate();
  }

  /** The count is announced to the reader who changes it; the region must exist before. */
  #listen(): void {
    this.#listening = true;
    this.requestUpdate();
    import('./folding.ts').then(
      ({ folded }) => {
        this.#folded = folded;
        this.requestUpdate();
      },
      () => {},
    );
  }

  #filter({ target }: Event): void {
    this.query = (target as HTMLInputElement).value;
    this.#listen();
  }

  #group(): void {
    this.ungrouped = !this.ungrouped;
  }

  #switch(): void {
    this.view = this.view === 'table' ? 'grid' : 'table';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-skill-matrix': GigsySkillMatrix;
  }
}
