/** The shelf: badges side by side, as many in a row as there is room for. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .shelf { display: flex; flex-wrap: wrap; gap: calc(var(--_space) * .75) }
  .shelf li {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    column-gap: .75em;
    flex: 1 1 13em;
    max-inline-size: 24em;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .medal { inline-size: 2.5em; color: var(--_accent); stroke-width: 1.25; grid-row: 1 }
  .title { font-weight: 550 }
  .title a { display: inline-block; min-block-size: 24px; align-content: center }
  .when { display: inline-block; font-variant-numeric: tabular-nums }
  .expired .medal { color: var(--_mark); stroke-dasharray: 2 1 }
  .news { position: absolute; inline-size: 1px; block-size: 1px; overflow: clip; clip-path: inset(50%) }
  @media (prefers-reduced-motion: no-preference) {
    .new { animation: arrive .18s ease-out }
    @keyframes arrive { from { opacity: 0; transform: translateY(.25em) } }
  }
`;
