/** A table that becomes a list of blocks where there is no room for columns: cells say their column by `data-head`. */
import { css } from '../appearance/css.ts';

export const stackedTable = css`
  @container (inline-size < 46em) {
    table, tbody, tr, th, td { display: block }
    thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
    tr { display: grid; gap: .375em; padding-block: .75em; border-block-start: 1px solid var(--_line) }
    tbody th, tbody td { padding: 0; border: 0 }
    td[data-head] { display: grid; grid-template-columns: 7.5em minmax(0, 1fr); gap: .5em }
    td[data-head]::before { content: attr(data-head); color: var(--_muted) }
  }
`;
