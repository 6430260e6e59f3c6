/** A list under a heading, whose lines are known by ids. Nothing but the heading and a hint where there are no lines. */
import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** A line with the id that it is known by: a button must not become that of another line while it has the focus. */
export interface Row {
  readonly id: string;
  readonly row: TemplateResult;
}

export interface TitledList {
  /** The list's part and id. */
  readonly part: string;
  /** The class of the list. */
  readonly kind: string;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly hint?: string | undefined;
}

/** `level` is that of the heading. */
export function renderTitledList(level: number, { part, kind, title, rows, hint }: TitledList): TemplateResult {
  return html`<div id=${part} part="title" class="title" role="heading" aria-level=${level}>${title}</div>
    ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`}
    ${
      rows.length > 0
        ? html`<ul part=${part} class=${kind} aria-labelledby=${part}>${repeat(
            rows,
            ({ id }) => id,
            ({ row }) => row,
          )}</ul>`
        : nothing
    }`;
}
