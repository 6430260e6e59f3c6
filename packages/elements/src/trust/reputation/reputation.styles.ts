/** The reputation index: a number, a bar of what is known and what is possible, and a table. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .score { font-size: 1.5em; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums }
  .chart { display: block; inline-size: 100%; block-size: .5em; margin-block: .75em; border-radius: .25em; stroke: none }
  .all { fill: var(--_soft) }
  .open { fill: var(--_line) }
  .fill { fill: var(--_accent) }
  [dir=rtl] .chart { transform: scaleX(-1) }
  table { border-collapse: collapse; inline-size: 100%; font-size: .875em; font-variant-numeric: tabular-nums; margin-block-end: .75em }
  caption { text-align: start; font-weight: 550; padding-block-end: .25em }
  th, td { text-align: start; padding-block: .375em; padding-inline: 0 .75em; border-block-start: 1px solid var(--_line); font-weight: 400 }
  thead th { border: 0; color: var(--_muted) }
  @media (forced-colors: active) {
    .chart { outline: 1px solid CanvasText; forced-color-adjust: none }
    .all { fill: Canvas }
    .open { fill: GrayText }
    .fill { fill: CanvasText }
  }
`;
