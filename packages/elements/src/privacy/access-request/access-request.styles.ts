/** A short form, or one line with the state and its buttons. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  form { margin-block-start: .75em }
  .fields { display: flex; flex-wrap: wrap; align-items: start; gap: .75em 1em }
  .fields > div { min-inline-size: 0; max-inline-size: 100%; flex: 0 1 auto }
  .fields > .words { flex: 1 1 16em }
  label > select { min-inline-size: 12em }
  label > input:not([type=radio], [type=checkbox]) { inline-size: 100%; box-sizing: border-box }
  .bar { margin-block-start: .5em }
`;
