/** Two tables, with the steps of their rows. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .who { min-inline-size: 8em }
  .fields { display: flex; flex-wrap: wrap; gap: .25em }
  td.act button { white-space: nowrap }
  .words { color: var(--_muted); margin-block-start: .25em; padding-inline-start: .625em; border-inline-start: .1875em solid var(--_line) }
  time { white-space: nowrap }
  td.act { text-align: end; padding-inline-end: 0 }
  .by-day { margin-block-start: .5em; font-size: .875em }
  .by-day > summary { min-block-size: 24px; cursor: pointer; font-variant-numeric: tabular-nums }
  .views { inline-size: auto; margin-block-start: .5em; font-size: 1em }
  meter { inline-size: 8em; vertical-align: middle; margin-inline-end: .5em }
  .after { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; margin-block-start: .75em }
  .after > .status:empty { min-block-size: 0 }
  .intro + .hint { margin-block-start: .75em }
  .hint + table { margin-block-start: .5em }
  @container (inline-size < 46em) {
    td.act { text-align: start }
    td.act button { white-space: normal }
    time { white-space: normal }
  }
`;
