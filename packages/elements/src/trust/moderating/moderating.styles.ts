/** Styles that the elements of moderation share: blocks, fields with long text, and words that people wrote. */
import { css } from '../../appearance/css.ts';

export const moderatingStyles = css`
  article.known { min-block-size: 0 }
  textarea { display: block; box-sizing: border-box; inline-size: 100%; min-block-size: 6em; margin-block-start: .25em; padding: .5em; font: inherit; font-size: 1em; font-weight: 400; color: inherit; background: var(--_surface); border: 1px solid var(--_line); border-radius: .375em; resize: vertical }
  .field { inline-size: 100%; max-inline-size: 36em }
  .field label { display: block }
  .field select, .field input:not([type=checkbox]) { box-sizing: border-box; max-inline-size: 100%; font-weight: 400 }
  .field input:not([type=checkbox]) { inline-size: 100% }
  .check { display: flex; gap: .5em; align-items: start; min-block-size: 24px; font-weight: 400 }
  .check input { flex: none; inline-size: 1.25em; block-size: 1.25em }
  .block { display: grid; gap: .5em; justify-items: start; grid-template-columns: minmax(0, 1fr) }
  .block > *, .said { overflow-wrap: anywhere }
  .block > .title { margin: 0 }
  .said { white-space: pre-wrap; max-inline-size: 44em }
  .tags { display: flex; flex-wrap: wrap; gap: .5em; align-items: center }
  ul { list-style: none; padding: 0; margin: 0; display: grid; gap: .75em; inline-size: 100% }
`;
