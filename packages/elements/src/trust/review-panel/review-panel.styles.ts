/** The panel of reviews: a block for each gig. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .gig { display: grid; gap: .5em; padding-block: var(--_space); justify-items: start; grid-template-columns: minmax(0, 1fr) }
  .gig > .title { margin: 0; overflow-wrap: anywhere }
  .gig form { inline-size: 100%; max-inline-size: 36em }
  .review { inline-size: 100%; display: grid; gap: .375em; padding-inline-start: .75em; border-inline-start: 2px solid var(--_line) }
  .prose { white-space: pre-line; overflow-wrap: anywhere; line-height: 1.5 }
  .prose bdi { display: block }
  .choices { display: flex; flex-wrap: wrap; gap: .25em 1em }
  .choice { display: flex; align-items: center; gap: .375em; min-block-size: 24px; font-weight: 400 }
  .choice input { inline-size: 1.25em; block-size: 1.25em; margin: 0; accent-color: var(--_accent) }
  .wide, textarea { inline-size: 100% }
  textarea { display: block; margin-block-start: .25em; font: inherit; font-size: 1rem; color: inherit; background: var(--_surface); border: 1px solid var(--_line); border-radius: .375em; padding: .375em .5em; resize: vertical }
`;
