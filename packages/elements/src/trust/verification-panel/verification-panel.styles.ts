/** The panel of verifications: a block for each method, and the evidence that ended. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .method > .title { margin: 0 }
  .method { display: grid; gap: .5em; padding-block: var(--_space); justify-items: start; grid-template-columns: minmax(0, 1fr) }
  .method form { inline-size: 100% }
  .method > * { overflow-wrap: anywhere }
  .subject { font-weight: 550 }
  .level { margin-block-start: .5em; font-weight: 550 }
  .field { display: grid; gap: .25em; max-inline-size: 32em; inline-size: 100% }
  .field input { inline-size: 100% }
  .code input { inline-size: 10em; letter-spacing: .1em; font-variant-numeric: tabular-nums }
  .claims { list-style: none; padding: 0; display: grid; gap: var(--_space); inline-size: 100%; grid-template-columns: minmax(0, 1fr) }
  .claims li { display: grid; gap: .5em; justify-items: start; grid-template-columns: minmax(0, 1fr) }
  .expected { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: .75em; align-items: center; max-inline-size: 44em; inline-size: 100% }
  .expected .hint { grid-column: 1 / -1 }
  .expected code { overflow-wrap: anywhere; flex: initial; min-inline-size: 0; font-size: .875em }
  .earlier { list-style: none; padding: 0 }
`;
