/** Reviews: their words keep their lines, and an answer is set in. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .list li > div { min-inline-size: 0 }
  .prose { white-space: pre-line; overflow-wrap: anywhere; margin-block-start: .25em; line-height: 1.5 }
  .prose bdi { display: block }
  .reply { margin-block-start: .5em; padding-inline-start: .75em; border-inline-start: 2px solid var(--_line) }
`;
