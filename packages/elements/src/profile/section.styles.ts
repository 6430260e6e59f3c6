/** A section's frame, its heading, its skeleton after 150 ms, and lists of entries with a period. */
import { css } from '../appearance/css.ts';

export const sectionStyles = css`
  :host([hide-empty]:is([empty], [state=unavailable])) { display: none }
  .section { min-block-size: 6.25em; padding: calc(var(--_space) * 1.25); overflow: clip }
  .heading { font-size: 1.25em }
  .heading, .title { font-weight: 650; line-height: 1.25; text-wrap: balance }
  .heading + * { margin-block-start: .75em }
  .meta { font-size: .875em }
  .prose {
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-wrap: pretty;
    max-inline-size: 44em;
  }
  a { color: var(--_accent) }
  .section > i { margin-block: .5em; inline-size: 80% }
  .section > i:first-child { inline-size: 30%; block-size: 1.25em }
`;
