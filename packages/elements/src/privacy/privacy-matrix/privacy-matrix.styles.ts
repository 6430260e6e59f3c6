/** The styles of the privacy matrix: few, since a page may load it alone. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  article { padding: calc(var(--_space) * 1.25) }
  .heading { font-size: 1.25em; font-weight: 650; line-height: 1.25; text-wrap: balance }
  p, label, table { font-size: .875em }
  p { color: var(--_muted); margin-block-start: .25em; max-inline-size: 44em; text-wrap: pretty }
  label { display: grid; gap: .25em; justify-items: start; margin-block: 1em .75em; font-weight: 550 }
  select { font-size: 1em; max-inline-size: 100%; background: var(--_surface) }
  table { border-collapse: collapse; inline-size: 100% }
  th, td { text-align: start; vertical-align: top; padding-block: .5em; padding-inline: 0 .75em; border-block-start: 1px solid var(--_line); overflow-wrap: break-word; font-weight: 550 }
  td { font-weight: 400 }
  thead th { border: 0; color: var(--_muted) }
  tbody th { min-inline-size: 7em }
  small, li { color: var(--_muted); display: block; font-size: .875em }
  li { display: inline }
  li + li::before { content: " · " / " " }
`;
