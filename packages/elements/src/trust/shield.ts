/** The sign of a check: a shield with a tick. Words beside it, or its name, say what was checked. */
import { type TemplateResult, html } from 'lit';

export const shield: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3l7 3v5c0 5-3 8-7 10c-4-2-7-5-7-10V6l7-3M9 12l2 2l4-4"></path></svg>`;
