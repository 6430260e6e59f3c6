/** Dense tables one under the other; what is wrong has a colour and a word. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .title { margin-block: 1.75em .5em }
  th, td { overflow-wrap: break-word }
  .code { overflow-wrap: anywhere }
  th .hint { display: block; font-weight: 400 }
  td .bar { gap: .375em }
  td button { min-block-size: 24px; padding: .125em .75em }
  .question { flex: 1 1 100%; font-weight: 550; text-wrap: pretty }
  .tag.bad { border-color: var(--_danger); color: var(--_danger) }
  .states { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25em .75em }
  .filter { display: inline-flex; flex-wrap: wrap; align-items: center; gap: .5em; max-inline-size: 100%; margin-block-end: .5em }
  .filter > select { margin: 0 }
  select { max-inline-size: 100% }
  button { overflow-wrap: anywhere }
  .inner { margin-block-start: 1em; padding-inline-start: 1em; border-inline-start: 2px solid var(--_line) }
  .inner > .title { margin-block-start: 0 }
  .inner > button { margin-block-start: .75em }
  .faults { list-style: none; padding: 0; color: var(--_muted) }
  .faults li { overflow-wrap: anywhere }
  .field { display: grid; gap: .25em; inline-size: min(32em, 100%) }
  .field input { inline-size: 100% }
  .add { margin-block-start: .75em }
  .hint:empty, .fault:empty { display: none }
  .note { margin-block: 1em }
  code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; user-select: all }
  @container (inline-size >= 50em) {
    [part=webhook] > th { min-inline-size: 17em }
  }
  .status:not(:empty) { position: sticky; inset-block-end: 0; margin-block-start: var(--_space); padding-block: .25em; background: var(--_surface) }
`;
