/**
 * The card in the widths of its container, in em of the host's text so that enlarged text gets the narrower layout:
 * compact (a sidebar), standard (a column), and the signal that there is room for the wide panel. Nothing moves: each width
 * has one height, into which the fullest profile fits: three lines hold name and headline, one the line under them, three the
 * chips. A line ends in an ellipsis in its own direction, at the edge of the card's. The skeleton appears after 150 ms.
 * Transparent borders become visible in forced colours, where fills vanish.
 */
import { css } from '../../appearance/css.ts';

export const styles = css`
  article { min-block-size: 6em }
  .profile {
    display: flex;
    column-gap: var(--_space);
    padding: var(--_space);
  }
  .avatar { align-self: center }
  .who { flex: 1; min-inline-size: 0 }
  .facts { min-block-size: 3.875em; align-content: center; overflow: clip }
  .name { font-weight: 650; line-height: 1.25; text-wrap: balance }
  .title, .name, .headline, .meta, .chips {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .headline, .meta { font-size: .875em; -webkit-line-clamp: 1 }
  .title { text-align: left }
  [dir=rtl] .title { text-align: right }
  .meta { line-height: 1.625 }
  .meta, .chips { display: none }
  ul { list-style: none }
  .chips { margin: .5em -.25em 0; font-size: .75em }
  .chips li {
    display: inline-block;
    vertical-align: top;
    max-inline-size: 100%;
    margin: .5em .25em 0;
    padding: .125em .625em;
    border-radius: .5em;
    background: var(--_soft);
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  a { color: inherit; text-decoration: none }
  a:hover { text-decoration: underline }
  a::after { content: ""; position: absolute; inset: 0; border-radius: var(--gigsy-radius, .5em) }
  .name a:focus-visible { outline: 0 }
  ::slotted(*) { position: relative; z-index: 1 }
  .who > ::slotted(*) { margin-block-start: .75em }
  .loading ::slotted(*) { visibility: hidden }
  .loading .profile { animation: appear 0s .15s both }
  .loading .avatar, i { background: var(--_soft) }
  .chips li, i { border: 1px solid transparent }
  .who i { display: block; block-size: .75em; margin-block: .5em; border-radius: .375em; inline-size: 60% }
  @keyframes appear { from { opacity: 0 } }
  @keyframes room { }
  @container (inline-size >= 22em) {
    article { min-block-size: 14.875em }
    .profile { padding: calc(var(--_space) * 1.25) }
    .avatar { align-self: start; font-size: 1.6em }
    .facts { min-block-size: 12.25em; align-content: start }
    .title, .chips { -webkit-line-clamp: 3 }
    .name, .headline { display: block; overflow: visible }
    .name { font-size: 1.25em }
    .headline { font-size: 1em }
    .meta, .chips { display: -webkit-box }
    .meta { margin-block-start: .25em }
  }
  @container (inline-size >= 44em) {
    .who { flex: 0 46%; animation: room 1ms }
  }
`;
