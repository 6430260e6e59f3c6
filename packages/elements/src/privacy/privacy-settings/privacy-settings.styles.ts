/** One column of blocks that open; rows of choices as pressed buttons; the line of outcomes stays in sight at the foot. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .section > summary { display: flex; flex-wrap: wrap; align-items: center; gap: .25em .75em; inline-size: 100%; padding-block: .25em; font-size: 1em }
  .section > summary::before { content: ""; flex: none; inline-size: .5em; block-size: .5em; border-block-end: 2px solid var(--_mark); border-inline-end: 2px solid var(--_mark); rotate: -45deg }
  [dir=rtl] .section > summary::before { rotate: 45deg }
  .section[open] > summary::before { rotate: 45deg }
  .section > summary .name { flex: 1 1 auto }
  details.block { margin: 0 }
  .content > .title { margin-block: 1.5em .5em }
  .block > .title, .rows > .title, form > .title { margin-block: 0 }
  .rows, .foot { grid-template-columns: minmax(0, 1fr) }
  .rows { display: grid; gap: calc(var(--_space) * 1.25); padding-block: .75em; padding-inline-start: 1.25em }
  .presets { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11em, 100%), 1fr)); gap: .5em; margin-block-start: .5em }
  .preset { display: grid; gap: .125em; align-content: start; padding: .625em .875em; font-weight: 400; border-color: var(--_line) }
  .preset b { font-weight: 650 }
  .preset .hint { font-size: 1em }
  .preset[aria-expanded=true] { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent) }
  .asked { margin-block-start: .75em }
  .differences { list-style: disc; padding-inline-start: 1.25em; columns: 2 20em; column-gap: 2em }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25em 1em; font-size: .875em }
  dt { font-weight: 550 }
  dd { color: var(--_muted) }
  .list { display: grid; gap: .75em }
  .entry { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25em 1em }
  form { padding-block-start: .75em; border-block-start: 1px solid var(--_line) }
  .fields { display: flex; flex-wrap: wrap; gap: .75em 1em; align-items: flex-start; max-inline-size: 100% }
  .fields > * { min-inline-size: 0; max-inline-size: 100% }
  .field { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em; max-inline-size: 20em }
  .check { display: flex; align-items: center; gap: .5em; font-weight: 400; min-block-size: 24px }
  .check input { min-block-size: 0; inline-size: 1.125em; block-size: 1.125em; flex: none; accent-color: var(--_accent) }
  .keys { columns: 2 14em; column-gap: 2em; padding-inline-start: 1.625em; inline-size: 100% }
  .fault:empty { display: none }
  .foot { position: sticky; inset-block-end: 0; display: grid; gap: .5em; margin-inline: calc(var(--_space) * -1.25); padding: .625em calc(var(--_space) * 1.25); border-block-start: 1px solid var(--_line); background: var(--_surface); border-end-start-radius: inherit; border-end-end-radius: inherit }
  .foot:not(:has(button)):has(.status:empty) { display: none }
  .foot .status { flex: 1 1 12em }
  .content:has(.foot button), .content:has(.status:not(:empty)) { padding-block-end: 0 }
  @container (inline-size < 24em) {
    dl { grid-template-columns: 1fr }
    dd { margin-block-end: .5em }
    .rows { padding-inline-start: 0 }
  }
  @media (forced-colors: active) {
    .preset[aria-expanded=true] { background: Highlight; color: HighlightText; border-color: Highlight; forced-color-adjust: none }
  }
`;
