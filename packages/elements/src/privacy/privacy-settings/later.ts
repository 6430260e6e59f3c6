/** Changes of settings that are to come, and the form that plans one. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Scheduled, SettingKey, Visibility } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import { fieldName } from '../field-name.ts';
import { type FormView, faultOf, renderFault } from '../../client/form-fault.ts';
import { choicesOf, keysOf, optionsFor } from './own.ts';
import { type SettingsView, choiceName, number, settingName } from './view.ts';

export interface LaterView extends SettingsView, FormView {
  /** The setting that the form is about. */
  readonly what: SettingKey;
  /** Listens to changes of the form, its sending, and the buttons that call changes off. */
  readonly adjustLater: (event: Event) => void;
  readonly plan: (event: SubmitEvent) => void;
  readonly callOff: (event: Event) => void;
}

/** The form's time is one of the person's own clock. Undefined without a time. */
export function planOf(form: HTMLFormElement): { key: SettingKey; to: Visibility | null; at: number } | undefined {
  const data = new FormData(form);
  const at = new Date(String(data.get('at'))).getTime();
  const to = (data.get('to') || null) as Visibility | null;
  return Number.isNaN(at) ? undefined : { key: data.get('what') as SettingKey, to, at };
}

export function renderLater(view: LaterView): TemplateResult {
  const { said, own, localize } = view;
  const open = view.isOpen('later');
  const count = own.scheduled.length;
  return html`<details class="block section" part="later" data-block="later" open=${open ? '' : nothing} @toggle=${view.toggle}>
    <summary><span class="name">${said.later}</span> <span class="tag">${number(localize, count)}</span></summary>
    ${
      open
        ? html`<div class="rows">
            <p class="hint">${said.laterMore}</p>
            ${count > 0 ? html`<ul class="list">${own.scheduled.map((each) => renderChange(view, each))}</ul>` : html`<p class="hint">${said.nothingLater}</p>`}
            ${renderForm(view)}
          </div>`
        : html`<div></div>`
    }
  </details>`;
}

export function timeText(localize: Localize, at: number): string {
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function renderChange(view: LaterView, { scheduled, at, changes }: Scheduled): TemplateResult {
  const { said, shared, callOff } = view;
  const time = timeText(view.localize, at);
  const lines = Object.entries(choicesOf(changes)).map(([name, choice]) =>
    shared.of(settingName(view, name), choiceName(view, name, choice)),
  );
  return html`<li part="scheduled" class="entry">
    <div><div class="label">${time}</div>${lines.map((line) => html`<div class="hint">${line}</div>`)}</div>
    <button part="call-off" type="button" data-scheduled=${scheduled} aria-label=${shared.of(said.callOff, time)} @click=${callOff}>${said.callOff}</button>
  </li>`;
}

function renderForm(view: LaterView): TemplateResult {
  const { said, shared, own, level, what } = view;
  const fault = faultOf(view, 'at');
  return html`<form part="plan-form" novalidate @submit=${view.plan} @change=${view.adjustLater}>
    <div class="title" role="heading" aria-level=${Math.min(level + 1, 6)}>${said.plan}</div>
    <div class="fields">
      <label>${said.what} <select name="what">${keysOf(own).map((key) => html`<option value=${key} selected=${key === what ? '' : nothing}>${fieldName(shared, key)}</option>`)}</select></label>
      <label>${said.to} <select name="to">${optionsFor(what).map((each) => html`<option value=${each}>${shared.visibility[each]}</option>`)}<option value="">${said.standard}</option></select></label>
      <div class="field">
        <label>${said.when} <input name="at" type="datetime-local" required aria-invalid=${fault ? 'true' : nothing} aria-describedby="at-fault" /></label>
        ${renderFault('at', fault)}
      </div>
    </div>
    <button part="plan" class="primary" aria-disabled=${view.busy ? 'true' : nothing}>${said.plan}</button>
  </form>`;
}
