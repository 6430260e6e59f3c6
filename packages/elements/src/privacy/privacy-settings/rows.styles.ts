/** A setting: its choices as pressed buttons, and who sees the thing then. */
import { css } from '../../appearance/css.ts';

export const rowStyles = css`
  .setting { display: grid; grid-template-columns: minmax(0, 1fr); gap: .375em; justify-items: start }
  .setting .hint:not(:empty) { min-block-size: 1.5em }
  .setting .plain { padding-inline: 0 }
  .choices { display: flex; flex-wrap: wrap; gap: .375em }
  .choices button { font-weight: 400; min-block-size: 2em; padding: .25em .75em; border-radius: 1em }
  .choices [aria-pressed=true] { background: var(--_accent); border-color: var(--_accent); color: var(--_surface); font-weight: 550 }
  .choices [aria-pressed=true]::before { content: "✓ " / "" }
  @media (forced-colors: active) {
    .choices [aria-pressed=true] { background: Highlight; color: HighlightText; border-color: Highlight; forced-color-adjust: none }
  }
`;
