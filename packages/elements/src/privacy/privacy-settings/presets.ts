/** Presets: what each would change is shown before it is taken. */
import { type TemplateResult, html } from 'lit';
import type { Preset, SettingDifference } from '@gigsy/schema';
import { presets, presetSettings, settingDifferences } from '@gigsy/schema/rules';
import { fieldName } from '../field-name.ts';
import type { OwnPrivacy } from './own.ts';
import { type SettingsView, number } from './view.ts';

export interface PresetsView extends SettingsView {
  /** The preset that is asked about. */
  readonly asked: Preset | undefined;
  /** Listens to the buttons; `data-preset` names one, `data-act` is `ask`, `take` or `cancel`. */
  readonly preset: (event: Event) => void;
}

export function presetDifferences({ role, chosen }: OwnPrivacy, preset: Preset): SettingDifference[] {
  return settingDifferences({ role, settings: chosen }, presetSettings(preset));
}

export function renderPresets(view: PresetsView): TemplateResult {
  const { said, level, asked } = view;
  return html`<div class="block" part="presets">
    <div class="title" role="heading" aria-level=${level}>${said.presets}</div>
    <div class="presets">
      ${presets.map(
        (each) =>
          html`<button part="preset" type="button" class="preset" data-preset=${each} data-act="ask" aria-expanded=${asked === each} @click=${view.preset}>
            <b>${said.preset[each].name}</b><span class="hint">${said.preset[each].more}</span>
          </button>`,
      )}
    </div>
    ${asked ? renderAsked(view, asked) : ''}
  </div>`;
}

function renderAsked(view: PresetsView, asked: Preset): TemplateResult {
  const { said, shared, own, localize } = view;
  const { name } = said.preset[asked];
  const differences = presetDifferences(own, asked);
  const count = differences.length;
  if (count === 0)
    return html`<div class="note asked"><p>${said.changesNothing(name)}</p>
      <div class="bar"><button part="cancel" type="button" data-act="cancel" data-preset=${asked} @click=${view.preset}>${shared.cancel}</button></div>
    </div>`;
  return html`<div class="note asked">
    <p id="would">${said.wouldChange(name, count, number(localize, count))}</p>
    <ul class="differences">
      ${differences.map(
        ({ key, from, to }) =>
          html`<li>${said.change(fieldName(shared, key), shared.visibility[from], shared.visibility[to])}</li>`,
      )}
    </ul>
    <div class="bar">
      <button part="take" type="button" class="primary" data-act="take" data-preset=${asked} aria-describedby="would" @click=${view.preset}>${said.take}</button>
      <button part="cancel" type="button" data-act="cancel" data-preset=${asked} @click=${view.preset}>${shared.cancel}</button>
    </div>
  </div>`;
}
