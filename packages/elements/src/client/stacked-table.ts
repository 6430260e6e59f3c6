/** A table that `stacked-table.styles.ts` lays out as blocks where there is no room: each cell names its column by `data-head`. */
import { type TemplateResult, html } from 'lit';

/**
 * `name` is the part, and the id of the heading that labels the table. Roles are said, since a table that is laid out as blocks
 * loses its own in some browsers.
 */
export function renderTable(name: string, heads: readonly string[], rows: unknown): TemplateResult {
  return html`<table part=${name} role="table" aria-labelledby=${name}>
    <thead>
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
