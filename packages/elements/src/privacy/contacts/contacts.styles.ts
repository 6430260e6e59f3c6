/** Lists of people with their buttons at the end of the line; below it where there is no room. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .title { font-weight: 650; margin-block-start: var(--_space) }
  .people { list-style: none; padding: 0 }
  .person { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5em 1em; padding-block: .75em; border-block-start: 1px solid var(--_line) }
  .person:first-child { border: 0 }
  .person > div { min-inline-size: 0; overflow-wrap: anywhere }
  .who { flex: 1 1 14em }
  .who a { color: var(--_accent); text-underline-offset: .2em }
  form { margin-block-start: .5em }
  .field { display: grid; gap: .25em; max-inline-size: 32em }
`;
