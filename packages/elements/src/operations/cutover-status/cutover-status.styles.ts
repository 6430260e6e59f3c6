/** Cohorts one under the other; the phases of each as a chain, in which the present one is filled. */
import { css } from '../../appearance/css.ts';

export const cutoverStyles = css`
  .frame { --_danger: oklch(from var(--_text) calc(.41 + l * .37) .15 27) }
  .drift, .who, .facts, .obstacles { font-size: .875em; color: var(--_muted) }
  .bad { color: var(--_danger); font-weight: 550 }
  .cohorts { margin-block-start: calc(var(--_space) * .75) }
  .cohort:last-child { padding-block-end: 0 }
  .cohort { display: grid; gap: calc(var(--_space) * .625); padding-block: var(--_space); border-block-start: 1px solid var(--_line) }
  .names { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75em }
  .name { font-weight: 650 }
  .phases { display: flex; flex-wrap: wrap; gap: .375em; list-style: none }
  .phase { display: flex; align-items: center; font-size: .875em; line-height: 1.25; padding: .25em .75em; border: 1px solid var(--_line); border-radius: 1em; color: var(--_muted) }
  .past { background: var(--_soft); color: var(--_text) }
  .now { background: var(--_accent); border-color: var(--_accent); color: var(--_surface); font-weight: 650 }
  .facts { display: flex; flex-wrap: wrap; gap: .25em 1.25em }
  .facts:not(:has(p)), .bar:not(:has(button)) { display: none }
  code { font: inherit; font-family: ui-monospace, monospace; background: var(--_soft); border-radius: .25em; padding-inline: .25em }
  .obstacles { display: grid; gap: .25em; padding: .5em .75em; border-inline-start: .25em solid var(--_danger); border-radius: .25em; background: var(--_soft); color: var(--_text) }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5em }
  .question { flex: 1 1 100%; font-weight: 550; text-wrap: pretty }
  button { min-block-size: 2.25em; padding: .25em 1em; background: var(--_surface); text-align: start }
  .forward { background: var(--_accent); border-color: var(--_accent); color: var(--_surface) }
  .retire { border-color: var(--_danger); color: var(--_danger) }
  [aria-disabled=true] { background: var(--_surface); border-color: var(--_line); color: var(--_muted); cursor: not-allowed }
  .status { font-size: .875em; color: var(--_muted); margin-block-start: var(--_space); border-radius: .25em }
  .status:empty { display: none }
  @media (forced-colors: active) {
    .now, .forward:not([aria-disabled]) { background: Highlight; color: HighlightText; border-color: Highlight; forced-color-adjust: none }
    .past { border-style: double; border-width: 3px }
    [aria-disabled=true] { color: GrayText; border-color: GrayText }
    .obstacles { border: 1px solid CanvasText; border-inline-start-width: .25em }
  }
`;
