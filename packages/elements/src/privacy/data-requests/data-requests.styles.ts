/** Two blocks, one for the copy and one for the deletion. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .title:first-of-type { margin-block-start: .75em }
  .part { display: grid; gap: .625em; justify-items: start; max-inline-size: 44em }
  .part > svg.bar { inline-size: min(24em, 100%) }
  .goes { list-style: disc; padding-inline-start: 1.25em; font-size: .875em }
  .files { display: grid; gap: .375em; font-size: .875em }
  .files a { display: inline-block; min-block-size: 24px; font-weight: 550 }
  .size { color: var(--_muted); font-variant-numeric: tabular-nums }
  .strong { font-weight: 650 }
  .status { margin-block-start: .75em }
`;
