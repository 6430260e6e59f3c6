/** Charts of plain SVG, and their tables. SVG takes its lengths from attributes, which a strict policy for styles allows. */
import { type TemplateResult, html } from 'lit';

/** Counts by label, for a chart and for the table behind it. */
export interface Figures {
  /** A number as written. */
  number(value: number): string;
  /** The head of the column of labels. */
  corner: string;
  heads: string[];
  rows: { label: string; values: number[] }[];
  /** `short` stands for the label where there is little room. */
  charted: { label: string; value: number; short?: string }[];
}

/** Upright columns, for bands in their order. */
export function columns({ charted, number }: Figures): TemplateResult {
  const most = greatest(charted);
  return html`<ul class="columns">
    ${charted.map(
      ({ label, value, short }) =>
        html`<li>
          <span class="value">${value ? number(value) : ''}</span>
          <svg class="column" viewBox="0 0 1 100" preserveAspectRatio="none"><rect width="1" height="100"></rect><rect class="fill" width="1" y=${100 - (value / most) * 100} height=${(value / most) * 100}></rect></svg>
          <span class="label"><span class="whole">${label}</span><span class="short">${short}</span></span>
        </li>`,
    )}
  </ul>`;
}

/** Lying bars, for labels of any length. */
export function bars({ charted, number }: Figures): TemplateResult {
  const most = greatest(charted);
  return html`<ul class="bars">
    ${charted.map(
      ({ label, value }) =>
        html`<li>
          <span>${label}</span> <span class="value">${number(value)}</span>
          <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="100" height="1"></rect><rect class="fill" width=${(value / most) * 100} height="1"></rect></svg>
        </li>`,
    )}
  </ul>`;
}

/** It scrolls in its own box if it is wider, by keyboard too. */
export function table({ corner, heads, rows, number }: Figures, title: string): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${title}>
    <table>
      <thead>
        <tr>${[corner, ...heads].map((head) => html`<th scope="col">${head}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, values }) =>
            html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td>${number(value)}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function greatest(charted: Figures['charted']): number {
  return Math.max(1, ...charted.map(({ value }) => value));
}
