/**
 * The matrix: a table with sticky headings; below 30 em (480 px at the usual size) rows of two lines. Tables in documents
 * without a doctype, such as empty frames and new windows, inherit no type (HTML, "Rendering", quirks mode) unless told to.
 */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .tools { display: flex; flex-wrap: wrap; gap: .5em; margin-block-end: .5em }
  .tools .meta { margin-inline-start: auto; align-self: center; font-variant-numeric: tabular-nums }
  .by { display: none; font-size: .875em }
  .tools .view { border-color: transparent; color: var(--_muted) }
  :not(.meta) + .view { margin-inline-start: auto }
  input { font-weight: 400; flex: 0 1 16em; min-inline-size: 8em }
  ::placeholder { color: var(--_muted); opacity: 1 }
  .tools button { font-weight: 400; border-color: var(--_line) }
  button[aria-pressed=true] { background: var(--_soft); border-color: var(--_mark) }
  button[aria-pressed=true]::before { content: "✓ " / "" }
  table {
    inline-size: 100%;
    border-spacing: 0;
    font: inherit;
    color: inherit;
    font-size: .875em;
    font-variant-numeric: tabular-nums;
  }
  th, td { text-align: start; vertical-align: baseline; padding: calc(var(--_space) * .4) .5em; font-weight: 400 }
  th:first-child { padding-inline-start: 0 }
  td:last-child { padding-inline-end: 0 }
  tbody tr > * { border-block-start: 1px solid var(--_line); scroll-margin-block-start: calc(var(--gigsy-sticky-top, 0px) + var(--_covered, 0px)) }
  thead th { color: var(--_muted); font-weight: 550 }
  thead button { font-size: 1em; text-align: start; white-space: nowrap; border: 0; padding: 0 }
  [aria-sort] button, thead button:hover { color: var(--_text) }
  thead button::after { display: inline-block; inline-size: 1.75em; text-align: center; content: "↑↓" / ""; opacity: .6 }
  [aria-sort] button::after { content: "↓" / ""; opacity: 1 }
  [aria-sort=ascending] button::after { content: "↑" / "" }
  .group th {
    position: sticky;
    inset-block-start: var(--gigsy-sticky-top, 0px);
    background: var(--_surface);
    font-weight: 650;
    padding-block-start: calc(var(--_space) * .9);
  }
  tbody .name { font-weight: 550; inline-size: 28% }
  .level-cell, .years { white-space: nowrap }
  .level-cell .marks { display: inline-flex; margin-inline-end: .5em }
  .evidence { color: var(--_muted) }
  :is(th, td):focus-visible { outline-offset: -2px; border-radius: 4px }
  @container (inline-size < 30em) {
    table, thead, tbody { display: block }
    thead { display: none }
    .by { display: block; animation: room 1ms }
    tbody tr {
      display: grid;
      grid-template-columns: auto 1fr auto;
      align-items: baseline;
      column-gap: .75em;
      border-block-start: 1px solid var(--_line);
      padding-block: calc(var(--_space) * .4);
    }
    tbody tr > * { border: 0; padding: 0 }
    tbody .name { grid-column: 1 / 3; inline-size: auto }
    tbody .years { color: var(--_muted) }
    tbody .evidence { grid-column: 2 / 4 }
    .years:empty + .evidence { grid-column: 1 / 4 }
    .group { position: sticky; inset-block-start: var(--gigsy-sticky-top, 0px); background: var(--_surface) }
    .group th { grid-column: 1 / 4; padding-block-start: .5em }
    input { flex: 1 0 100% }
  }
  @keyframes room { }
`;
