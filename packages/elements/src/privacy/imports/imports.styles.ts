/** Sources one under the other; the list to pick from is a soft block inside its source. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .source { display: grid; gap: .75em; justify-items: start }
  .source:first-of-type { margin-block-start: calc(var(--_space) * .75) }
  .title { font-weight: 650 }
  .notice { display: grid; gap: .5em; font-size: .875em; max-inline-size: 44em; text-wrap: pretty }
  .hint:empty, .fault:empty { display: none }
  .preview, .record { display: grid; gap: .75em; justify-items: start }
  .preview { justify-self: stretch; padding: .75em 1em; border-radius: .375em; background: var(--_soft) }
  fieldset { padding: 0; justify-self: stretch; gap: .5em }
  .proposal { display: grid; grid-template-columns: auto 1fr; gap: .5em; align-items: start; min-block-size: 24px; font-weight: 400; overflow-wrap: anywhere; cursor: pointer }
  .proposal input { inline-size: 1.25em; block-size: 1.25em; min-inline-size: 24px; min-block-size: 24px; margin: 0; accent-color: var(--_accent) }
  .proposal .name { font-weight: 550 }
  .proposal .hint { display: block }
  legend { margin-block-end: .375em }
  .record > p { font-size: .875em }
  .question { flex: 1 1 100%; font-weight: 550; text-wrap: pretty }
  ul { padding-inline-start: 1.25em; font-size: .875em; display: grid; gap: .25em; overflow-wrap: anywhere }
  details { margin-block-start: 0 }
  @media (forced-colors: active) {
    .preview { border: 1px solid CanvasText }
  }
`;
