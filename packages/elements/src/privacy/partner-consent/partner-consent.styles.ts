/** The question stands before the list, in a block of its own. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .ask { max-inline-size: 44em; margin-block: calc(var(--_space) * .75) }
  .question { font-size: 1.125em; font-weight: 550; text-wrap: balance }
  .sites { overflow-wrap: anywhere }
  .title { font-weight: 650; margin-block-start: calc(var(--_space) * .75) }
  .links { list-style: none; padding: 0 }
  .link { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5em; padding-block: .75em; border-block-start: 1px solid var(--_line) }
  .link > div { min-inline-size: 0; overflow-wrap: anywhere }
`;
