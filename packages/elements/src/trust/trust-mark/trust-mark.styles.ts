/** The mark of trust: as high as the words beside it, without the box of other elements. */
import { css } from '../../appearance/css.ts';

export const styles = css`
  :host { display: inline-block; vertical-align: -.2em }
  :host(:is([empty], :not([state=ready]))) { display: none }
  .frame { container-type: normal; contain-intrinsic-inline-size: none; line-height: 1 }
  article { border: 0; background: none; box-shadow: none }
  .message, button { display: none }
  .sign { display: block; color: var(--_accent) }
  .sign svg { display: block; inline-size: 1.1em; block-size: 1.1em }
`;
