/**
 * The card in the widths of its container, in em of the host's text so that enlarged text gets the narrower layout. Its
 * content stands one below another and grows. A least height keeps the page still while the usual card loads; `long`
 * content keeps to it by ending in an ellipsis, except in small or enlarged pages. Compact is for the sidebar of a page
 * that is neither (a wide viewport, or a frame as low as a compact card; few pixels as well as few em): there name and
 * headline stand for the person. `details` leads to the rest and gives all its room. Only text beyond the contract is
 * `cut` everywhere. Nothing else is clipped: browsers keep a clip and its box apart, and a page has hundreds of chips. Only the
 * first chip may hold a name that is longer than the row.
 *
 * A line ends in its own direction, at the edge of the card's. The skeleton appears after 150 ms. Transparent borders become
 * visible in forced colours, where fills vanish.
 */
import { css } from '../../appearance/css.ts';

export const styles = css`
  :host, .frame { display: grid }
  .frame, article, .who { min-inline-size: 0 }
  .frame { min-block-size: 0 }
  .usual { min-block-size: 15.125em }
  .profile { display: flow-root; padding: calc(var(--_space) * 1.25) }
  .avatar { float: inline-start; margin-inline-end: .75em }
  .facts { margin: -.25em; padding: .25em; overflow: clip }
  .title, .meta { display: var(--_box, block); -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: var(--_clip) }
  .title { text-align: left }
  [dir=rtl] .title { text-align: right }
  .name { display: inline; font-weight: 650; line-height: 1.25 }
  .headline, .meta, .links, details { font-size: .875em }
  .meta { -webkit-line-clamp: 2; clear: both; padding-block-start: .25em }
  .chips { clear: both; margin: .25em -.25em 0; font-size: .75em }
  .chips li {
    display: inline-block;
    vertical-align: top;
    max-inline-size: 100%;
    max-block-size: 14em;
    margin: .5em .25em 0;
    padding: .125em .625em;
    border: 1px solid transparent;
    border-radius: .5em;
    background: var(--_soft);
    text-overflow: ellipsis;
  }
  li:first-child { overflow: clip }
  .links { clear: both; float: inline-start; margin-block-start: .25em; margin-inline-end: 1em; display: flex; flex-wrap: wrap; column-gap: 1em }
  a { color: inherit; text-decoration: none }
  a:hover { text-decoration: underline }
  .links a, summary { position: relative; min-block-size: 24px; align-content: center }
  .links a { display: block; color: var(--_accent); text-decoration: underline }
  .name a::after { content: ""; position: absolute; inset: 0; border-radius: var(--gigsy-radius, .5em) }
  .name a:focus-visible { outline: 0 }
  details { padding-block-start: .25em }
  summary { inline-size: fit-content; color: var(--_muted); cursor: pointer }
  .cut { --_box: -webkit-box; --_clip: clip }
  ::slotted(*) { position: relative; z-index: 1 }
  .who > ::slotted(*) { margin-block-start: .75em }
  .loading ::slotted(*) { visibility: hidden }
  @keyframes room { }
  @container (inline-size < 13em) {
    .avatar { float: none }
  }
  @container (inline-size >= 18em) {
    .long:has(details:not([open])) {
      --_box: -webkit-box;
      --_clip: clip;
      .chips li { white-space: nowrap; overflow: clip }
      .links { display: none }
    }
  }
  @container (inline-size >= 23em) {
    .usual { min-block-size: 13.875em }
    .avatar { font-size: 1.6em }
    .name { font-size: 1.25em }
  }
  @container (inline-size >= 44em) {
    .usual { min-block-size: 14.875em }
    .profile { display: flex }
    .who { flex: 0 46%; animation: room 1ms }
    .links, details { display: none }
  }
  @media (width > 30em) or (height < 12em) {
    @container (13em <= inline-size < 20em) and (inline-size < 320px) {
      .usual { min-block-size: 10.75em }
      .profile { padding: var(--_space) }
      .profile:has(details:not([open])) {
        --_box: -webkit-box;
        --_clip: clip;
        .facts { display: flex; flex-wrap: wrap; align-items: center; column-gap: .75em }
        .title { flex: 1 0 100% }
        .links { margin: 0 }
        .chips { display: none }
      }
    }
    @container (13em <= inline-size < 18em) and (inline-size < 288px) {
      .usual { min-block-size: 7.875em }
      .profile:has(details:not([open])) :is(.place, .links) { display: none }
    }
  }
`;
