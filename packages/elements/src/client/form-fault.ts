/** Faults of forms: what is wrong stands beside the field that it is about. */
import { type TemplateResult, html } from 'lit';

export interface FormView {
  /** A form is being sent. */
  readonly busy: boolean;
  /** The field that is refused, and why, in words. */
  readonly fault: { readonly field: string; readonly text: string } | undefined;
}

export function faultOf({ fault }: FormView, field: string): string {
  return fault?.field === field ? fault.text : '';
}

export function renderFault(field: string, words: string): TemplateResult {
  return html`<p id="${field}-fault" part="fault" class="fault">${words}</p>`;
}
