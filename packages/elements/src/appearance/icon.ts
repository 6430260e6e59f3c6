/** The icon of states without content. It only repeats the sentence beside it. */
import { type TemplateResult, html } from 'lit';

/** A person, outlined. */
export const person: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 20a7 7 0 0 1 14 0M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8"></path></svg>`;
