/**
 * The styles that all elements share: colours derived from the four a host may set, the type they inherit, and the
 * states without content. The frame is the container that layouts ask about; it undoes inherited text styles that would
 * break them. Beside known content the note of the state stands in the padding under it: its sizes add up to nothing,
 * to the last bit. Once the content is there, the message of loading is hidden and stays: to take it away costs a page of
 * cards some of its layout. A skeleton waits by its visibility, since browsers make a layer for each opacity that moves.
 *
 * A host's accent keeps its hue and is made dark enough beside dark text, light enough beside light text: one colour then
 * serves both schemes. The mix hands the lightness of the text on as `alpha`, since a colour can be derived from one other
 * only. Chroma that sRGB cannot show would be cut, and the lightness with it. Focus shows in the colour of text.
 */
import { css } from './css.ts';

export const surface = css`
  :host { display: block }
  :host([hidden]) { display: none !important }
  :host([theme=light]) { color-scheme: light }
  :host([theme=dark]) { color-scheme: dark }
  .frame {
    --_surface: var(--gigsy-surface, light-dark(oklch(1 0 0), oklch(.22 .015 265)));
    --_text: var(--gigsy-text, light-dark(oklch(.25 .02 265), oklch(.95 .005 265)));
    --_own-accent: var(--gigsy-accent, light-dark(oklch(.53 .19 265), oklch(.74 .13 265)));
    --_accent: oklch(from color-mix(in oklch, oklch(from var(--_own-accent) l c h / none), oklch(from var(--_text) none none none / l))
      clamp(clamp(0, (alpha - .6) * 99, alpha * .8), l, clamp(.49, (alpha - .6) * 99, 1)) min(c, .2) h / 1);
    --_contrast: var(--gigsy-contrast, 0);
    --_line: var(--gigsy-line, color-mix(in oklab, var(--_text) calc(11% + 50% * var(--_contrast)), var(--_surface)));
    --_muted: color-mix(in oklab, var(--_text) calc(70% + 30% * var(--_contrast)), var(--_surface));
    --_mark: color-mix(in oklab, var(--_text) calc(48% + 52% * var(--_contrast)), var(--_surface));
    --_soft: color-mix(in oklab, var(--_text) 7%, var(--_surface));
    --_space: calc(1em * var(--gigsy-density, 1));
    container-type: inline-size;
    contain-intrinsic-inline-size: 24em;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    white-space: normal;
  }
  @media (prefers-contrast: more) { .frame { --_contrast: 1 } }
  @media (forced-colors: active) { .frame { --_surface: Canvas; --_text: CanvasText; --_accent: LinkText; --_contrast: 1 } }
  * { box-sizing: border-box; margin: 0; padding: 0 }
  ul { list-style: none }
  article {
    position: relative;
    background: var(--_surface);
    color: var(--_text);
    border: 1px solid var(--_line);
    border-radius: var(--gigsy-radius, .625em);
    box-shadow: 0 1px 3px rgb(0 0 0 / .05);
    overflow-wrap: anywhere;
  }
  :focus-visible, a:focus-visible::after { outline: 2px solid var(--_text); outline-offset: 2px }
  article:focus-visible, .name a::after { outline-offset: -3px }
  article:not(.known, .loading) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: .25em .75em;
    padding: var(--_space);
  }
  svg {
    inline-size: 1.75em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    color: var(--_mark);
  }
  .message, .pronouns, button, input, select { font-size: .875em }
  .message, .pronouns, .meta { color: var(--_muted) }
  .known .message {
    font-size: .75em;
    line-height: 1.25;
    margin-block-start: calc(var(--_space) * -1.625);
    padding: 0 calc(var(--_space) * 1.667) calc(var(--_space) * .375);
  }
  .loading > div { animation: appear 0s .15s both }
  i, .loading .facts::before, .loading .facts::after { content: ""; display: flow-root; block-size: .75em; inline-size: 60%; margin-block-end: .75em; border: 1px solid transparent; border-radius: .375em; background: var(--_soft) }
  .loading .avatar { background: var(--_soft) }
  @keyframes appear { from { visibility: hidden } }
  .loading .message { position: absolute; opacity: 0 }
  .ready .message { display: none }
  button, input, select {
    font-family: inherit;
    font-weight: 550;
    color: inherit;
    background: none;
    border: 1px solid var(--_mark);
    border-radius: .375em;
    padding: .25em .75em;
    min-block-size: 24px;
  }
  button { cursor: pointer }
`;
