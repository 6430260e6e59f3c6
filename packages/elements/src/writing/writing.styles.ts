/** A form in one column; points that need the person stand out by a bar and words, not by colour alone. */
import { css } from '../appearance/css.ts';

export const writingStyles = css`
  .frame { --_danger: oklch(from var(--_text) calc(.41 + l * .37) .15 27) }
  article { min-block-size: 12em }
  .form, .skeleton { display: grid; gap: calc(var(--_space) * 1.25); padding: calc(var(--_space) * 1.25); max-inline-size: 40em }
  .heading { font-size: 1.25em; font-weight: 650; line-height: 1.25; text-wrap: balance }
  .field { display: grid; gap: .25em; min-inline-size: 0; align-content: start; grid-column: 1 / -1 }
  .form > *, .fields > * { grid-column: 1 / -1 }
  @container (inline-size >= 30em) {
    .form, .fields { grid-template-columns: 1fr 1fr }
    .form > .beside, .fields > .beside, .beside + .field.field { grid-column: auto }
  }
  label, .label { font-weight: 550; justify-self: start }
  input:not([type=checkbox]), textarea, select {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_mark);
    border-radius: min(var(--gigsy-radius, .375em), .375em);
    padding: .5em .75em;
    inline-size: 100%;
    min-block-size: 2.5em;
  }
  textarea { resize: block; field-sizing: content; min-block-size: 6em }
  textarea.line { resize: none; min-block-size: 2.5em }
  .short { max-inline-size: 10em }
  .date { display: flex; flex-wrap: wrap; gap: .5em }
  .date > * { flex: 1 1 4.5em; inline-size: auto; min-inline-size: 0 }
  .date .month { flex-basis: 8em }
  .date .year { flex: 0 1 5.5em; font-variant-numeric: tabular-nums }
  .checks { display: flex; flex-wrap: wrap; gap: .25em 1.25em }
  .check { display: flex; align-items: center; gap: .5em; font-weight: 400; min-block-size: 2em }
  .check input { inline-size: 1.25em; block-size: 1.25em; min-block-size: 0; accent-color: var(--_accent) }
  .heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
  .items { border-block: 1px solid var(--_line) }
  .items > li { position: relative }
  .items > li + li { border-block-start: 1px solid var(--_line) }
  .row { display: flex; align-items: stretch }
  .grip { flex: none; display: grid; place-content: center; inline-size: max(1.5em, 24px); cursor: grab; touch-action: none }
  .grip::before { content: ""; inline-size: .75em; block-size: 1.125em; background: radial-gradient(circle, var(--_mark) 1.25px, transparent 1.75px) 0 0 / .375em .375em }
  .grip:hover::before { background-image: radial-gradient(circle, var(--_text) 1.25px, transparent 1.75px) }
  .toggle { flex: 1; min-inline-size: 0; border: 0; border-radius: 0; padding: .5em; text-align: start; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75em }
  .toggle:hover { background: var(--_soft) }
  .toggle:focus-visible { outline-offset: -2px }
  .toggle .help { font-weight: 400 }
  .open > .fields { display: grid; gap: var(--_space); padding: calc(var(--_space) * .5) 0 calc(var(--_space) * 1.25); padding-inline-start: max(1.5em, 24px) }
  .gone { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; padding: .5em; padding-inline-start: max(1.5em, 24px); color: var(--_muted) }
  .gone p { flex: 1 1 12em; min-inline-size: 0 }
  [data-dragged] { opacity: .5 }
  [data-dragged] .grip { cursor: grabbing }
  [data-drop]::after { content: ""; position: absolute; inset-inline: 0; block-size: 3px; background: var(--_accent) }
  [data-drop=before]::after { inset-block-start: -2px }
  [data-drop=after]::after { inset-block-end: -2px }
  [aria-invalid=true] { border-color: var(--_danger); box-shadow: 0 0 0 1px var(--_danger) }
  .help { font-size: .875em; color: var(--_muted); text-wrap: pretty }
  .fault { font-size: .875em; color: var(--_danger); font-weight: 550 }
  .summary, .note, .conflict {
    display: grid;
    gap: .5em;
    padding: calc(var(--_space) * .75) var(--_space);
    border-inline-start: .25em solid var(--_mark);
    border-radius: .25em;
    background: var(--_soft);
  }
  .summary, .conflict { border-inline-start-color: var(--_danger) }
  .summary ul { list-style: none; display: grid; gap: .25em }
  .summary h3 { font-size: 1em; font-weight: 650 }
  .note, .conflict { display: flex; flex-wrap: wrap; align-items: center; gap: .5em }
  .note p { flex: 1 1 14em; min-inline-size: 0 }
  .conflict { margin-block-start: .25em }
  .conflict p { flex: 1 1 100%; min-inline-size: 0 }
  .theirs { white-space: pre-line }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5em calc(var(--_space) * .75) }
  button { font-size: .9375em; min-block-size: 2.25em; padding: .25em 1em; background: var(--_surface) }
  .save { background: var(--_accent); border-color: var(--_accent); color: var(--_surface) }
  [aria-disabled=true] { opacity: .6; cursor: default }
  .save[aria-disabled=true] { cursor: progress }
  select { padding-inline: calc(.75em - 4px) .5em }
  button.jump { border: 0; padding: 0; margin-inline-end: .25em; background: none; color: var(--_accent); text-decoration: underline; text-align: start; min-block-size: 24px }
  .status { flex: 1 1 12em; font-size: .875em; color: var(--_muted); text-wrap: pretty; border-radius: .25em }
  .status.bad { color: var(--_danger); font-weight: 550 }
  .loading .skeleton { animation: appear 0s .15s both }
  .skeleton i { display: block; block-size: 2.5em; border-radius: .375em; background: var(--_soft); border: 1px solid transparent }
  .skeleton i:first-child { block-size: 1.25em; inline-size: 40% }
  @keyframes appear { from { opacity: 0 } }
  @media (forced-colors: active) {
    .save { background: ButtonText; color: ButtonFace; forced-color-adjust: none }
    .grip, [data-drop]::after { forced-color-adjust: none }
    [aria-invalid=true] { outline: 2px solid CanvasText; outline-offset: 1px }
    .summary, .note, .conflict { border: 1px solid CanvasText; border-inline-start-width: .25em }
  }
`;
