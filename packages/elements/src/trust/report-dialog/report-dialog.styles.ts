/** The dialog of a report. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  dialog { box-sizing: border-box; inline-size: min(38em, 100% - 1em); max-block-size: calc(100% - 1em); padding: 1.25em; color: var(--_text); background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); overflow-y: auto }
  dialog::backdrop { background: rgb(0 0 0 / .45) }
  dialog > .title { margin: 0 0 .75em }
`;
