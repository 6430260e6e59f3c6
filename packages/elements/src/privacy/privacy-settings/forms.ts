/** Forms of the settings: what is wrong stands beside the field that it is about. */
import { type TemplateResult, html } from 'lit';
import { text } from '../../profile/untrusted.ts';

export interface FormView {
  /** A form is being sent. */
  readonly busy: boolean;
  /** The field that is refused, and why, in words. */
  readonly fault: { readonly field: string; readonly text: string } | undefined;
}

/** The handle that somebody wrote, as handles are written; it may have none of their form. */
export function handleIn(form: FormData): string {
  return text(form.get('handle')).replace(/^@/, '').toLowerCase();
}

export function faultOf({ fault }: FormView, field: string): string {
  return fault?.field === field ? fault.text : '';
}

export function renderFault(field: string, words: string): TemplateResult {
  return html`<p id="${field}-fault" part="fault" class="fault">${words}</p>`;
}
