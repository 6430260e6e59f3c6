/**
 * The rows of settings. A choice is a button that is pressed: controls that arrow keys move through would store, and show to
 * the web, each choice on the way.
 */
import { type TemplateResult, html, nothing } from 'lit';
import type { SettingKey, Visibility } from '@gigsy/schema';
import { narrowest, rowOf } from '@gigsy/schema/rules';
import { fieldName } from '../field-name.ts';
import { granteeName } from '../grantee.ts';
import {
  type Group,
  type SettingName,
  chosenFor,
  groupsOf,
  inForce,
  isItemName,
  itemOptions,
  optionsFor,
} from './own.ts';
import { type SettingsView, listed, number } from './view.ts';

export function renderProfileRow(view: SettingsView): TemplateResult {
  return renderRow(view, 'profile', view.shared.profile, optionsFor('profile'));
}

export function renderSections(view: SettingsView): TemplateResult[] {
  return groupsOf(view.own).map((group) => renderGroup(view, group));
}

/** The summary says who sees the section while it is closed: nobody whom the whole profile is closed to. */
function renderGroup(view: SettingsView, group: Group): TemplateResult {
  const { own, shared, said } = view;
  const { section, whole, fields } = group;
  const open = view.isOpen(section);
  const profile = inForce(own, 'profile');
  const audiences = (whole ? [whole] : fields).map((name) => narrowest(profile, inForce(own, name)));
  const told = new Set(audiences).size === 1 ? shared.visibility[audiences[0]!] : said.mixed;
  return html`<details class="block section" part="section" data-block=${section} open=${open ? '' : nothing} @toggle=${view.toggle}>
    <summary><span class="name">${fieldName(shared, section)}</span> <span class="tag">${told}</span>${apart(view, group)}</summary>
    ${open ? html`<div class="rows">${renderContent(view, group)}</div>` : html`<div></div>`}
  </details>`;
}

function apart({ own, said, localize }: SettingsView, { items }: Group): TemplateResult | '' {
  const count = items.filter(({ name }) => chosenFor(own.chosen, name)).length;
  return count > 0 ? html` <span class="tag">${said.narrowed(count, number(localize, count))}</span>` : '';
}

function renderContent(view: SettingsView, { section, whole, fields, items }: Group): TemplateResult {
  const { shared, said, own } = view;
  return html`${whole ? renderRow(view, whole, whole === 'profile' || fields.length + items.length === 0 ? fieldName(shared, section) : said.whole, optionsFor(whole)) : ''}
    ${fields.map((key) => renderRow(view, key, nameOf(shared.field, key), optionsFor(key)))}
    ${
      items.length > 0
        ? html`<div class="title" role="heading" aria-level=${Math.min(view.level + 1, 6)}>${said.entries}</div>
            ${items.map(({ name, title }) => renderRow(view, name, title, itemOptions(own, name)))}`
        : ''
    }`;
}

function nameOf(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}

/** One setting: its choices, and who sees the thing then. */
export function renderRow(
  view: SettingsView,
  name: SettingName,
  label: string,
  options: readonly Visibility[],
): TemplateResult {
  const id = name.replace(/[^A-Za-z0-9]/g, '-');
  const item = isItemName(name);
  const chosen = chosenFor(view.own.chosen, name);
  const now = item ? chosen : inForce(view.own, name);
  const button = (choice: Visibility | null, text: string) => {
    const pressed = (now ?? null) === choice;
    return html`<button part="choice" type="button" data-setting=${name} data-to=${choice ?? ''} aria-pressed=${pressed} @click=${view.choose}>${text}</button>`;
  };
  return html`<div class="setting" part="row" role="group" aria-labelledby="label-${id}" aria-describedby="told-${id}">
    <div id="label-${id}" class="label" dir=${item ? 'auto' : nothing}>${label}</div>
    <div class="choices">
      ${item ? button(null, view.said.asSection) : ''}${options.map((each) => button(each, view.said.short[each]))}
    </div>
    <p id="told-${id}" class="hint">${toldOf(view, name)}</p>
    ${item ? '' : renderDefault(view, name as SettingKey, chosen)}
  </div>`;
}

/** Only who sees it by the deployment's word; nothing while a choice is on its way. */
function toldOf(view: SettingsView, name: SettingName): string {
  const { said, shared, localize, own, pending } = view;
  if (pending.includes(name)) return said.saving;
  if (isItemName(name) && !chosenFor(own.chosen, name)) return '';
  const told = view.told(name);
  if (!told) return said.asking;
  const { seenBy, named, because } = told;
  const { restricted, nobodyNamed, ...seen } = said.seen;
  const names = named.map((grant) => granteeName(grant, shared, localize));
  const who =
    seenBy === 'restricted'
      ? restricted(listed(localize, told.more ? [...names, '…'] : names))
      : seenBy === 'owner' && because.visibility === 'restricted'
        ? nobodyNamed
        : seen[seenBy];
  const { setting, source } = because;
  if (!setting || !source) return who;
  const why = setting === name ? said.source[source] : said.decides(fieldName(shared, setting.split('/')[0]!));
  return `${who} ${why}`;
}

function renderDefault(
  { said, shared, own, choose }: SettingsView,
  key: SettingKey,
  chosen: Visibility | undefined,
): TemplateResult | '' {
  if (!chosen) return '';
  const standard = shared.visibility[rowOf(key).defaults[own.role]];
  return html`<button part="default" class="plain" type="button" data-setting=${key} data-to="" @click=${choose}>${said.backToDefault(standard)}</button>`;
}
