/** A short form, or one line with the state and its buttons. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  article.known { min-block-size: 0 }
  form { margin-block-start: .75em; justify-items: stretch }
  form > button { justify-self: start }
  .fields { display: flex; flex-wrap: wrap; align-items: start; gap: .75em 1em }
  .fields > div { min-inline-size: 0; max-inline-size: 100%; flex: 0 1 auto }
  .fields > .words { flex: 0 1 26em }
  .hint, .fault { margin-block-start: .25em }
  label > select { min-inline-size: 12em; font-weight: 400 }
  label > input:not([type=radio], [type=checkbox]) { inline-size: 100%; box-sizing: border-box }
  .bar { margin-block-start: .5em; gap: .5em 1em }
  .bar > .status { flex: 0 1 auto }
  @container (inline-size < 34em) {
    .fields > div, .fields > .words { flex: 1 1 100% }
  }
`;
