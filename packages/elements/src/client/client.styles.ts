/** The frame of answers for signed-in people: heading, skeleton, bars of SVG, and content that opens. */
import { css } from '../appearance/css.ts';

export const clientStyles = css`
  article { min-block-size: 8em }
  .content { padding: calc(var(--_space) * 1.25) }
  .heading { font-size: 1.25em }
  .heading, .title { font-weight: 650; line-height: 1.25; text-wrap: balance }
  .title { margin-block: 1.25em .5em }
  .meta { font-size: .875em; text-wrap: pretty }
  .content > i { margin-block: .75em; inline-size: 80% }
  .content > i:first-child { inline-size: 40%; block-size: 1.25em }
  a { color: var(--_accent) }
  svg.bar { display: block; inline-size: 100%; block-size: .5em; stroke: none; border-radius: .25em; color: var(--_accent) }
  svg.bar rect { fill: var(--_soft) }
  svg.bar .fill { fill: currentColor }
  [dir=rtl] svg.bar { transform: scaleX(-1) }
  summary { cursor: pointer; min-block-size: 24px; border-radius: .25em; font-size: .875em; font-weight: 550; inline-size: fit-content; max-inline-size: 100% }
  details { margin-block-start: 1em }
  details > summary + * { margin-block-start: .5em }
  @media (forced-colors: active) {
    svg.bar { outline: 1px solid CanvasText; color: CanvasText; forced-color-adjust: none }
    svg.bar rect { fill: Canvas }
  }
`;
