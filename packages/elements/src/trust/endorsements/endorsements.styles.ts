/** Endorsements: the counts of skills as pills, and below them what people wrote. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  :host([hide-empty]:is([empty], [state=unavailable])) { display: none }
  .section { min-block-size: 6.25em; padding: calc(var(--_space) * 1.25); overflow-wrap: anywhere }
  .heading { font-size: 1.25em; font-weight: 650; line-height: 1.25; margin-block-end: .6em }
  .skills { display: flex; flex-wrap: wrap; gap: .5em; margin-block-end: 1em }
  .skills li { border: 1px solid var(--_line); border-radius: 1em; padding: .15em .75em; min-inline-size: 0 }
  .skills b { font-variant-numeric: tabular-nums; margin-inline-start: .35em }
  .list { display: grid; gap: 1.25em }
  blockquote { margin: 0 0 .4em; white-space: pre-line }
  .by { font-weight: 550 }
  .by a { color: var(--_accent); text-underline-offset: .2em }
  .meta { font-size: .875em }
  .part { display: inline-block }
  button { margin-block-start: 1em }
  .section > i { margin-block: .75em; inline-size: 80% }
`;
