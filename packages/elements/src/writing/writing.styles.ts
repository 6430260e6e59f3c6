/** A form in one column; points that need the person stand out by a bar and words, not by colour alone. */
import { css } from '../appearance/css.ts';

export const writingStyles = css`
  .frame { --_danger: oklch(from var(--_text) calc(.41 + l * .37) .15 27) }
  article { min-block-size: 12em }
  .form, .skeleton { display: grid; gap: calc(var(--_space) * 1.25); padding: calc(var(--_space) * 1.25); max-inline-size: 40em }
  .heading { font-size: 1.25em; font-weight: 650; line-height: 1.25; text-wrap: balance }
  .field { display: grid; gap: .25em; min-inline-size: 0 }
  label { font-weight: 550; justify-self: start }
  input, textarea, select {
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
  [aria-disabled=true] { opacity: .6; cursor: progress }
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
    [aria-invalid=true] { outline: 2px solid CanvasText; outline-offset: 1px }
    .summary, .note, .conflict { border: 1px solid CanvasText; border-inline-start-width: .25em }
  }
`;
