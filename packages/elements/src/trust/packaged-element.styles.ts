/** The frame of the elements of trust, and their lists: a line for each item, its mark before it. */
import { css } from '../appearance/css.ts';

export const styles = css`
  :host([hide-empty]:is([empty], [state=unavailable])) { display: none }
  .section { min-block-size: 6.25em; padding: calc(var(--_space) * 1.25) }
  .heading { font-size: 1.25em; font-weight: 650; line-height: 1.25; margin-block-end: .6em }
  .list { display: grid; gap: .75em }
  .list li { display: flex; gap: .75em; line-height: 1.25 }
  .list svg { flex: none; inline-size: 1.5em; block-size: 1.5em; color: var(--_accent) }
  .title { font-weight: 550 }
  .meta { font-size: .875em }
  .place { overflow-wrap: anywhere }
  .part { display: inline-block }
  .section > i { margin-block: .75em; inline-size: 80% }
`;
