/** A large score over its bar; steps with their gains in a column; topics in two columns where there is room. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .score { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .5em; margin-block: .5em .25em }
  .score b { font-size: 2.25em; font-weight: 650; line-height: 1.1; font-variant-numeric: tabular-nums }
  .grade { color: var(--_muted) }
  ol { list-style: none }
  .actions li { display: flex; align-items: baseline; gap: .75em; padding-block: .375em; border-block-start: 1px solid var(--_line) }
  .actions a { flex: 1; min-inline-size: 0; min-block-size: 24px; text-wrap: pretty }
  .gain { font-size: .875em; font-weight: 550; color: var(--_muted); font-variant-numeric: tabular-nums }
  .done { margin-block-start: 1em }
  .factors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr)); gap: .75em 1.5em }
  .factors li { display: grid; grid-template-columns: 1fr auto; gap: .25em .5em; font-size: .875em; align-items: baseline }
  .factors svg { grid-column: 1 / -1 }
  .points { color: var(--_muted); font-variant-numeric: tabular-nums }
`;
