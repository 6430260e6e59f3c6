/** The frame of a portfolio's elements, its heading, and its skeleton after 150 ms. */
import { css } from '../appearance/css.ts';

export const styles = css`
  :host([hide-empty]:is([empty], [state=unavailable])) { display: none }
  .section { min-block-size: 6.25em; padding: calc(var(--_space) * 1.25) }
  .heading { font-size: 1.25em; margin-block-end: .6em }
  .heading, .title { font-weight: 650; line-height: 1.25; text-wrap: balance }
  .meta { font-size: .875em }
  a { color: var(--_accent) }
  .title a { color: inherit; text-decoration-color: var(--_mark) }
  .section > i { margin-block: .75em; inline-size: 80% }
`;
