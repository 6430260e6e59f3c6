/** The dialog by which people endorse somebody; without `inline` it lies over the page. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  dialog { inline-size: min(36rem, calc(100vi - 1rem)); max-block-size: calc(100vb - 1rem); padding: 0; border: 0; border-radius: var(--_radius); background: var(--_surface); color: inherit; overflow: auto }
  dialog::backdrop { background: rgb(0 0 0 / .45) }
  form { display: grid; gap: var(--_space); margin-block-start: var(--_space); justify-items: start; grid-template-columns: minmax(0, 1fr) }
  fieldset { border: 0; padding: 0; margin: 0; min-inline-size: 0; display: grid; gap: .25em }
  legend { padding: 0; font-weight: 550; margin-block-end: .25em }
  fieldset label, .check { display: flex; gap: .5em; align-items: center; min-block-size: 24px; overflow-wrap: anywhere }
  .field { display: grid; gap: .25em; inline-size: 100% }
  textarea { inline-size: 100%; box-sizing: border-box; min-block-size: 7em; font: inherit; resize: vertical }
  .close { margin: 0 var(--_space) var(--_space) }
`;
