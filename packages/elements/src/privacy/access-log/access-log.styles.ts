/** Two tables; where there is no room for columns, each row becomes a block whose cells say their column. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .who { min-inline-size: 8em }
  .fields { display: flex; flex-wrap: wrap; gap: .25em }
  td.act button { white-space: nowrap }
  .words { color: var(--_muted); margin-block-start: .25em; padding-inline-start: .625em; border-inline-start: .1875em solid var(--_line) }
  time { white-space: nowrap }
  td.act { text-align: end; padding-inline-end: 0 }
  .after { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; margin-block-start: .75em }
  @container (inline-size < 40em) {
    table, tbody, tr, th, td { display: block }
    thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
    tr { display: grid; gap: .375em; padding-block: .75em; border-block-start: 1px solid var(--_line) }
    tbody th, tbody td { padding: 0; border: 0 }
    tbody td:not(.act) { display: grid; grid-template-columns: 7.5em minmax(0, 1fr); gap: .5em }
    tbody td:not(.act)::before { content: attr(data-head); color: var(--_muted) }
    td.act { text-align: start }
    td.act button { white-space: normal }
    time { white-space: normal }
  }
`;
