/** The panel of endorsements: lists of what was written, with buttons below the words, and two forms. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .title { font-weight: 650; margin-block-start: var(--_space) }
  .rows { list-style: none; padding: 0 }
  .row { display: grid; gap: .4em; padding-block: .75em; border-block-start: 1px solid var(--_line); overflow-wrap: anywhere; justify-items: start }
  .row:first-child { border: 0 }
  blockquote { margin: 0; white-space: pre-line }
  .who { font-weight: 550 }
  .row a { color: var(--_accent); text-underline-offset: .2em }
  form { display: grid; gap: .75em; margin-block-start: .5em; justify-items: start; grid-template-columns: minmax(0, 1fr) }
  fieldset { border: 0; padding: 0; margin: 0; min-inline-size: 0; display: grid; gap: .25em }
  legend { padding: 0; font-weight: 550 }
  fieldset label { display: flex; gap: .5em; align-items: center; min-block-size: 24px }
  .field { display: grid; gap: .25em; max-inline-size: 32em; inline-size: 100% }
  .field input, .field textarea { inline-size: 100%; box-sizing: border-box; font: inherit }
`;
