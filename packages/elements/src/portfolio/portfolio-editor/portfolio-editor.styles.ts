/** The sections under each other, each with its heading and a sentence; the audience of an entry stands under its fields. */
import { css } from '../../appearance/css.ts';

export const editorStyles = css`
  .head { display: grid; gap: .25em; padding: calc(var(--_space) * 1.25) }
  .title { font-size: 1.25em; font-weight: 650; line-height: 1.25; text-wrap: balance }
  .section { border-block-start: 1px solid var(--_line); padding-block-start: calc(var(--_space) * 1.25) }
  .top { display: grid; gap: .25em; padding-inline: calc(var(--_space) * 1.25); max-inline-size: 40em }
  .top > .heading { font-size: 1.125em }
  .section > .form { padding-block-start: calc(var(--_space) * .75) }
  .hint { font-size: .875em; color: var(--_muted); text-wrap: pretty }
  .fields > .now:empty { display: none }
  .fields > .now { margin-block-start: calc(var(--_space) * -.75) }
  .fields > .hint:not(.now), .fields > .setting { border-block-start: 1px solid var(--_line); padding-block-start: var(--_space) }
  .sight { position: sticky; inset-block-end: 0; padding: .625em calc(var(--_space) * 1.25); border-block-start: 1px solid var(--_line); background: var(--_surface) }
  .sight .status { min-block-size: 1.5em }
`;
