/** The files of a contribution: rows with a small picture, and a place to drop more. */
import { css } from '../../../appearance/css.ts';

export const filesStyles = css`
  .files { display: grid; gap: .75em; padding: .75em; border: 1px dashed var(--_mark); border-radius: .375em; min-inline-size: 0 }
  .files.over { background: var(--_soft); outline: 2px dashed var(--_accent); outline-offset: -4px }
  .files ul { display: grid; gap: .75em }
  .files li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25em .75em; align-items: start }
  .files li > .more { display: grid; gap: .375em; min-inline-size: 0; justify-items: start }
  .files li > .more > input { inline-size: 100% }
  .thumb { inline-size: 4em; block-size: 4em; display: grid; place-items: center; border-radius: .375em; border: 1px solid var(--_line); background: var(--_soft); overflow: hidden; font-size: .875em; color: var(--_muted) }
  .thumb canvas { inline-size: 100%; block-size: 100%; object-fit: contain }
  .files progress { inline-size: 100%; accent-color: var(--_accent) }
  .files .name { overflow-wrap: anywhere }
  @container (inline-size < 22em) { .files li { grid-template-columns: minmax(0, 1fr) } }
  @media (forced-colors: active) { .files.over { outline-color: Highlight } }
`;
