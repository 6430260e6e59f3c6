/** Sections under each other, as rows that open; hairlines between them, and nothing else. */
import { css } from '../../appearance/css.ts';

export const editorStyles = css`
  article.known { overflow: clip }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25em 1em; padding: calc(var(--_space) * 1.25) }
  .title { font-size: 1.25em; font-weight: 650; line-height: 1.25; text-wrap: balance }
  .section { border-block-start: 1px solid var(--_line) }
  .fold {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    font-size: 1em;
    align-items: baseline;
    gap: 0 .75em;
    inline-size: 100%;
    min-block-size: 3em;
    padding: calc(var(--_space) * .75) calc(var(--_space) * 1.25);
    border: 0;
    border-radius: 0;
    text-align: start;
  }
  .fold::after { content: ""; grid-area: 1 / 2; inline-size: .45em; block-size: .45em; align-self: center; border: solid var(--_mark); border-width: 0 2px 2px 0; rotate: 45deg }
  .fold[aria-expanded=true]::after { rotate: 225deg }
  .fold:hover { background: var(--_soft) }
  .fold:focus-visible { outline-offset: -3px }
  .fold .heading { font-size: 1em }
  .gist { grid-column: 1 / -1; text-align: match-parent; font-weight: 400; overflow-wrap: anywhere }
  .mark { grid-column: 1 / -1; font-size: .875em }
  .unfolded .form { padding-block-start: 0 }
  .removed { padding: 0 calc(var(--_space) * 1.25) calc(var(--_space) * 1.25); max-inline-size: 40em }
  .removed > div { display: grid; gap: .5em; margin-block-start: .5em; justify-items: start }
  .removed ul { inline-size: 100%; border-block: 1px solid var(--_line) }
  .removed li { display: flex; flex-wrap: wrap; align-items: center; gap: .25em 1em; padding-block: .5em }
  .removed li + li { border-block-start: 1px solid var(--_line) }
  .removed li > span { flex: 1 1 12em; min-inline-size: 0 }
  .removed li .help { display: block }
  .removed .fault:empty { display: none }
`;
