/** The profile stands on a ground of its own, so that its parts look as they do on a page. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  .choice { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25em .75em; margin-block-start: .75em }
  .choice label { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; max-inline-size: 100% }
  .choice select { margin: 0; min-inline-size: 0 }
  .ground { display: grid; gap: .75em; margin-block-start: .75em; padding: .75em; border-radius: .375em; background: var(--_soft) }
  .ground:focus-visible { outline-offset: 0 }
  .ground > * { min-inline-size: 0 }
  .ground > .nothing { padding: 1.5em 1em; text-align: center; color: var(--_muted); text-wrap: balance }
  @media (forced-colors: active) { .ground { border: 1px solid CanvasText } }
`;
