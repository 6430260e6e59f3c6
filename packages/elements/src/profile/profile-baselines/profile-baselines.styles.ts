/** Columns side by side; bars in two columns where there is room; dense tables with heads that stay. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .columns { display: grid; grid-template-columns: repeat(10, 1fr); gap: .25em; align-items: start }
  .columns li { display: grid; gap: .25em; text-align: center; min-inline-size: 0 }
  .value { font-size: .75em; color: var(--_muted); font-variant-numeric: tabular-nums; min-block-size: 1.5em }
  .label { font-size: .75em; line-height: 1.25; color: var(--_muted); font-variant-numeric: tabular-nums; overflow-wrap: normal }
  .short { display: none }
  svg.column { display: block; inline-size: 100%; block-size: 6em; stroke: none; color: var(--_accent); border-radius: .25em .25em 0 0 }
  svg.column rect { fill: var(--_soft) }
  svg.column .fill { fill: currentColor }
  .bars { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr)); gap: .75em 1.5em }
  .bars li { display: grid; grid-template-columns: 1fr auto; gap: .25em .5em; font-size: .875em; align-items: baseline }
  .bars .value { font-size: 1em }
  .bars svg { grid-column: 1 / -1 }
  .scroll { overflow: auto; max-block-size: 20em; border: 1px solid var(--_line); border-radius: .375em }
  table { border-spacing: 0; inline-size: 100%; font-size: .875em; font-variant-numeric: tabular-nums; overflow-wrap: normal }
  th, td { padding: calc(var(--_space) * .375) .75em; text-align: end; font-weight: 400; white-space: nowrap }
  th:first-child { text-align: start; position: sticky; inset-inline-start: 0; background: var(--_surface) }
  thead th { position: sticky; inset-block-start: 0; background: var(--_surface); color: var(--_muted); font-weight: 550; z-index: 1 }
  thead th:first-child { z-index: 2 }
  tbody tr > * { border-block-start: 1px solid var(--_line) }
  @container (inline-size < 46em) {
    .columns .whole { display: none }
    .columns .short { display: inline }
  }
  @container (inline-size < 30em) {
    .columns .value { font-size: .625em }
  }
  @media (forced-colors: active) {
    svg.column { outline: 1px solid CanvasText; color: CanvasText; forced-color-adjust: none }
    svg.column rect { fill: Canvas }
  }
`;
