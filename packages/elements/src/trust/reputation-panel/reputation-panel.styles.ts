/** The panel of the index: a block for each audience. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .block { padding-block: var(--_space) }
  .block > .title { margin: 0 0 .25em }
  .lines { padding-inline-start: 1.25em; font-size: .875em; line-height: 1.5 }
`;
