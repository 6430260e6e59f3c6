/** The portfolio: tiles in as many columns as there is room for, and the dialog with the whole of one. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .section > * + * + * { margin-block-start: calc(var(--_space) * 1.25) }
  .tools { display: flex; flex-wrap: wrap; gap: .5em }
  .tools > div { display: contents }
  .tools button { font-weight: 400; border-color: var(--_line) }
  .tools button[aria-pressed=true] { background: var(--_soft); border-color: var(--_mark) }
  .tools button[aria-pressed=true]::before { content: "✓ " / "" }
  .tools button span { color: var(--_muted); font-variant-numeric: tabular-nums }
  .tools input { font-weight: 400; flex: 1 1 12em; max-inline-size: 20em; min-inline-size: 8em }
  .tools .meta { align-self: center; margin-inline-start: auto; font-variant-numeric: tabular-nums }
  ::placeholder { color: var(--_muted); opacity: 1 }
  .group { font-weight: 650; line-height: 1.25 }
  .group + .tiles { margin-block-start: .5em }
  .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr)); align-items: start; gap: calc(var(--_space) * .75) }
  .tiles > li {
    display: flex;
    flex-direction: column;
    align-items: start;
    min-inline-size: 0;
    padding: calc(var(--_space) * .875);
    border: 1px solid var(--_line);
    border-radius: calc(var(--gigsy-radius, .625em) * .75);
  }
  .tiles .title { font-weight: 550; text-wrap: pretty }
  .issuer { font-size: .875em }
  .issuer a { display: inline-block; min-block-size: 24px; align-content: center; color: inherit; text-decoration-color: var(--_mark) }
  .period { font-variant-numeric: tabular-nums }
  .kind { font-size: .75em }
  .pill {
    margin-block-start: .375em;
    padding: 0 .625em;
    border: 1px dashed var(--_mark);
    border-radius: 1em;
    font-size: .75em;
    color: var(--_muted);
  }
  .tiles .summary {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    margin-block-start: .375em;
    font-size: .875em;
    text-wrap: pretty;
  }
  .tiles .seen { inline-size: 100%; block-size: auto; aspect-ratio: 16 / 9; object-fit: cover; border-radius: .375em; margin-block-end: .5em; background: var(--_soft) }
  .open, .tiles summary { margin-block-start: auto; font-size: .875em; color: var(--_accent); border: 0; padding: .25em 0 0; font-weight: 550; min-block-size: 24px; line-height: 1.5; cursor: pointer }
  .tiles details { margin-block-start: auto; inline-size: 100% }
  .tiles .title + :is(.open, details) { margin-block-start: .25em }
  .tiles summary { list-style: none; inline-size: fit-content }
  .tiles summary::-webkit-details-marker { display: none }
  .open:hover, .tiles summary:hover { text-decoration: underline }
  .prose { white-space: pre-line; unicode-bidi: plaintext; text-wrap: pretty }
  .chips { display: flex; flex-wrap: wrap; gap: .375em; font-size: .875em }
  .chips li { padding: .125em .625em; border: 1px solid transparent; border-radius: .5em; background: var(--_soft); max-inline-size: 100% }
  .chips li > span { color: var(--_muted); font-variant-numeric: tabular-nums; margin-inline-start: .25em }
  .section > .chips + .others { margin-block-start: .5em }
  summary { cursor: pointer; inline-size: fit-content; min-block-size: 24px; font-size: .875em; font-weight: 550; border-radius: .25em }
  .others > .chips { margin-block-start: .375em }
  dialog {
    inline-size: min(40em, 100vw - 2em);
    max-block-size: min(48em, 100dvb - 2em);
    padding: calc(var(--_space) * 1.25);
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--gigsy-radius, .625em);
  }
  .section > dialog { margin: auto }
  dialog::backdrop { background: rgb(0 0 0 / .45) }
`;
