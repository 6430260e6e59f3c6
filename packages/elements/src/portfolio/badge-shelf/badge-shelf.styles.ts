/** The shelf: badges side by side, as many in a row as there is room for. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .shelf { display: flex; flex-wrap: wrap; gap: var(--_space) }
  .shelf li { display: flex; align-items: center; gap: .75em; flex: 1 1 13em; max-inline-size: 24em; line-height: 1.25 }
  .shelf svg { flex: none; inline-size: 2.25em; color: var(--_accent) }
  .title { font-weight: 550 }
  .title a { display: inline-block; min-block-size: 24px; align-content: center }
  .when { display: inline-block }
  .expired svg { color: var(--_mark); stroke-dasharray: 2 1 }
  .news { position: absolute; inset-block-end: 0; opacity: 0; pointer-events: none }
  @media (prefers-reduced-motion: no-preference) {
    .new { animation: arrive .18s ease-out }
    @keyframes arrive { from { opacity: 0; transform: translateY(.25em) } }
  }
`;
