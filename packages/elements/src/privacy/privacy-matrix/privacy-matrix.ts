/** The privacy matrix: the rules by which parts of a profile are shown and kept, from the data of the policy. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import type { Role } from '@gigsy/schema';
import { StyledElement } from '../../appearance/styled-element.ts';
import { surface } from '../../appearance/surface.styles.ts';
import { Localize } from '../../localization/localize.ts';
import { fieldName } from '../field-name.ts';
import { stackedTable } from '../../client/stacked-table.styles.ts';
import type { PrivacyTerms } from '../terms.ts';
import { words as shared } from '../words.ts';
import { styles } from './privacy-matrix.styles.ts';
import type { PassingClass, ShownRow } from './row.ts';
import { rows } from './rows.generated.ts';
import type { PrivacyMatrixTerms } from './terms.ts';
import { words } from './words.ts';

/** In the order of the defaults in a row. */
const ROLES: readonly Role[] = ['student', 'employer', 'mentor', 'moderator', 'admin'];

/**
 * @summary The rules of privacy for each part of a profile: who sees it at first by the owner's role, who may change that, on which legal
 * basis it is held, for how long, and where it can appear. It shows no person and asks nobody.
 * @tag gigsy-privacy-matrix
 *
 * @attr {'student'|'employer'|'mentor'|'moderator'|'admin'} owner-role - The role whose defaults are shown; the reader can choose another.
 * @attr {number} heading-level - Level of the heading, 1 to 6; 2 when absent.
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 *
 * @csspart card - The box.
 * @csspart heading - Its heading.
 * @csspart role - The field that chooses a role.
 * @csspart matrix - The table.
 * @csspart field - The row of a part of the profile.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text is mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - Focus.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
 */
export class GigsyPrivacyMatrix extends StyledElement {
  static override properties: PropertyDeclarations = {
    ownerRole: { attribute: 'owner-role' },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static override styles: CSSResultGroup = [surface, styles, stackedTable];

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [shared.name, words.name];

  /** The role whose defaults are shown; students when undefined or unknown. */
  declare ownerRole?: 'student' | 'employer' | 'mentor' | 'moderator' | 'admin';
  /** Level of the heading, 1 to 6; 2 when absent. */
  declare headingLevel: number;

  protected readonly localize: Localize = new Localize(this);

  protected override render(): TemplateResult {
    const { localize } = this;
    const [said, named] = [localize.terms(words), localize.terms(shared)];
    const chosen = Math.max(0, ROLES.indexOf(this.ownerRole!));
    const heads = [said.field, said.first, said.who, said.basis, said.kept, said.where];
    return html`<div class="frame" dir=${localize.dir} lang=${localize.table.code}>
      <article part="card" class="known" aria-labelledby="name">
          <div id="name" part="heading" class="heading" role="heading" aria-level=${this.headingLevel || 2}>${said.title}</div>
          <p>${said.intro}</p>
          <label>${said.role}
            <select part="role" @change=${this.#choose}>${ROLES.map((role, at) => html`<option value=${role} .selected=${at === chosen}>${named.role[role]}</option>`)}</select>
          </label>
          <table part="matrix" role="table" aria-labelledby="name">
            <thead><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>
            <tbody>${rows.map((row) => this.#row(row, chosen, said, named))}</tbody>
          </table>
      </article>
    </div>`;
  }

  #row(
    [key, defaults, widest, who, basis, special, kept, places]: ShownRow,
    role: number,
    said: PrivacyMatrixTerms,
    named: PrivacyTerms,
  ): TemplateResult {
    const cell = (head: string, content: unknown) => html`<td role="cell" data-head=${head}><div>${content}</div></td>`;
    const further = (text: string) => html` <small>${text}</small>`;
    return html`<tr part="field" role="row">
      <th role="rowheader" scope="row">${fieldName(named, key)}</th>
      ${cell(said.first, named.visibility[defaults[role]!])}
      ${cell(said.who, [who === 'nobody' ? said.nobody : said.owner(named.visibility[widest]), who === 'notNamed' ? further(said.notNamed) : nothing])}
      ${cell(said.basis, [said.grounds[basis], special ? further(said.special) : nothing])}
      ${cell(
        said.kept,
        kept.map((each, at) => (at ? further : String)(this.#time(each, said))),
      )}
      ${cell(said.where, html`<ul>${places.map((place) => html`<li>${said.place[place]}</li>`)}</ul>`)}
    </tr>`;
  }

  #time([name, hours]: ShownRow[6][number], { account, after }: PrivacyMatrixTerms): string {
    if (!hours) return account;
    const [count, unit] = hours % 24 ? [hours, 'hour'] : [hours / 24, 'day'];
    const time = this.localize.format(Intl.NumberFormat, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    return after[name as PassingClass](time);
  }

  readonly #choose = ({ target }: Event): void => {
    this.ownerRole = (target as HTMLSelectElement).value as Role;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-privacy-matrix': GigsyPrivacyMatrix;
  }
}
