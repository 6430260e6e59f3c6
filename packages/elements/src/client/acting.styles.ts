/**
 * Styles of elements in which the person takes steps, beside those of the frame of answers: buttons in a bar, the line that tells an outcome, labels of state,
 * blocks that open, forms, and tables that scroll by themselves where there is no room.
 */
import { css } from '../appearance/css.ts';

export const actingStyles = css`
  .frame { --_danger: oklch(from var(--_text) calc(.41 + l * .37) .15 27) }
  .intro, .hint, .status { font-size: .875em; color: var(--_muted); text-wrap: pretty }
  .intro { margin-block-start: .25em; max-inline-size: 44em }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5em }
  .bar > * { flex: none; max-inline-size: 100% }
  button, select, input:not([type=radio], [type=checkbox]) { min-block-size: 2.25em; background: var(--_surface) }
  button { padding: .25em 1em; text-align: start }
  .primary { background: var(--_accent); border-color: var(--_accent); color: var(--_surface) }
  .danger { border-color: var(--_danger); color: var(--_danger) }
  .bad { color: var(--_danger); font-weight: 550 }
  .plain { min-block-size: 24px; padding: 0 .25em; border-color: transparent; color: var(--_accent); text-decoration: underline; text-underline-offset: .2em }
  [aria-disabled=true] { background: var(--_surface); border-color: var(--_line); color: var(--_muted); cursor: not-allowed }
  .tag { display: inline-block; font-size: .8125em; line-height: 1.25; padding: .25em .75em; border-radius: 1em; border: 1px solid var(--_line); color: var(--_muted) }
  .block { padding-block: calc(var(--_space) * .75); border-block-start: 1px solid var(--_line) }
  .note { font-size: .875em; display: grid; gap: .5em; justify-items: start; padding: .75em 1em; border-radius: .375em; background: var(--_soft) }
  .status { min-block-size: 1.5em; border-radius: .25em }
  form, fieldset, .note { grid-template-columns: minmax(0, 1fr) }
  form, fieldset { border: 0; min-inline-size: 0; display: grid; gap: .75em; justify-items: start }
  legend, label, .label { font-size: .875em; font-weight: 550 }
  label > input:not([type=radio], [type=checkbox]), label > select { display: block; margin-block-start: .25em; font-size: 1em; max-inline-size: 100% }
  .fault { font-size: .875em; color: var(--_danger) }
  .scroll { overflow-x: auto; border-radius: .25em }
  table { border-collapse: collapse; inline-size: 100%; font-size: .875em; font-variant-numeric: tabular-nums }
  caption { text-align: start; font-weight: 550; padding-block-end: .25em }
  th, td { text-align: start; vertical-align: top; padding: .5em .75em .5em 0; padding-inline: 0 .75em; border-block-start: 1px solid var(--_line) }
  thead th { border: 0; color: var(--_muted); font-weight: 550 }
  tbody th { font-weight: 550 }
  @media (forced-colors: active) {
    .primary:not([aria-disabled]) { background: Highlight; color: HighlightText; border-color: Highlight; forced-color-adjust: none }
    .danger { border-width: 2px }
    [aria-disabled=true] { color: GrayText; border-color: GrayText }
    .note { border: 1px solid CanvasText }
  }
`;
