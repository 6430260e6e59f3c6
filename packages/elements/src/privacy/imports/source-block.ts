/** A source: its notice until the person agrees, then the way to its content, the list to pick from, and the consent. */
import type { ConsentSource } from '@gigsy/schema';
import { consentNotices } from '@gigsy/schema/rules';
import { type TemplateResult, html, nothing } from 'lit';
import { fieldName } from '../field-name.ts';
import { renderPreview } from './preview.ts';
import { renderEnded, renderRecord } from './record.ts';
import { type ImportsView, givenFor, listText } from './view.ts';

export function renderSource(view: ImportsView, source: ConsentSource): TemplateResult {
  const { said, own, level } = view;
  const given = givenFor(own, source);
  return html`<section part="source" class="block source" aria-labelledby="source-${source}">
    <div id="source-${source}" class="title" role="heading" aria-level=${level}>${said.source[source]}</div>
    ${
      given
        ? html`${source === 'github' ? renderLogin(view) : renderArchive(view)} ${renderPreview(view, source)}
            ${renderRecord(view, given)}`
        : renderNotice(view, source)
    }
    ${renderEnded(view, source)}
  </section>`;
}

function renderNotice({ said, shared, localize, busy, press }: ImportsView, source: ConsentSource): TemplateResult {
  const names = consentNotices[source].categories.map((section) => fieldName(shared, section));
  return html`<div part="notice" class="notice">
      <p>${said.notice[source]}</p>
      <p>${said.fills} ${listText(localize, names)}.</p>
      <p>${said.term}</p>
    </div>
    <button part="agree" class="primary" type="button" data-act="agree" data-source=${source} aria-disabled=${busy ? 'true' : nothing} @click=${press}>${said.agree(said.source[source])}</button>`;
}

function renderLogin(view: ImportsView): TemplateResult {
  const { said, own, look, fault, busy } = view;
  const { state, login, fault: failed } = own.fetched;
  const refused = fault?.source === 'github' ? fault.text : '';
  const told = state === 'fetching' ? said.fetching : failed ? said.fault[failed] : '';
  return html`<form part="login-form" novalidate @submit=${look}>
      <label>${said.login} <input name="login" autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr" maxlength="39" .value=${login ?? ''} aria-invalid=${refused ? 'true' : nothing} aria-describedby="fault-github" /></label>
      <p id="fault-github" part="fault" class="fault">${refused}</p>
      <button part="look" aria-disabled=${busy || state === 'fetching' ? 'true' : nothing}>${said.look}</button>
    </form>
    <p class="hint ${failed ? 'bad' : ''}" role="status">${told}</p>`;
}

function renderArchive({ said, fault, choose, busy }: ImportsView): TemplateResult {
  const refused = fault?.source === 'linkedin' ? fault.text : '';
  return html`<p class="hint">${said.archiveMore}</p>
    <label class="file">${said.archive} <input part="archive" name="archive" type="file" accept=".zip,application/zip" aria-invalid=${refused ? 'true' : nothing} aria-describedby="fault-linkedin" .disabled=${busy} @change=${choose} /></label>
    <p id="fault-linkedin" part="fault" class="fault" role="alert">${refused}</p>`;
}
