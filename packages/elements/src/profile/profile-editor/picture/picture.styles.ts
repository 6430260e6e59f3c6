/** The picture in the editor, and the stage on which it is cropped. */
import { css } from '../../../appearance/css.ts';

export const pictureStyles = css`
  .picture {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: .5em calc(var(--_space) * 1);
    align-items: center;
    max-inline-size: 40em;
    padding: 0 calc(var(--_space) * 1.25) calc(var(--_space) * 1.25);
  }
  .picture > .label, .picture > .fault, .cropping { grid-column: 1 / -1 }
  .picture > .fault:empty { display: none }
  .picture.over { background: var(--_soft); outline: 2px dashed var(--_accent); outline-offset: -4px }
  .portrait {
    display: grid;
    place-items: center;
    inline-size: 5em;
    block-size: 5em;
    border-radius: 50%;
    border: 1px solid var(--_line);
    background: var(--_soft);
    overflow: hidden;
    align-self: start;
  }
  .portrait img { inline-size: 100%; block-size: 100%; object-fit: cover }
  .portrait svg { inline-size: 2.5em }
  .choices { display: grid; gap: .5em; min-inline-size: 0 }
  .cropping { display: grid; gap: var(--_space) calc(var(--_space) * 1.25); min-inline-size: 0 }
  @container (inline-size >= 34em) { .cropping { grid-template-columns: 18em minmax(0, 1fr); align-items: start } }
  .stage { position: relative; inline-size: min(100%, 18em); aspect-ratio: 1; overflow: clip; border-radius: .25em; border: 1px solid var(--_line); background: var(--_soft) }
  .stage:focus-within { overflow: visible }
  .stage canvas { display: block; inline-size: 100%; block-size: 100%; cursor: grab; touch-action: none; border-radius: inherit }
  .stage canvas:active { cursor: grabbing }
  .stage::after { content: ""; position: absolute; inset: 0; pointer-events: none; background: radial-gradient(closest-side, transparent calc(100% - 1px), rgb(0 0 0 / .5)) }
  .tools { display: grid; gap: .5em; min-inline-size: 0 }
  input[type=range] { padding: 0; border: 0; min-block-size: 24px; block-size: 1.75em; background: none; accent-color: var(--_accent) }
  .previews { display: flex; align-items: center; gap: var(--_space); margin-block: .25em }
  .previews canvas { border-radius: 50%; border: 1px solid var(--_line); inline-size: 4em; block-size: 4em }
  .previews canvas + canvas { inline-size: 2em; block-size: 2em }
  progress { inline-size: 100%; accent-color: var(--_accent) }
  .picture .bar .help { flex: 1 1 6em }
  @media (forced-colors: active) {
    .stage::after { border: 2px dashed CanvasText; border-radius: 50%; background: none }
    .picture.over { outline-color: Highlight }
  }
`;
