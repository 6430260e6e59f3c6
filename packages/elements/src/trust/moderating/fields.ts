/** Fields of the forms of moderation, each with its fault beside it. */
import { type TemplateResult, html, nothing } from 'lit';
import { type FormView, faultOf, renderFault } from '../../client/form-fault.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** Longest text, in UTF-16 code units. */
  readonly most?: number;
}

export function renderText(view: FormView, { name, label, help, most = 2000 }: Field): TemplateResult {
  const fault = faultOf(view, name);
  const told = help === undefined ? `${name}-fault` : `${name}-help ${name}-fault`;

  const area = html`<textarea id=${name} name=${name} dir="auto" maxlength=${most} aria-invalid=${fault ? 'true' : nothing} aria-describedby=${told}></textarea>`;
  return html`<div class="field">
    <label>${label} ${area}</label>
    ${help === undefined ? nothing : html`<p id="${name}-help" class="hint">${help}</p>`} ${renderFault(name, fault)}
  </div>`;
}

export function renderLine(view: FormView, { name, label, most = 200 }: Field, type = 'text'): TemplateResult {
  const fault = faultOf(view, name);
  return html`<div class="field">
    <label>${label} <input id=${name} name=${name} type=${type} dir=${type === 'email' ? 'ltr' : 'auto'} autocomplete=${type === 'email' ? 'email' : 'off'} maxlength=${most} aria-invalid=${fault ? 'true' : nothing} aria-describedby="${name}-fault" /></label>
    ${renderFault(name, fault)}
  </div>`;
}

/** `choose` stands first, where nothing is chosen yet. */
export function renderChoice(
  view: FormView,
  { name, label }: Field,
  options: readonly (readonly [value: string, label: string])[],
  choose?: string,
): TemplateResult {
  const fault = faultOf(view, name);
  return html`<div class="field">
    <label>${label} <select id=${name} name=${name} aria-invalid=${fault ? 'true' : nothing} aria-describedby="${name}-fault">
      ${choose === undefined ? nothing : html`<option value="">${choose}</option>`}
      ${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
    </select></label>
    ${renderFault(name, fault)}
  </div>`;
}

/** The text of a field, without space around it. */
export function valueIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}
