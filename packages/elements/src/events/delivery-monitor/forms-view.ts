/** The forms that add a webhook and a source, and the secret that follows once. */
import { type TemplateResult, html, nothing } from 'lit';
import { faultOf, renderFault } from '../../client/form-fault.ts';
import { text } from '../../untrusted.ts';
import type { FormField } from './terms.ts';
import { type MonitorView, renderStep } from './view.ts';

export interface FormsView extends MonitorView {
  /** Names by id. */
  readonly partners: ReadonlyMap<string, string>;
  readonly send: (event: SubmitEvent) => void;
}

export function renderWebhookForm(view: FormsView): TemplateResult {
  const { said, partners } = view;
  const fields = html`<label>${said.partner} ${renderPartners(view)}</label> ${renderField(view, 'url', said.address, 'url')}`;
  return renderForm(view, 'addWebhook', said.addWebhook, partners.size > 0 ? fields : undefined);
}

export function renderSourceForm(view: FormsView): TemplateResult {
  const { said, partners } = view;
  return renderForm(
    view,
    'addSource',
    said.addSource,
    html`${renderField(view, 'label', said.label)} ${renderField(view, 'address', said.address, 'url', said.addressHelp)}
      ${renderField(view, 'perMinute', said.perMinute, 'numeric')}
      ${partners.size > 0 ? html`<label>${said.partner} ${renderPartners(view, said.noPartner)}</label>` : nothing}`,
  );
}

function renderForm(view: FormsView, name: string, title: string, fields: TemplateResult | undefined): TemplateResult {
  const { said, busy, send } = view;
  return html`<details class="add">
    <summary>${title}</summary>
    ${
      fields
        ? html`<form part=${name === 'addSource' ? 'add-source' : 'add-webhook'} data-form=${name} novalidate @submit=${send}>
            ${fields}
            <button class="primary" aria-disabled=${busy ? 'true' : nothing} aria-label=${said.of(said.add, title)}>${said.add}</button>
          </form>`
        : html`<p class="hint">${said.noPartners}</p>`
    }
  </details>`;
}

function renderPartners({ partners }: FormsView, none?: string): TemplateResult {
  return html`<select name="partner">
    ${none === undefined ? nothing : html`<option value="">${none}</option>`}
    ${[...partners].map(([id, name]) => html`<option value=${id}>${text(name)}</option>`)}
  </select>`;
}

function renderField(
  view: FormsView,
  name: FormField,
  label: string,
  mode: 'text' | 'url' | 'numeric' = 'text',
  help = '',
): TemplateResult {
  const fault = faultOf(view, name);
  return html`<div class="field">
    <label>${label} <input name=${name} inputmode=${mode} dir=${mode === 'text' ? 'auto' : 'ltr'} autocomplete="off" maxlength="500" aria-invalid=${fault ? 'true' : nothing} aria-describedby="${name}-help ${name}-fault" /></label>
    <p id="${name}-help" class="hint">${help}</p>
    ${renderFault(name, fault)}
  </div>`;
}

export function renderSecret(view: MonitorView, secret: string | undefined): TemplateResult | typeof nothing {
  const { said } = view;
  if (secret === undefined) return nothing;
  return html`<div part="secret" class="note" tabindex="-1" role="group" aria-label=${said.secret}>
    <p class="label">${said.secret}</p>
    <code dir="ltr" translate="no">${secret}</code>
    ${renderStep(view, '', '', { act: 'stored', part: 'stored', words: said.stored, look: 'primary' })}
  </div>`;
}
