/** Those whom the person named, and the form that names somebody. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Grant, Role, SettingKey } from '@gigsy/schema';
import { HANDLE, type RelationName, relationNames } from '@gigsy/schema/rules';
import { fieldName } from '../field-name.ts';
import { granteeName } from '../grantee.ts';
import { text } from '../../untrusted.ts';
import { type FormView, faultOf, renderFault } from '../../client/form-fault.ts';
import { handleIn } from './handle-in.ts';
import { keysOf } from './own.ts';
import { type SettingsView, listed, number } from './view.ts';

const ROLES: readonly Role[] = ['student', 'employer', 'mentor', 'moderator', 'admin'];

/** A link to an organisation, by which it is named. */
export interface NamedLink {
  readonly link: string;
  readonly name: string;
}

export type Kind = 'person' | 'role' | 'relation' | 'organisation';

export interface PeopleView extends SettingsView, FormView {
  readonly links: readonly NamedLink[];
  readonly kind: Kind;
  /** Whether the form names single settings. */
  readonly single: boolean;
  /** Listens to changes of the form, its sending, and the buttons that end grants. */
  readonly adjust: (event: Event) => void;
  readonly name: (event: SubmitEvent) => void;
  readonly end: (event: Event) => void;
}

/** The grant that the form asks for; or the field that is refused, and the words for it. */
export type Naming =
  | {
      to: { person: string } | { role: Role } | { relation: RelationName } | { link: string };
      keys?: SettingKey[];
      fault?: never;
    }
  | { fault: { field: 'handle' | 'keys'; code: 'handleWanted' | 'wantedSetting' } };

export function namingOf(form: HTMLFormElement, kind: Kind): Naming {
  const data = new FormData(form);
  const keys = data.getAll('key') as SettingKey[];
  const handle = handleIn(data);
  if (kind === 'person' && !HANDLE.test(handle)) return { fault: { field: 'handle', code: 'handleWanted' } };
  if (data.get('sees') === 'only' && keys.length === 0) return { fault: { field: 'keys', code: 'wantedSetting' } };
  const named = {
    person: { person: handle },
    role: { role: data.get('role') as Role },
    relation: { relation: data.get('relation') as RelationName },
    organisation: { link: String(data.get('link')) },
  };
  return { to: named[kind], ...(data.get('sees') === 'only' && { keys }) };
}

export function renderPeople(view: PeopleView): TemplateResult {
  const { said, own, shared, localize } = view;
  const count = own.grants.length;
  const open = view.isOpen('people');
  return html`<details class="block section" part="people" data-block="people" open=${open ? '' : nothing} @toggle=${view.toggle}>
    <summary><span class="name">${said.people}</span> <span class="tag">${number(localize, count)}</span></summary>
    ${
      open
        ? html`<div class="rows">
            <p class="hint">${count > 0 ? said.peopleMore : said.noGrants}</p>
            ${count > 0 ? html`<ul class="list">${own.grants.map((grant) => renderGrant(view, grant, granteeName(grant, shared, localize)))}</ul>` : ''}
            ${renderForm(view)}
          </div>`
        : html`<div></div>`
    }
  </details>`;
}

function renderGrant(
  { said, shared, localize, end }: PeopleView,
  { grant, keys }: Grant,
  name: string,
): TemplateResult {
  const sees = keys
    ? listed(
        localize,
        keys.map((key) => fieldName(shared, key)),
      )
    : said.allRestricted;
  return html`<li part="grant" class="entry">
    <div><div class="label">${name}</div><div class="hint">${sees}</div></div>
    <button part="end" type="button" data-grant=${grant} data-name=${name} aria-label=${said.endGrantOf(name)} @click=${end}>${said.endGrant}</button>
  </li>`;
}

function renderForm(view: PeopleView): TemplateResult {
  const { said, level, kind, links } = view;
  const kinds: Kind[] = ['person', 'relation', 'role', ...(links.length > 0 ? (['organisation'] as const) : [])];
  return html`<form part="name-form" novalidate @submit=${view.name} @change=${view.adjust}>
    <div class="title" role="heading" aria-level=${Math.min(level + 1, 6)}>${said.name}</div>
    <div class="fields">
      <label>${said.kind} <select name="kind">${kinds.map((each) => html`<option value=${each} selected=${each === kind ? '' : nothing}>${said.kinds[each]}</option>`)}</select></label>
      ${renderWhom(view)}
    </div>
    ${renderSees(view)}
    <button part="add" class="primary" aria-disabled=${view.busy ? 'true' : nothing}>${said.add}</button>
  </form>`;
}

function renderWhom(view: PeopleView): TemplateResult {
  const { said, shared, kind, links } = view;
  if (kind === 'role')
    return html`<label>${said.role} <select name="role">${ROLES.map((role) => html`<option value=${role}>${shared.role[role]}</option>`)}</select></label>`;
  if (kind === 'relation')
    return html`<label>${said.relation} <select name="relation">${relationNames.map((name) => html`<option value=${name}>${shared.relation[name]}</option>`)}</select></label>`;
  if (kind === 'organisation')
    return html`<label>${said.organisation} <select name="link">${links.map(({ link, name }) => html`<option value=${link}>${text(name)}</option>`)}</select></label>`;
  const fault = faultOf(view, 'handle');
  return html`<div class="field">
    <label>${said.handle} <input name="handle" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="41" required aria-invalid=${fault ? 'true' : nothing} aria-describedby="handle-help handle-fault" /></label>
    <p id="handle-help" class="hint">${said.handleHelp}</p>
    ${renderFault('handle', fault)}
  </div>`;
}

function renderSees(view: PeopleView): TemplateResult {
  const { said, shared, own, single } = view;
  return html`<fieldset aria-describedby="keys-fault">
    <legend>${said.sees}</legend>
    <label class="check"><input type="radio" name="sees" value="all" checked=${single ? nothing : ''} /> ${said.allRestricted}</label>
    <label class="check"><input type="radio" name="sees" value="only" checked=${single ? '' : nothing} /> ${said.only}</label>
    ${
      single
        ? html`<div class="keys">
            ${keysOf(own).map(
              (key) =>
                html`<label class="check"><input type="checkbox" name="key" value=${key} checked=${own.effective[key] === 'restricted' ? '' : nothing} /> ${fieldName(shared, key)}</label>`,
            )}
          </div>`
        : ''
    }
    ${renderFault('keys', faultOf(view, 'keys'))}
  </fieldset>`;
}
