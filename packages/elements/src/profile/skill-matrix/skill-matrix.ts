/** The skill matrix: every skill with level, years and evidence; sorted, filtered and grouped by the reader. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { MatrixTerms } from '../../localization/terms.ts';
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

const english: MatrixTerms = {
  skill: 'Skill',
  level: 'Level',
  years: 'Years',
  evidence: 'Evidence',
  endorsements: 'Endorsements',
  filter: 'Filter skills',
  group: 'Group by category',
  table: 'Show as table',
  other: 'Other',
  shown: (count, total) => `${count} of ${total} skills`,
  noMatch: 'No skill matches.',
};

/**
 * @summary A person's skills by category, with levels, years, endorsements where visible, and evidence, to sort, filter
 * and group. A grid with one tab stop: arrow keys, Home, End, Page Up and Page Down move in it; as a plain table it has none of that.
 * @tag gigsy-skill-matrix
 *
 * @attr {string} handle - Whose skills to show.
 * @attr {string} api - Origin of the Gigsy site; else that of a `<gigsy-provider>` around, or the page's `<meta name="gigsy-api">`.
 * @attr {boolean} live - Follow changes as they happen.
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {number} heading-level - Level of the heading, 1 to 6; 3 when absent.
 * @attr {'grid'|'table'} view - How it is presented to keyboard and assistive technology; the reader can switch.
 * @attr {boolean} ungrouped - One list instead of categories; the reader can switch.
 * @attr {'loading'|'ready'|'unavailable'|'error'|'offline'} state - Set by the element.
 *
 * @event {CustomEvent<{ profile: ProfileView | null }>} gigsy-load - A profile arrived, again with each live change.
 * @event {CustomEvent<GigsyError>} gigsy-error - Loading or watching failed; `detail.code` says how.
 *
 * @csspart card - The box.
 * @csspart heading - The heading.
 * @csspart tools - The row with filter and switches.
 * @csspart filter - The field that filters.
 * @csspart group-switch - The button that groups.
 * @csspart view-switch - The button between grid and table.
 * @csspart count - How many skills are shown.
 * @csspart matrix - The table.
 * @csspart sort - A header's button.
 * @csspart group - A category's heading.
 * @csspart skill - A skill's row.
 * @csspart nothing - The sentence when there are no skills.
 * @csspart message - The sentence that tells the state.
 * @csspart retry - The button that loads again.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text and fills are mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - Focus and level marks.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
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

  declare view: 'grid' | 'table';
  declare ungrouped: boolean;
  declare private order?: SkillOrder;
  declare private query: string;
  /** Whether the profile on show has endorsements, and evidence: else there is no column for them. */
  #endorsed = false;
  #evident = false;
  /** Whether the reader has been in the field that filters. */
  #listening = false;
  /** Makes alike what differs in nothing that a reader types on purpose: case, and all else once the code for it is there. */
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

  get #words(): MatrixTerms {
    return this.localize.table.matrix ?? english;
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
    return html`<div part="tools" class="tools">
      <input part="filter" type="search" .value=${this.query} aria-label=${words.filter} placeholder=${words.filter} @focus=${this.#listen} @input=${this.#filter}>
      ${categorized ? html`<button part="group-switch" aria-pressed=${!this.ungrouped} @click=${this.#group}>${words.group}</button>` : ''}
      <button part="view-switch" aria-pressed=${this.view === 'table'} @click=${this.#switch}>${words.table}</button>
      <p part="count" class="meta" role=${this.#listening ? 'status' : nothing}>${words.shown(written(count), written(total))}</p>
    </div>`;
  }

  #matrix(groups: SkillGroup[], named: boolean): TemplateResult {
    const words = this.#words;
    const plain = this.view === 'table';
    return html`<table part="matrix" role=${plain ? 'table' : 'grid'} aria-labelledby="name" aria-readonly=${plain ? nothing : 'true'}
      @keydown=${this.#keys.onKey} @focusin=${this.#keys.onFocus} @click=${this.#keys.onFocus}>
      <thead><tr role="row">
        ${this.#header('name', words.skill)}${this.#header('level', words.level)}${this.#header('years', words.years)}
        ${this.#endorsed ? this.#header('endorsements', words.endorsements) : ''}
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

  #header(column: SkillColumn, label: string): TemplateResult {
    const { order } = this;
    const direction = order?.column !== column ? nothing : order.descending ? 'descending' : 'ascending';
    return html`<th role="columnheader" scope="col" aria-sort=${direction}>
      <button part="sort" @click=${this.#sort} name=${column} tabindex=${this.view === 'table' ? nothing : -1}>${label}</button>
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

  /** The count is announced to whoever changes it; the region must be there before. */
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
